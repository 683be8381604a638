/// What is not free: where neither an open slice nor an open address may lie.
struct Taken {
    /// Gateways, DHCP and class ranges, reserved ranges, declared addresses, DNS servers and group routers, of all LANs.
    private(set) var declared: AddressSet<IPv4Address>

    /// Addresses that services declare, each inside the slice of its own macvlan and node.
    let services: [(macvlan: Reference<Macvlan>, node: Reference<Node>, address: IPv4Address)]

    init(_ plan: Plan) {
        var ranges = Self.known(in: plan)
        for lan in plan.lans { ranges += lan.ranges.map(\.value) }
        declared = AddressSet(ranges)
        services = plan.services.flatMap { service in
            service.addresses.compactMap { entry in
                guard let macvlan = service.macvlan, let address = entry.address.declared else { return nil }
                return (macvlan, entry.node, address)
            }
        }
    }

    /// Everything that is taken but the DHCP ranges themselves.
    static func known(in plan: Plan) -> [AddressRange<IPv4Address>] {
        var ranges: [AddressRange<IPv4Address>] = []
        ranges.reserveCapacity(plan.nodes.count + plan.devices.count + 64)
        func add(_ address: IPv4Address?) { if let address { ranges.append(address...address) } }
        for lan in plan.lans {
            add(lan.gateway)
            ranges += lan.reserved.map(\.range)
            for server in lan.dns { add(server.value.declared) }
        }
        ranges += plan.classes.compactMap(\.range)
        for node in plan.nodes {
            add(node.address?.declared)
            for attachment in node.also { add(attachment.address?.declared) }
        }
        for device in plan.devices { add(device.address?.declared) }
        for vip in plan.vips { add(vip.address) }
        for group in plan.groups {
            for router in group.routers ?? [] { add(router.value) }
            for server in group.dns ?? [] { add(server.value.declared) }
        }
        return ranges
    }

    mutating func insert(_ range: AddressRange<IPv4Address>) { declared.insert(range) }

    mutating func insert(_ addresses: [IPv4Address]) { declared = AddressSet(declared.ranges + addresses.map { $0...$0 }) }

    /// What is taken from the view of one slice: its own services' addresses are no obstacle.
    func around(_ macvlan: Reference<Macvlan>, on node: Reference<Node>) -> AddressSet<IPv4Address> {
        let others = services.filter { $0.macvlan != macvlan || $0.node != node }
        return others.isEmpty ? declared : AddressSet(declared.ranges + others.map { $0.address...$0.address })
    }
}

extension DNSServer {
    /// The IPv4 address where the plan gives it as one.
    var declared: IPv4Address? { if case .address(let address) = self { address.v4 } else { nil } }
}
