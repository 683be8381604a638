internal import NetPlan

/// What a class's range must be cut around, as `leasable` is for the general ranges: dhcpd offers an address of a `host` to
/// anybody who comes first (measured, 4.4.3-P1).
struct TakenAddresses {
    private let allocation: Allocation
    /// Made for the first class: most plans have none.
    private lazy var set = Self.set(of: allocation)

    init(_ allocation: Allocation) { self.allocation = allocation }

    /// What of a range a DHCP server may lend to strangers.
    mutating func free(of range: AddressRange<IPv4Address>, in lan: LAN) -> [AddressRange<IPv4Address>] {
        let edges = [lan.subnet.network, lan.subnet.broadcast, lan.gateway].compactMap(\.self).map { $0...$0 }
        return AddressSet(set.gaps(in: range)).subtracting(AddressSet(edges)).ranges
    }

    private static func set(of allocation: Allocation) -> AddressSet<IPv4Address> {
        let plan = allocation.plan
        let servers = (plan.lans.flatMap(\.dns) + plan.groups.flatMap { $0.dns ?? [] }).compactMap { server -> IPv4Address? in
            if case .address(let address) = server.value { address.v4 } else { nil }
        }
        let routers = plan.groups.flatMap { $0.routers ?? [] }.map(\.value)
        let single = allocation.addresses.compactMap(\.address.v4) + servers + routers
        return AddressSet(single.map { $0...$0 } + allocation.slices.map(\.prefix.range) + plan.lans.flatMap(\.reserved).map(\.range))
    }
}
