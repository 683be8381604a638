/// How long an address is lent, in seconds.
public struct Lease: Sendable, Hashable, Codable {
    public var minimum: Int?
    public var usual: Int?
    public var maximum: Int?

    public init() {}

    /// These times, and the others' where this has none.
    public func over(_ other: Lease) -> Lease {
        var lease = self
        lease.minimum = minimum ?? other.minimum
        lease.usual = usual ?? other.usual
        lease.maximum = maximum ?? other.maximum
        return lease
    }
}
