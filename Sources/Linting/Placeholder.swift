/// What an author leaves for the reader to fill in: `$SUBNET`, `<your subnet>`, `192.168.x.0/24`, `IP1`.
enum Placeholder {
    /// Whether a text that was to be an address or a network is such a place.
    static func isIn(_ text: some Collection<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        if text.contains(where: { "$<>{}[]?*`%".utf8.contains($0) }) { return true }
        let octets = text.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
        if octets.contains(where: { !$0.isEmpty && $0.allSatisfy { $0 | 0x20 == UInt8(ascii: "x") } }) { return true }
        // An address of IPv6 may start with a letter, and has a colon.
        return first.isLetter && !text.contains(UInt8(ascii: ":"))
    }
}
