/// A path as a URI reference (RFC 3986): relative where the path is, else a `file` URI.
///
///     URIReference(path: "sites/b ü.yaml").text    // "sites/b%20%C3%BC.yaml"
///     URIReference(path: "/srv/plan.yaml").text    // "file:///srv/plan.yaml"
struct URIReference {
    let text: String

    init(path: String) {
        var text = path.hasPrefix("/") ? "file://" : ""
        for byte in path.utf8 {
            // A colon is encoded too: in the first step of a relative reference it would end a scheme.
            if Self.isUnreserved(byte) || byte == UInt8(ascii: "/") {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                text += byte < 16 ? "%0\(digits)" : "%\(digits)"
            }
        }
        self.text = text
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || "-._~".utf8.contains(byte)
    }
}
