extension UInt8 {
    /// A blank or a tab.
    var isBlank: Bool { self == 0x20 || self == 0x09 }
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    var isDigit: Bool { self &- 0x30 < 10 }
    /// Whether it continues a character of UTF-8, and so takes no column.
    var continuesCharacter: Bool { self & 0xC0 == 0x80 }
}

/// What the readers ask of a few bytes.
protocol Bytes: BidirectionalCollection<UInt8> {}
extension ArraySlice<UInt8>: Bytes {}
extension [UInt8]: Bytes {}

extension Bytes {
    /// Without blanks on either side.
    var trimmed: SubSequence {
        let rest = drop { $0.isBlank }
        guard let last = rest.lastIndex(where: { !$0.isBlank }) else { return rest[rest.endIndex...] }
        return rest[...last]
    }

    func has(prefix: String) -> Bool { starts(with: prefix.utf8) }

    func has(suffix: String) -> Bool { reversed().starts(with: suffix.utf8.reversed()) }

    /// Whether a word stands anywhere in it. Its first byte is rare enough that this stays linear for words of a dozen bytes.
    func holds(_ word: String) -> Bool {
        guard let first = word.utf8.first else { return true }
        var index = startIndex
        while let found = self[index...].firstIndex(of: first) {
            if self[found...].starts(with: word.utf8) { return true }
            index = self.index(after: found)
        }
        return false
    }

    /// As text that can be shown: a control character or what is not UTF-8 has its stand-in.
    var shown: String {
        let scalars = String(decoding: self, as: UTF8.self).unicodeScalars.map { scalar in
            switch scalar.value {
            case ..<0x20, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}" as Unicode.Scalar
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
