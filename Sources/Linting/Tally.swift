/// How much a file had in it for `Linter`.
public struct Tally: Sendable, Hashable {
    /// Docker networks.
    public var networks = 0
    /// Subnets, groups, hosts, ranges and the like of a dhcpd.conf.
    public var declarations = 0
    /// What was found, and could not be read.
    public var others = 0

    public init(others: Int = 0) { self.others = others }

    /// Whether there was nothing at all.
    public var isEmpty: Bool { self == Tally() }

    public static func += (a: inout Tally, b: Tally) {
        a.networks += b.networks
        a.declarations += b.declarations
        a.others += b.others
    }
}
