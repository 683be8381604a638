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
        for lan in leases.subnets.map({ plan[$0.lan] }) {
            LeaseTimes.reportMaximum(of: lan.lease, at: lan.path["dhcp"]["lease"], by: "dnsmasq", &problems)
        }
        for group in plan.groups where group.lan.map(served.contains) ?? false {
            LeaseTimes.reportMaximum(of: group.lease, at: group.path["lease"], by: "dnsmasq", &problems)
        }
    }

    /// The names that a CNAME may point to.
    static func known(of records: [ResourceRecord]) -> Set<HostName> {
        Set(records.filter { !$0.name.isWildcard && $0.strings.isEmpty }.map(\.name.base))
    }

    /// Whether a record can be told. What can't is reported.
    static func takes(
        _ record: ResourceRecord, knowing known: Set<HostName>, by name: String = "dnsmasq", reporting problems: inout Diagnostics
    ) -> Bool {
        guard let path = record.path else { return true }
        switch record.value {
        case .address:
            return true
        case .name(let target):
            if known.contains(target) { return true }
            problems.report(
                .targetLimit, at: .value(path["values"][0]),
                "\(name) answers a CNAME only for a name that it knows itself, and not for \(target)",
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
