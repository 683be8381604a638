extension Allocation {
    /// Where the plan speaks of an address.
    func place(of entry: AllocatedAddress) -> Place {
        switch entry.owner {
        case .gateway(let device):
            if let device, plan[entry.lan].gateway == nil { return .value(plan[device].path["address"]) }
            return .value(plan[entry.lan].path["gateway"])
        case .node(let node): return .value(plan[node].path[entry.address.v4 == nil ? "address6" : "address"])
        case .attachment(let node, _): return .value(plan[node].path["also"][plan[entry.lan].name]["address"])
        case .device(let device): return .value(plan[device].path["address"])
        case .vip(let vip): return .value(plan[vip].path["address"])
        case .service(let service, let node): return .value(plan[service].path["address"][plan[node].name])
        }
    }

    /// What the lock calls the decision of an address; nil where it is never one.
    func lockSubject(of entry: AllocatedAddress) -> Lock.Subject? {
        switch entry.owner {
        case .gateway, .vip: nil
        case .node(let node): .address(plan[node].name.description)
        case .attachment(let node, _): .attachment(plan[node].name.description, lan: plan[entry.lan].name.description)
        case .device(let device): .address(plan[device].name.description)
        case .service(let service, let node): .service(plan[service].name.description, node: plan[node].name.description)
        }
    }

    /// "node ds1", "service pihole on ds1".
    func phrase(for entry: AllocatedAddress) -> String {
        switch entry.owner {
        case .gateway(nil): "the gateway of LAN \(plan[entry.lan].name)"
        case .gateway(let device?): "device \(plan[device].name), the gateway of LAN \(plan[entry.lan].name)"
        case .node(let node): "node \(plan[node].name)"
        case .attachment(let node, _): "node \(plan[node].name) in LAN \(plan[entry.lan].name)"
        case .device(let device): "device \(plan[device].name)"
        case .vip(let vip): "VIP \(plan[vip].name)"
        case .service(let service, let node): "service \(plan[service].name) on \(plan[node].name)"
        }
    }
}
