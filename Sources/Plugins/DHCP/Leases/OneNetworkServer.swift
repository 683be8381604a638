internal import NetPlan

/// A server that leases in one network and tells all its clients the same: Pi-hole, AdGuard Home. What a plan asks beyond that is reported.
struct OneNetworkServer {
    /// What it is called in a sentence.
    let name: String
    /// Whether it can lend to a known machine for times of its own.
    let lendsByHost: Bool
    let plan: Plan

    private static let others = "let dhcpd, Kea or dnsmasq serve the LAN"

    /// The network that it serves; nil where there is none, or none that it could.
    func subnet(of leases: LeasePlan, reporting problems: inout Diagnostics) -> LeasePlan.Subnet? {
        guard let subnet = leases.subnets.first else { return nil }
        for other in leases.subnets.dropFirst() {
            problems.report(
                .targetLimit, .error, at: .value(server(of: other)),
                "\(name) leases in one network, and '\(subnet.name)' is the first",
                help: "let another server lease in '\(other.name)'",
                related: [Related("'\(subnet.name)' is here", at: .value(server(of: subnet)))])
        }
        for (isThere, what, key) in [
            (!subnet.options.routers.isEmpty, "a gateway", "gateway"), (!subnet.ranges.isEmpty, "a DHCP range", "dhcp.ranges"),
        ] where !isThere {
            problems.report(
                .targetLimit, .error, at: .value(server(of: subnet)),
                "\(name) leases nowhere without \(what), and '\(subnet.name)' has none",
                help: "write lans.\(subnet.name).\(key), or let dhcpd, Kea or dnsmasq serve the LAN")
            return nil
        }
        report(subnet, &problems)
        for group in leases.groups where group.lan == subnet.lan { report(group, in: subnet, &problems) }
        return subnet
    }

    private func server(of subnet: LeasePlan.Subnet) -> PlanPath { plan[subnet.lan].path["dhcp"]["server"] }

    private func report(_ subnet: LeasePlan.Subnet, _ problems: inout Diagnostics) {
        LeaseTimes.reportMaximum(of: plan[subnet.lan].lease, at: plan[subnet.lan].path["dhcp"]["lease"], by: name, &problems)
        for known in subnet.classes {
            problems.report(
                .targetLimit, at: .key(PlanPath("dhcp", "classes")[known.name]),
                "\(name) tells no MACs apart: the class \(known.name) gets of the LAN's range, and nobody of its own", help: Self.others)
        }
    }

    private func report(_ group: LeasePlan.Group, in subnet: LeasePlan.Subnet, _ problems: inout Diagnostics) {
        let path = PlanPath("dhcp", "groups")[group.name]
        var own = group.differences(from: subnet)
        if lendsByHost {
            LeaseTimes.reportMaximum(
                of: plan.groups.first { $0.name == group.name }?.lease ?? Lease(), at: path["lease"], by: name, &problems)
        } else if LeaseTimes(group.options.lease).usual != LeaseTimes(subnet.options.lease).usual {
            own.append("lease")
        }
        if own.isEmpty { return }
        problems.report(
            .targetLimit, at: .key(path),
            "\(name) tells all its clients the same: the group \(group.name) can't have its own \(Spelling.list(own, "and"))",
            help: Self.others)
    }
}

extension LeasePlan.Group {
    /// What its hosts are told, and the rest of their LAN is not: the plan's keys.
    fileprivate func differences(from subnet: LeasePlan.Subnet) -> [String] {
        let (own, common) = (options, subnet.options)
        return [
            (own.routers != common.routers, "routers"), (own.mask != common.mask, "subnet-mask"), (own.dns != common.dns, "dns"),
            (own.domain != common.domain, "domain"), (filename != nil, "filename"), (nextServer != nil, "next-server"),
        ].compactMap { $0 ? $1 : nil }
    }
}
