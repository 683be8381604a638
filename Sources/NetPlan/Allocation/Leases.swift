/// What a target is told to lease, as far as it can be told.
///
///     Leases([100...149, 151...199], by: .oneRange).ranges      // 100...149, and 49 are lost
public struct Leases: Sendable, Hashable {
    /// By address, none touching the next.
    public let ranges: [AddressRange<IPv4Address>]
    /// From the first address of them to the last; nil where there are none.
    public let span: AddressRange<IPv4Address>?
    /// What may be leased by the plan, and is not.
    public let lost: Int
    /// What may be leased by the plan.
    private let count: Int

    /// Tells as much as a target can be told, of what may be leased; of a part of it alone, where that is all that it takes.
    public init(_ leasable: [AddressRange<IPv4Address>], by capability: LeaseCapability, within part: AddressSet<IPv4Address>? = nil) {
        let set = AddressSet(leasable)
        let taken = (part ?? set).ranges
        let told =
            switch capability {
            case .nothing: [] as [AddressRange<IPv4Address>]
            case .manyRanges, .exclusionsInRange, .exclusionsInSubnet: taken
            // Of equals the first.
            case .oneRange:
                taken.max { ($0.addressCount, $1.lowerBound) < ($1.addressCount, $0.lowerBound) }.map { [$0] } ?? []
            }
        ranges = told
        span = told.first.flatMap { first in told.last.map { first.lowerBound...$0.upperBound } }
        count = set.count
        lost = capability == .nothing ? 0 : set.count - AddressSet(told).count
    }

    /// What lies between the ranges.
    public var gaps: [AddressRange<IPv4Address>] { span.map { AddressSet(ranges).gaps(in: $0) } ?? [] }

    /// What of a network's hosts is in no range: nobody leases its own address, or the broadcast address.
    public func exclusions(in subnet: Prefix<IPv4Address>) -> [AddressRange<IPv4Address>] {
        var hosts = subnet.range
        if subnet.length < 31, let first = hosts.lowerBound.next, let last = hosts.upperBound.previous { hosts = first...last }
        return AddressSet(ranges).gaps(in: hosts)
    }

    /// What a target with one range loses in a LAN, in a sentence without a full stop; nil where it loses nothing.
    ///
    ///     leases.loss(to: "UniFi", in: home.name)      // "UniFi has one DHCP range for a network: in 'home' it gets …"
    public func loss(to target: String, in lan: HostName) -> String? {
        if lost == 0 { return nil }
        return "\(target) has one DHCP range for a network: in '\(lan)' it gets \(span?.text ?? "nothing"), and \(lost) of \(count) "
            + "addresses that may be leased are lost"
    }
}
