internal import NetPlan

/// What AdGuard Home can't be told (0.107, by its source).
enum AdguardLimits {
    /// The records that it can be told. What can't is reported.
    static func taken(of records: [ResourceRecord], in plan: Plan, reporting problems: inout Diagnostics) -> [ResourceRecord] {
        var wild: [Wildcard: IPAddress] = [:]
        var reported: Set<DomainName> = []
        return records.filter { record in
            let place = Place.value(record.namePath(in: plan) ?? PlanPath("outputs", "adguard"))
            switch record.value {
            case .name: return true
            case .text:
                problems.report(
                    .targetLimit, at: place, "AdGuard Home has no TXT records",
                    help: "let dnsmasq, BIND or unbound answer for \(record.name)")
                return false
            case .address(let address):
                guard record.name.isWildcard else { return true }
                let key = Wildcard(name: record.name, isV6: address.v4 == nil)
                guard let first = wild[key] else {
                    wild[key] = address
                    return true
                }
                if reported.insert(record.name).inserted {
                    problems.report(
                        .targetLimit, at: place, "AdGuard Home answers a wildcard with one address: \(record.name) is \(first) alone",
                        help: "write each name below \(record.name.base), or give it one address")
                }
                return false
            }
        }
    }

    /// A wildcard's addresses of one family.
    private struct Wildcard: Hashable {
        let name: DomainName
        let isV6: Bool
    }

    /// Its one range; nil where it takes none.
    static func range(
        of subnet: LeasePlan.Subnet, in plan: Plan, reporting problems: inout Diagnostics
    ) -> AddressRange<IPv4Address>? {
        let told = Leases(subnet.ranges, by: .oneRange)
        let place = Place.value(plan[subnet.lan].path["dhcp"]["ranges"])
        if let loss = told.loss(to: "AdGuard Home", in: subnet.name) {
            problems.report(.targetLimit, at: place, loss, help: "make what may be leased one run of addresses: move what lies in between")
        }
        guard let range = told.span, range.addressCount > 1 else {
            problems.report(
                .targetLimit, .error, at: place, "AdGuard Home takes no range of one address",
                help: "make room for two, or let another serve")
            return nil
        }
        return range
    }
}
