/// What each address of a LAN is used for: runs without gaps or overlaps, lowest first.
///
///     for run in Occupancy(of: lan, in: allocation).runs { print(run.range.text, run.use) }
public struct Occupancy: Sendable, Hashable {
    /// Where several hold, the first.
    public enum Use: Int, Sendable, Hashable, CaseIterable {
        /// The LAN's network or broadcast address.
        case unusable
        /// Somebody's own: gateway, node, device, VIP, service, DNS server, router.
        case fixed
        /// A macvlan slice.
        case sliced
        /// Kept by hand.
        case reserved
        /// Lent by the DHCP server, to a class of strangers too.
        case leased
        case free
    }

    /// Neighbouring addresses of one use.
    public struct Run: Sendable, Hashable {
        public let range: AddressRange<IPv4Address>
        public let use: Use
    }

    public let runs: [Run]

    public init(of lan: Reference<LAN>, in allocation: Allocation) {
        let plan = allocation.plan
        let subnet = plan[lan].subnet
        var seen = AddressSet<IPv4Address>()
        var runs: [Run] = []
        for use in Use.allCases {
            let layer = use == .free ? [subnet.range] : Self.ranges(of: use, lan, allocation)
            let inside = layer.filter { $0.overlaps(subnet.range) }.map { $0.clamped(to: subnet.range) }
            let fresh = AddressSet(inside).subtracting(seen)
            runs += fresh.ranges.map { Run(range: $0, use: use) }
            seen = seen.union(fresh)
        }
        self.runs = runs.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func ranges(of use: Use, _ lan: Reference<LAN>, _ allocation: Allocation) -> [AddressRange<IPv4Address>] {
        let plan = allocation.plan
        switch use {
        case .unusable: return [plan[lan].subnet.network, plan[lan].subnet.broadcast].compactMap { $0.map { $0...$0 } }
        case .fixed:
            var others = plan.lans.flatMap { $0.dns.compactMap(\.value.declared) } + plan.groups.flatMap { ($0.routers ?? []).map(\.value) }
            others += plan.groups.flatMap { ($0.dns ?? []).compactMap(\.value.declared) }
            return (allocation.addresses.compactMap(\.address.v4) + others).map { $0...$0 }
        case .sliced: return allocation.slices.map(\.prefix.range)
        case .reserved: return plan.lans.flatMap { $0.reserved.map(\.range) }
        case .leased: return plan.lans.flatMap { $0.ranges.map(\.value) } + plan.classes.compactMap(\.range)
        case .free: return []
        }
    }

    /// How many addresses have a use.
    public func count(of use: Use) -> Int { runs.reduce(0) { $0 + ($1.use == use ? $1.range.addressCount : 0) } }
}
