internal import NetPlan

/// How a target is told what it may lease, and so what it never may.
enum Capability: Sendable, Hashable {
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
