extension Prefix: TextValue {
    /// What stands in the text, before it is known whether its host bits are zero.
    public struct Written: Sendable, Hashable {
        public let address: A
        public let length: Int

        /// The prefix around the address.
        public var prefix: Prefix { Prefix(around: address, length: length) }

        /// Whether the address is more than a network: `192.168.0.5/24`.
        public var hasHostBits: Bool { prefix.first != address }
    }

    /// Reads `address/length`, host bits and all.
    ///
    ///     try Prefix<IPv4Address>.parse("10.0.0.5/24").hasHostBits   // true
    @specialized(where A == IPv4Address)
    public static func parse(_ text: Span<UInt8>) throws(ParseError) -> Written {
        guard let slash = text.indices.first(where: { text[$0] == UInt8(ascii: "/") }) else {
            _ = try A(parsing: text)
            throw ParseError(
                A.width == 32 ? "its length is missing, as /24 for 256 addresses" : "its length is missing, as /64", at: text.count)
        }
        let address = try A(parsing: text.extracting(0..<slash))
        guard let length = Digits.number(text.extracting((slash + 1)..<text.count)) else {
            throw ParseError("the length after '/' is a number from 0 to \(A.width)", at: slash + 1)
        }
        guard length <= A.width else { throw ParseError("length /\(length) is over /\(A.width)", at: slash + 1) }
        return Written(address: address, length: length)
    }

    /// Reads a prefix; host bits are a fault.
    public init(parsing text: Span<UInt8>) throws(ParseError) {
        let written = try Self.parse(text)
        if written.hasHostBits { throw ParseError("it is an address inside \(written.prefix)", at: 0) }
        self = written.prefix
    }
}
