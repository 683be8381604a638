/// An address that the plan itself gives to somebody.
struct DeclaredAddress {
    /// The first of these that holds is all that is said about an address.
    enum Verdict: Equatable {
        case fine, outsideLAN, unusable
        /// The same as another's that stands earlier in the file: the index of that one.
        case duplicate(of: Int)
        /// That of a device that is the gateway itself: what is wrong with it is said of the gateway.
        case ofGateway
        /// Inside a slice that the plan fixes.
        case inSlice
    }

    enum Owner: Equatable {
        case gateway, node, device, vip, service
    }

    let address: IPAddress
    let owner: Owner
    /// "node ds1", for messages.
    let name: String
    /// Where the address stands.
    let path: PlanPath
    let lan: Reference<LAN>?
    private(set) var hasMAC: Bool
    var verdict = Verdict.fine

    static func all(in plan: Plan) -> [DeclaredAddress] {
        var all: [DeclaredAddress] = []
        all.reserveCapacity(plan.devices.count + plan.nodes.count * 2 + 64)
        func add(_ address: IPv4Address?, _ owner: Owner, _ name: String, _ path: PlanPath, _ lan: Reference<LAN>?, mac: MACAddress? = nil)
        {
            guard let address else { return }
            all.append(DeclaredAddress(address: .v4(address), owner: owner, name: name, path: path, lan: lan, hasMAC: mac != nil))
        }
        for lan in plan.lans.references {
            add(plan[lan].gateway, .gateway, "the gateway of LAN \(plan[lan].name)", plan[lan].path["gateway"], lan)
        }
        for node in plan.nodes {
            add(node.address?.declared, .node, "node \(node.name)", node.path["address"], node.lan, mac: node.mac)
            if let address = node.address6 {
                all.append(
                    DeclaredAddress(
                        address: .v6(address), owner: .node, name: "node \(node.name)", path: node.path["address6"], lan: node.lan,
                        hasMAC: false))
            }
            for attachment in node.also {
                let path = node.path["also"][plan[attachment.lan].name]["address"]
                add(attachment.address?.declared, .node, "node \(attachment.name)", path, attachment.lan, mac: attachment.mac)
            }
        }
        for device in plan.devices {
            add(device.address?.declared, .device, "device \(device.name)", device.path["address"], device.lan, mac: device.mac)
        }
        for vip in plan.vips { add(vip.address, .vip, "VIP \(vip.name)", vip.path["address"], vip.lan) }
        for service in plan.services {
            for entry in service.addresses {
                let node = plan[entry.node].name
                add(
                    entry.address.declared, .service, "service \(service.name) on \(node)", service.path["address"][node],
                    service.macvlan.flatMap { plan[$0].lan })
            }
        }
        return all
    }

    /// Finds the first fault of each address: outside its LAN, unusable, a duplicate, in a slice.
    static func judge(_ addresses: inout [DeclaredAddress], of plan: Plan, reporting problems: inout Diagnostics) {
        let slices = AddressSet(plan.macvlans.flatMap { $0.slices.map(\.prefix.range) })
        for index in addresses.indices {
            guard addresses[index].owner != .service else { continue }
            addresses[index].verdict = addresses[index].placement(in: plan)
        }
        joinGateways(&addresses)
        judgeDuplicates(&addresses, of: plan, reporting: &problems)
        for index in addresses.indices where addresses[index].verdict == .fine && addresses[index].owner != .service {
            if let address = addresses[index].address.v4, slices.contains(address) { addresses[index].verdict = .inSlice }
        }
    }

    /// One device may be the gateway itself: then its MAC is the gateway's.
    private static func joinGateways(_ addresses: inout [DeclaredAddress]) {
        for gateway in addresses.indices.prefix(while: { addresses[$0].owner == .gateway }) {
            let device = addresses.firstIndex { other in
                other.owner == .device && other.address == addresses[gateway].address
                    && (other.lan == nil || other.lan == addresses[gateway].lan)
                    && other.verdict != .ofGateway
            }
            guard let device else { continue }
            addresses[device].verdict = .ofGateway
            addresses[gateway].hasMAC = addresses[device].hasMAC
        }
    }

    private func placement(in plan: Plan) -> Verdict {
        guard let lan else {
            // Outside of every LAN; but where one of them could not be read, it may be that one.
            return plan.hasUnreadableLANs || plan.refusedLANs.contains(PlanPath(Array(path.steps.dropLast()))) ? .fine : .outsideLAN
        }
        switch address {
        case .v4(let address):
            let subnet = plan[lan].subnet
            if !subnet.contains(address) { return .outsideLAN }
            return address == subnet.network || address == subnet.broadcast ? .unusable : .fine
        case .v6(let address):
            return plan[lan].subnet6?.contains(address) ?? false ? .fine : .outsideLAN
        }
    }

    private static func judgeDuplicates(_ addresses: inout [DeclaredAddress], of plan: Plan, reporting problems: inout Diagnostics) {
        var holders: [IPAddress: [Int]] = [:]
        holders.reserveCapacity(addresses.count)
        for index in addresses.indices where addresses[index].verdict == .fine {
            holders[addresses[index].address, default: []].append(index)
        }
        for (_, group) in holders where group.count > 1 {
            let parties = group.map { (order: problems.order(of: .value(addresses[$0].path)), index: $0) }.sorted { $0.order < $1.order }
            guard let first = parties.first else { continue }
            for later in parties.dropFirst() { addresses[later.index].verdict = .duplicate(of: first.index) }
        }
    }
}
