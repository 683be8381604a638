internal import NetPlan

/// What dnsmasq can't be told, or takes badly (measured, 2.90).
enum DnsmasqLimits {
    /// It compares each `dhcp-host` with all others: 20,000 take it two seconds, and 100,000 minutes.
    private static let mostHosts = 20_000

    /// A line has at most 1024 bytes, its end included.
    private static let longestText = 900

    static func report(_ leases: LeasePlan, slices: [Slice], of plan: Plan, reporting problems: inout Diagnostics) {
        let served = Set(leases.subnets.map(\.lan))
        let withheld = slices.filter { served.contains($0.lan) }.reduce(0) { $0 + $1.prefix.count }
        let count = leases.hosts.count + leases.memberCount + withheld
        if count > mostHosts {
            problems.report(
                .targetLimit, at: .key(PlanPath("outputs", "dnsmasq")),
                "dnsmasq reads \(count) 'dhcp-host' lines slowly: each is compared with all others",
                help: "let dhcpd or Kea serve so many hosts")
        }
        for reference in leases.subnets.map(\.lan) { report(plan[reference].lease, at: plan[reference].path["dhcp"]["lease"], &problems) }
        for group in plan.groups where group.lan.map(served.contains) ?? false {
            report(group.lease, at: group.path["lease"], &problems)
        }
    }

    /// It has one time: who asks for more gets that, who asks for less gets less.
    private static func report(_ lease: Lease, at path: PlanPath, _ problems: inout Diagnostics) {
        guard let maximum = lease.maximum, maximum != LeaseTimes(lease).usual else { return }
        problems.report(
            .targetLimit, .note, at: .value(path["max"]), "dnsmasq lends for 'default' at most, whoever asks for more",
            help: "leave 'max' out, or let dhcpd or Kea serve the LAN")
    }

    /// The names that a CNAME may point to.
    static func known(of records: [ResourceRecord]) -> Set<HostName> {
        Set(records.filter { !$0.name.isWildcard && $0.strings.isEmpty }.map(\.name.base))
    }

    /// Whether a record can be told. What can't is reported.
    static func takes(_ record: ResourceRecord, knowing known: Set<HostName>, reporting problems: inout Diagnostics) -> Bool {
        guard let path = record.path else { return true }
        switch record.value {
        case .address:
            return true
        case .name(let target):
            if known.contains(target) { return true }
            problems.report(
                .targetLimit, at: .value(path["values"][0]),
                "dnsmasq answers a CNAME only for a name that it knows itself, and not for \(target)",
                help: "point \(record.name) to a name of this plan, or write its address as type: A")
            return false
        case .text(let text):
            if record.name.isWildcard {
                problems.report(
                    .targetLimit, at: .value(path["name"]), "dnsmasq has no TXT record for a wildcard", help: "write a record for each name"
                )
                return false
            }
            if DnsmasqText.quoted(text).utf8.count <= longestText { return true }
            problems.report(
                .targetLimit, at: .value(path["values"]), "dnsmasq reads no line of so long a text",
                help: "keep it below \(longestText) bytes")
            return false
        }
    }
}
