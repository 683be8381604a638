/// How a target is told what it may lease, and so what it never may: a router's format, or a DHCP server.
///
///     Leases(allocation.leasable[0].ranges, by: .oneRange).lost      // how many addresses are not in the largest
public enum LeaseCapability: Sendable, Hashable {
    /// It leases nothing: somebody reads it, or it has names alone.
    case nothing
    /// As many ranges as there are.
    case manyRanges
    /// One range, and what is left out of it.
    case exclusionsInRange
    /// The whole subnet, and what is left out of it.
    case exclusionsInSubnet
    /// One range without a hole.
    case oneRange
}
