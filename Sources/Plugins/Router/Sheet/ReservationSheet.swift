public import NetPlan

/// What the router of one LAN must know: whom to give a fixed address, and what never to lease to anybody. The two never mix.
///
///     let sheet = ReservationSheet(lan: lan, of: allocation)
///     sheet.text(in: .csv)   // kind,name,mac,first,last,note …
public struct ReservationSheet: Sendable {
    /// A machine that the router must always give the same address, known by its MAC.
    public struct Reservation: Sendable, Hashable {
        /// Its key in the plan; `<node>-<lan>` for a node's other LANs.
        public let name: String
        /// How the router knows it.
        public let mac: MACAddress
        /// What it is always to be given.
        public let address: IPv4Address
    }

    /// Addresses that the router must never lease, and why.
    public struct Exclusion: Sendable, Hashable {
        /// Whose they are: an owner's key, `<macvlan>/<node>`, or `reserved`, `dns` and `router` where nobody in the plan owns them.
        public let name: String
        /// From the first address to the last.
        public let range: AddressRange<IPv4Address>
        /// Why: "macvlan slice", "fixed address", or what the plan notes of a reserved range.
        public let note: String
    }

    /// What it was read off: the names of every address are asked of it by the one format that wants them.
    let allocation: Allocation
    /// Its LAN's addresses, lowest first.
    let order: AddressOrder
    /// DNS servers and group routers of the LAN that nobody in the plan owns.
    let strangers: [Exclusion]
    /// The plan's site.
    public let site: HostName
    /// The LAN that the sheet is about.
    public let lan: LAN
    /// The LAN's place in the plan, from 1.
    public let number: Int
    /// What a name without a dot is below.
    public let domain: HostName
    /// The LAN's DNS servers by their IPv4 addresses.
    public let dns: [IPv4Address]
    /// What may be leased to strangers.
    public let leasable: [AddressRange<IPv4Address>]
    /// By address.
    public let reservations: [Reservation]
    /// By first address; what lies inside another exclusion is left out.
    public let exclusions: [Exclusion]

    /// Reads one LAN's sheet off the allocation.
    public init(lan reference: Reference<LAN>, of allocation: Allocation) {
        self.init(lan: reference, of: allocation, AddressOrder(allocation))
    }

    /// One of several sheets, whose addresses were sorted for all of them.
    init(lan reference: Reference<LAN>, of allocation: Allocation, _ order: AddressOrder) {
        let plan = allocation.plan
        self.allocation = allocation
        self.order = order
        site = plan.site
        lan = plan[reference]
        number = reference.index + 1
        domain = plan.domain
        dns = plan[reference].dns.flatMap { allocation.addresses(of: $0.value) }.compactMap(\.v4)
        leasable = allocation.leasable[reference.index].ranges
        let fixed = FixedAddresses(in: reference, of: allocation, order)
        strangers = fixed.strangers
        reservations = fixed.reservations
        exclusions = Self.outermost(
            Self.slices(in: reference, of: allocation) + fixed.vips + Self.reserved(in: lan) + fixed.strangers + fixed.others)
    }

    private static func slices(in lan: Reference<LAN>, of allocation: Allocation) -> [Exclusion] {
        let plan = allocation.plan
        return allocation.slices.lazy.filter { $0.lan == lan }.map { slice in
            Exclusion(name: "\(plan[slice.macvlan].name)/\(plan[slice.node].name)", range: slice.prefix.range, note: "macvlan slice")
        }
    }

    private static func reserved(in lan: LAN) -> [Exclusion] {
        lan.reserved.map { Exclusion(name: "reserved", range: $0.range, note: $0.note) }
    }

    /// Sorted by first address, without what another exclusion holds already; of equals the first stays.
    private static func outermost(_ exclusions: [Exclusion]) -> [Exclusion] {
        let sorted = exclusions.enumerated().sorted { a, b in
            let (left, right) = (a.element.range, b.element.range)
            if left.lowerBound != right.lowerBound { return left.lowerBound < right.lowerBound }
            return left.upperBound == right.upperBound ? a.offset < b.offset : left.upperBound > right.upperBound
        }
        var end: IPv4Address?
        return sorted.compactMap { _, exclusion in
            // Whoever comes earlier begins no later: if one of them reaches as far, it holds this one.
            if let reached = end, exclusion.range.upperBound <= reached { return nil }
            end = exclusion.range.upperBound
            return exclusion
        }
    }
}
