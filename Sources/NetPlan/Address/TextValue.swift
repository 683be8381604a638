/// A value that one text spells, and that is written as that text in JSON.
///
///     IPv4Address("192.168.0.11")      // by LosslessStringConvertible, nil where the text is none
///     try HostName(parsing: bytes)     // says what is wrong, and at which byte
public protocol TextValue: LosslessStringConvertible, Codable, Hashable, Sendable {
    /// Reads the whole of `text`, or says which byte of it is wrong.
    init(parsing text: Span<UInt8>) throws(ParseError)
}

extension TextValue {
    public init?(_ description: String) {
        var description = description
        guard let value = description.withUTF8({ bytes -> Self? in try? Self(parsing: bytes.span) }) else { return nil }
        self = value
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Self(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' can't be read")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
