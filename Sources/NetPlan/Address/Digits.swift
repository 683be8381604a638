/// Bytes that spell numbers.
enum Digits {
    /// The value of an ASCII decimal digit.
    @inline(__always)
    static func decimal(_ byte: UInt8) -> UInt8? {
        let value = byte &- 0x30
        return value < 10 ? value : nil
    }

    /// The value of an ASCII hexadecimal digit, in either case.
    @inline(__always)
    static func hexadecimal(_ byte: UInt8) -> UInt8? {
        if let value = decimal(byte) { return value }
        let letter = (byte | 0x20) &- 0x61
        return letter < 6 ? letter + 10 : nil
    }

    /// Reads the whole of `text` as a decimal number without sign, blanks or needless leading zeros.
    static func number(_ text: Span<UInt8>) -> Int? {
        guard text.count > 0, text.count <= 18, text[0] != UInt8(ascii: "0") || text.count == 1 else { return nil }
        var value = 0
        for index in text.indices {
            guard let digit = decimal(text[index]) else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }
}
