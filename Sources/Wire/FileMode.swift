/// Permission bits as the manifest writes them: `"0644"`.
enum FileMode {
    static func text(_ mode: UInt16) -> String {
        let digits = String(mode & 0o777, radix: 8)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// Nil where it is not `0` and three octal digits: no file of ours is set-uid.
    static func parse(_ text: String) -> UInt16? {
        guard text.utf8.count == 4, text.utf8.allSatisfy({ (0x30...0x37).contains($0) }), text.hasPrefix("0") else { return nil }
        return UInt16(text, radix: 8)
    }
}
