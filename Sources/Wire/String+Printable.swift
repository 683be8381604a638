extension String {
    /// The text with '?' for whatever would steer a terminal or turn what follows it around: it comes from a stranger.
    var printable: String {
        if utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map { $0.isPrintable ? $0 : "?" }))
    }
}

extension Unicode.Scalar {
    private static let marks: [ClosedRange<UInt32>] = [
        0x00...0x1F, 0x7F...0x9F, 0x061C...0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFFFE...0xFFFF,
    ]

    fileprivate var isPrintable: Bool { !Self.marks.contains { $0.contains(value) } }
}
