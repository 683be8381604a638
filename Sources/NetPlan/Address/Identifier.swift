/// The key of a network, group, class or service: `[a-z0-9]([a-z0-9_-]*[a-z0-9])?`, at most 63 bytes.
///
/// What a swarm-scope Docker network may be called (a DNS name component), without dots and in lower case.
public struct Identifier: TextValue, Comparable {
    public let description: String

    public init(parsing text: Span<UInt8>) throws(ParseError) {
        if text.count == 0 { throw ParseError("it is empty", at: 0) }
        if text.count > 63 { throw ParseError("it has \(text.count) bytes, and such a name has at most 63", at: 63) }
        for index in text.indices {
            let byte = text[index]
            if Digits.decimal(byte) != nil || byte &- 0x61 < 26 { continue }
            guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") else {
                throw ParseError("it is made of a-z, 0-9, '-' and '_'", at: index)
            }
            if index == 0 || index == text.count - 1 { throw ParseError("it starts and ends with a letter or a digit", at: index) }
        }
        description = text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    /// A name that was read already, or stands in for one that could not be.
    init(joined text: String) { description = text }

    public static func < (a: Self, b: Self) -> Bool { a.description < b.description }
}
