/// Characters that no text of a plan may hold: each of them changes what some target reads.
enum UnsafeText {
    /// What is wrong with a text, as "a control character (U+0007)".
    static func fault(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var previous: UInt8 = 0
        var isASCII = true
        for byte in bytes {
            if byte < 0x20 || byte == 0x7F { return "a control character (\(name(UInt32(byte))))" }
            // Traefik runs Go templates in its dynamic files, comments included (3.7).
            if byte == 0x7B, previous == 0x7B { return "'{{', which Traefik takes for a template" }
            if byte >= 0x80 { isASCII = false }
            previous = byte
        }
        if isASCII { return nil }
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x80...0x9F: return "a control character (\(name(scalar.value)))"
            case 0x2028, 0x2029: return "a line separator (\(name(scalar.value)))"
            case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return "a bidirectional mark (\(name(scalar.value)))"
            case 0xFFFE, 0xFFFF: return "a character that XML does not allow (\(name(scalar.value)))"
            default: continue
            }
        }
        return nil
    }

    private static func name(_ scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
