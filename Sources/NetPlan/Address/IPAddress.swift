/// An address of either family, for the few lists that mix them: DNS servers, records, addresses of names.
public enum IPAddress: TextValue {
    case v4(IPv4Address)
    case v6(IPv6Address)

    /// Reads either family: a colon makes it IPv6.
    public init(parsing text: Span<UInt8>) throws(ParseError) {
        if text.indices.contains(where: { text[$0] == UInt8(ascii: ":") }) {
            self = .v6(try IPv6Address(parsing: text))
        } else {
            self = .v4(try IPv4Address(parsing: text))
        }
    }

    /// The address where it is IPv4.
    public var v4: IPv4Address? { if case .v4(let address) = self { address } else { nil } }

    public func write(to text: inout TextBuffer) {
        switch self {
        case .v4(let address): address.write(to: &text)
        case .v6(let address): address.write(to: &text)
        }
    }

    public var description: String {
        switch self {
        case .v4(let address): address.description
        case .v6(let address): address.description
        }
    }
}
