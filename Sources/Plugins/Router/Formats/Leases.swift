internal import NetPlan

/// What a target is told to lease, as far as it can be told.
struct Leases {
    /// By address, none touching the next.
    let ranges: [AddressRange<IPv4Address>]
    /// From the first address of them to the last; nil where there are none.
    let span: AddressRange<IPv4Address>?
    /// What may be leased by the plan, and is not.
    let lost: Int

    init(_ leasable: [AddressRange<IPv4Address>], by capability: Capability) {
        let set = AddressSet(leasable)
        let told =
            switch capability {
            case .nothing: [] as [AddressRange<IPv4Address>]
            case .manyRanges, .exclusionsInRange, .exclusionsInSubnet: set.ranges
            // Of equals the first.
            case .oneRange:
                set.ranges.max { ($0.addressCount, $1.lowerBound) < ($1.addressCount, $0.lowerBound) }.map { [$0] } ?? []
            }
        ranges = told
        span = told.first.flatMap { first in told.last.map { first.lowerBound...$0.upperBound } }
        lost = capability == .nothing ? 0 : set.count - AddressSet(ranges).count
    }

    /// What lies between the ranges.
    var gaps: [AddressRange<IPv4Address>] { span.map { AddressSet(ranges).gaps(in: $0) } ?? [] }

    /// What of a network's hosts is in no range: nobody leases its own address, or the broadcast address.
    func exclusions(in subnet: Prefix<IPv4Address>) -> [AddressRange<IPv4Address>] {
        var hosts = subnet.range
        if subnet.length < 31, let first = hosts.lowerBound.next, let last = hosts.upperBound.previous { hosts = first...last }
        return AddressSet(ranges).gaps(in: hosts)
    }
}
