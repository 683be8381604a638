/// The octets that the addresses of some interfaces start with, one to five of them, as dhcpd's classes match them.
///
///     MACPrefix("52:54:00")?.contains(MACAddress("52:54:00:12:34:56")!)   // true
public struct MACPrefix: TextValue {
    /// The lowest address with this prefix.
    public let first: MACAddress

    /// How many octets it has.
    public let octets: Int

    public init(parsing text: Span<UInt8>) throws(ParseError) {
        let (bits, octets) = try MACAddress.octets(in: text)
        guard octets < 6 else { throw ParseError("a prefix has one to five octets", at: text.count) }
        if bits >> (8 * UInt64(octets - 1)) & 1 == 1 { throw ParseError("it is a multicast prefix (the first octet is odd)", at: 0) }
        self.octets = octets
        first = MACAddress(bits: bits << (8 * UInt64(6 - octets)))
    }

    /// Whether `address` starts with these octets.
    public func contains(_ address: MACAddress) -> Bool { shares(octets, with: address) }

    /// Whether the first `count` octets, at most its own, are those of `address`.
    public func shares(_ count: Int, with address: MACAddress) -> Bool {
        let shift = UInt64(8 * (6 - min(count, octets)))
        return address.bits >> shift == first.bits >> shift
    }

    public var description: String { String(first.description.prefix(3 * octets - 1)) }
}
