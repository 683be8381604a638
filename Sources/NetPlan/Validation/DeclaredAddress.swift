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

    /// Whose it is. References only: of 100,000 addresses, few are ever spoken of.
    enum Owner: Equatable {
        case gateway(Reference<LAN>)
        case node(Reference<Node>)
        /// A node's IPv6 address.
        case node6(Reference<Node>)
        case attachment(Reference<Node>, index: Int)
        case device(Reference<Device>)
        case vip(Reference<VIP>)
        case service(Reference<Service>, index: Int)
    }

    let address: IPAddress
    let owner: Owner
    let lan: Reference<LAN>?
    private(set) var hasMAC = false
    var verdict = Verdict.fine

    var isService: Bool { if case .service = owner { true } else { false } }
    var isGateway: Bool { if case .gateway = owner { true } else { false } }
    var isDevice: Bool { if case .device = owner { true } else { false } }

    /// Whether 'auto' could stand for it: a gateway, a VIP and an IPv6 address are never the program's to choose.
    var canBeOpen: Bool {
        switch owner {
        case .node, .attachment, .device, .service: true
        case .gateway, .node6, .vip: false
        }
    }

    /// Whether a key beside it says which LAN it is in.
    var hasLANKey: Bool {
        switch owner {
        case .node, .device, .vip: true
        case .gateway, .node6, .attachment, .service: false
        }
    }

    /// "node ds1", for messages.
    func name(in plan: Plan) -> String {
        switch owner {
        case .gateway(let lan): "the gateway of LAN \(plan[lan].name)"
        case .node(let node), .node6(let node): "node \(plan[node].name)"
        case .attachment(let node, let index): "node \(plan[node].also[index].name)"
        case .device(let device): "device \(plan[device].name)"
        case .vip(let vip): "VIP \(plan[vip].name)"
        case .service(let service, let index): "service \(plan[service].name) on \(plan[plan[service].addresses[index].node].name)"
        }
    }

    /// Where the address stands.
    func path(in plan: Plan) -> PlanPath {
        switch owner {
        case .gateway(let lan): plan[lan].path["gateway"]
        case .node(let node): plan[node].path["address"]
        case .node6(let node): plan[node].path["address6"]
        case .attachment(let node, let index): plan[node].path["also"][plan[plan[node].also[index].lan].name]["address"]
        case .device(let device): plan[device].path["address"]
        case .vip(let vip): plan[vip].path["address"]
        case .service(let service, let index): plan[service].path["address"][plan[plan[service].addresses[index].node].name]
        }
    }

    static func all(in plan: Plan) -> [DeclaredAddress] {
        var all: [DeclaredAddress] = []
        all.reserveCapacity(plan.devices.count + plan.nodes.count * 2 + 64)
        func add(_ address: IPv4Address?, _ owner: Owner, _ lan: Reference<LAN>?, mac: MACAddress? = nil) {
            guard let address else { return }
            all.append(DeclaredAddress(address: .v4(address), owner: owner, lan: lan, hasMAC: mac != nil))
        }
        for lan in plan.lans.references { add(plan[lan].gateway, .gateway(lan), lan) }
        for (reference, node) in zip(plan.nodes.references, plan.nodes) {
            add(node.address?.declared, .node(reference), node.lan, mac: node.mac)
            if let address = node.address6 { all.append(DeclaredAddress(address: .v6(address), owner: .node6(reference), lan: node.lan)) }
            for (index, attachment) in node.also.enumerated() {
                add(attachment.address?.declared, .attachment(reference, index: index), attachment.lan, mac: attachment.mac)
            }
        }
        for (reference, device) in zip(plan.devices.references, plan.devices) {
            add(device.address?.declared, .device(reference), device.lan, mac: device.mac)
        }
        for vip in plan.vips.references { add(plan[vip].address, .vip(vip), plan[vip].lan) }
        for (reference, service) in zip(plan.services.references, plan.services) {
            for (index, entry) in service.addresses.enumerated() {
                add(entry.address.declared, .service(reference, index: index), service.macvlan.flatMap { plan[$0].lan })
            }
        }
        return all
    }

    /// Finds the first fault of each address: outside its LAN, unusable, a duplicate, in a slice.
    static func judge(_ addresses: inout [DeclaredAddress], of plan: Plan, reporting problems: inout Diagnostics) {
        let slices = AddressSet(plan.macvlans.flatMap { plan.slices(of: $0).map(\.prefix.range) })
        for index in addresses.indices {
            guard !addresses[index].isService else { continue }
            addresses[index].verdict = addresses[index].placement(in: plan)
        }
        joinGateways(&addresses)
        judgeDuplicates(&addresses, of: plan, reporting: &problems)
        for index in addresses.indices where addresses[index].verdict == .fine && !addresses[index].isService {
            if let address = addresses[index].address.v4, slices.contains(address) { addresses[index].verdict = .inSlice }
        }
    }

    /// One device may be the gateway itself: then its MAC is the gateway's.
    private static func joinGateways(_ addresses: inout [DeclaredAddress]) {
        for gateway in addresses.indices.prefix(while: { addresses[$0].isGateway }) {
            let device = addresses.firstIndex { other in
                other.isDevice && other.address == addresses[gateway].address
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
            return plan.hasUnreadableLANs || plan.refusedLANs.contains(PlanPath(Array(path(in: plan).steps.dropLast())))
                ? .fine : .outsideLAN
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
        let fine = addresses.indices.filter { addresses[$0].verdict == .fine }
        let repeated = Repeated(fine.map { addresses[$0].address.checksum })
        if repeated.isEmpty { return }
        let suspects = fine.filter { repeated.contains(addresses[$0].address.checksum) }
        for group in Dictionary(grouping: suspects, by: { addresses[$0].address }).values {
            // Devices alone are in the order of the file already, and there may be very many.
            if group.allSatisfy({ addresses[$0].isDevice }) {
                for later in group.dropFirst() { addresses[later].verdict = .duplicate(of: group[0]) }
                continue
            }
            let parties = group.map { (order: problems.order(of: .value(addresses[$0].path(in: plan))), index: $0) }.sorted {
                $0.order < $1.order
            }
            guard let first = parties.first else { continue }
            for later in parties.dropFirst() { addresses[later.index].verdict = .duplicate(of: first.index) }
        }
    }
}

extension IPAddress {
    /// A number that is nearly always another for another address.
    fileprivate var checksum: UInt64 {
        switch self {
        case .v4(let address): UInt64(address.bits)
        case .v6(let address): UInt64(truncatingIfNeeded: address.bits ^ address.bits >> 64)
        }
    }
}
