extension Middleware {
    /// Reads `lan-only` or `auth@file`.
    public init(parsing text: Span<UInt8>) throws(ParseError) {
        if let at = text.indices.first(where: { text[$0] == UInt8(ascii: "@") }) {
            let name = try Self.word(text.extracting(0..<at), at: 0)
            self.init(name: name, provider: try Self.word(text.extracting((at + 1)..<text.count), at: at + 1))
        } else {
            self.init(name: try Self.word(text, at: 0))
        }
    }

    /// Letters, digits, '-', '_' and '.': what Traefik can be told without quoting it in a label.
    static func word(_ text: Span<UInt8>, at offset: Int) throws(ParseError) -> String {
        if text.count == 0 { throw ParseError("a name is empty", at: offset) }
        if text.count > 128 { throw ParseError("a name has \(text.count) bytes, and it has at most 128", at: offset + 128) }
        for index in text.indices {
            let byte = text[index]
            guard Digits.decimal(byte) != nil || (byte | 0x20) &- 0x61 < 26 || "-_.".utf8.contains(byte) else {
                throw ParseError("a name is letters, digits, '-', '_' and '.'", at: offset + index)
            }
        }
        return String(decoding: text.indices.map { text[$0] }, as: UTF8.self)
    }
}

extension Middleware: CustomStringConvertible {
    /// As it is read: `auth@file`.
    public var description: String { provider.map { "\(name)@\($0)" } ?? name }
}
