extension YAMLText {
    /// Text in double quotes. What would break a line, end the quotes or vanish is escaped (YAML 1.2, 5.7).
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22, 0x5C: quoted += "\\\(scalar)"
            case 0..<0x20, 0x7F..<0xA0: quoted += "\\x" + hexadecimal(scalar, digits: 2)
            case 0x2028, 0x2029, 0xFEFF: quoted += "\\u" + hexadecimal(scalar, digits: 4)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar, digits: Int) -> String {
        let text = String(scalar.value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// Whether a key can do without quotes: it begins with a letter, and no YAML takes it for a boolean or for nothing.
    static func isPlain(_ key: String) -> Bool {
        func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
        func isInside(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F }
        guard let first = key.utf8.first, isLetter(first), key.utf8.allSatisfy(isInside) else { return false }
        return !["true", "false", "yes", "no", "on", "off", "y", "n", "null"].contains(key.lowercased())
    }

    /// Whether it is a whole number that every reader takes for the same one: a leading zero makes it octal for some.
    static func isWhole(_ text: String) -> Bool {
        let digits = text.utf8.first == 0x2D ? text.utf8.dropFirst() : text.utf8[...]
        guard let first = digits.first, digits.count <= 18, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        return first != 0x30 || text == "0"
    }
}
