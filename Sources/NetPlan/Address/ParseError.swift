/// Why a text is not a value, and at which byte of it that shows.
///
///     do { _ = try IPv4Address(parsing: "10.0.0.256".utf8.span) }
///     // reason: "octet 256 is over 255", offset: 7
public struct ParseError: Error, Sendable, Hashable {
    /// Half a sentence in lower case without a full stop, that can follow a colon.
    public let reason: String

    /// How many UTF-8 bytes of the text are fine.
    public let offset: Int

    public init(_ reason: String, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }
}
