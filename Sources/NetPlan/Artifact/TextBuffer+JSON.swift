extension TextBuffer {
    /// Appends a JSON string with its quotes; a quote, a backslash and control characters are escaped (RFC 8259, section 7).
    ///
    ///     text.append(json: "rack \"A\"")   // "rack \"A\""
    public mutating func append(json text: String) {
        append(ascii: "\"")
        defer { append(ascii: "\"") }
        if !text.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C || $0 < 0x20 }) { return append(text) }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": append("\\\"")
            case "\\": append("\\\\")
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                append("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)")
            default: append(String(scalar))
            }
        }
    }
}
