/// A group's router, or its subnet mask, that does not fit its hosts' addresses: dhcpd hands it out, and they reach nobody.
enum GroupGatewayUnreachableRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        for group in plan.groups {
            guard let lan = group.lan else { continue }
            let hosts = survey.allocation.hosts(of: group, in: lan)
            let length = group.maskLength ?? plan[lan].subnet.length
            for router in group.routers ?? [] {
                guard let host = hosts.first(where: { !Prefix(around: $0.address, length: length).contains(router.value) }) else {
                    continue
                }
                problems.report(
                    .groupGatewayUnreachable, at: .value(group.path["routers"][router.index]),
                    sentence(
                        router.value, of: "group \(group.name)", for: "\(host.name)", in: Prefix(around: host.address, length: length)),
                    help: plan[lan].gateway.map { "write routers: [\($0)], or leave it out for the LAN's gateway" }
                        ?? "name a router inside \(plan[lan].subnet)",
                    related: [Related("\(host.name) is \(host.address)", at: .value(host.path))])
            }
            guard let own = group.maskLength, own != plan[lan].subnet.length, group.routers == nil, let gateway = plan[lan].gateway else {
                continue
            }
            guard let host = hosts.first(where: { !Prefix(around: $0.address, length: own).contains(gateway) }) else { continue }
            problems.report(
                .groupGatewayUnreachable, at: .value(group.path["subnet-mask"]),
                "with the netmask of group \(group.name), \(host.name) (\(Prefix(around: host.address, length: own))) does not reach the gateway \(gateway)",
                help: "write \(plan[lan].subnet.mask), or leave it out",
                related: [Related("\(host.name) is \(host.address)", at: .value(host.path))])
        }
    }

    /// What is said of a router that a host can't reach, in a plan or in a pasted text.
    static func sentence(_ router: IPv4Address, of group: String, for host: String, in network: Prefix<IPv4Address>) -> String {
        "the router \(router) of \(group) is out of reach for \(host) (\(network))"
    }
}
