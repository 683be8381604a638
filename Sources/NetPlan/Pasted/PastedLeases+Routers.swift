extension PastedLeases {
    /// A router, or a netmask, that does not fit the hosts that are told it: seed of many silent outages, and dhcpd says nothing.
    func judgeRouters(reporting problems: inout Diagnostics) {
        let routing = nearest { !$0.routers.isEmpty }
        let masking = nearest { $0.maskLength != nil || $0.subnet != nil }
        let declared = scopes.compactMap(\.subnet?.value)
        // The hosts of each scope that names routers, with the network that each believes to be in.
        var told: [Int: [(host: Host, address: Placed<IPv4Address>, network: Prefix<IPv4Address>)]] = [:]
        for host in hosts {
            guard let scope = host.scope, let router = routing[scope], let address = host.addresses.first else { continue }
            let own = masking[scope].map { scopes[$0].maskLength ?? scopes[$0].subnet?.value.length ?? 32 }
            guard let length = own ?? (declared.count == 1 && declared[0].contains(address.value) ? declared[0].length : nil) else {
                continue
            }
            told[router, default: []].append((host, address, Prefix(around: address.value, length: length)))
        }
        for (index, scope) in scopes.enumerated() {
            for router in scope.routers {
                if let found = told[index]?.first(where: { !$0.network.contains(router.value) }) {
                    problems.report(
                        .groupGatewayUnreachable, at: router.place,
                        GroupGatewayUnreachableRule.sentence(
                            router.value, of: scope.name, for: "host \(found.host.name.value)", in: found.network),
                        help: help(router.value, found.address.value, found.network),
                        related: [Related("host \(found.host.name.value) is \(found.address.value)", at: found.address.place)])
                } else if let subnet = scope.subnet, !subnet.value.contains(router.value) {
                    problems.report(
                        .groupGatewayUnreachable, at: router.place,
                        "the router \(router.value) of \(scope.name) is out of reach for all in it",
                        help: "name a router inside \(subnet.value)", related: [Related("the subnet is \(subnet.value)", at: subnet.place)])
                }
            }
        }
    }

    /// The two ways to mend it: another router, or a netmask that holds both.
    private func help(_ router: IPv4Address, _ host: IPv4Address, _ network: Prefix<IPv4Address>) -> String {
        let shared = (router.bits ^ host.bits).leadingZeroBitCount
        let both = Prefix(around: host, length: min(shared, 30))
        guard shared >= 8 else { return "name a router inside \(network)" }
        return
            "name a router inside \(network); or, if the LAN is that wide, write option subnet-mask \(Prefix(around: host, length: both.length / 8 * 8).mask)"
    }
}
