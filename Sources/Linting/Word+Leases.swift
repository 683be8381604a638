internal import NetPlan

extension Word {
    /// Without quotes.
    var bare: String {
        let text = text.first == UInt8(ascii: "\"") ? text.dropFirst().prefix { $0 != UInt8(ascii: "\"") } : text[...]
        return text.shown
    }

    /// Whether dhcpd looks it up as a name: then nothing is known of it here.
    var isHostName: Bool { text.first?.isLetter ?? false && text.contains(UInt8(ascii: ".")) }
}

extension ValueReader {
    /// A netmask as the length of its prefix.
    func maskLength(_ word: Word, reporting problems: inout Diagnostics) -> Int? {
        guard let mask = address(word, "the netmask", reporting: &problems) else { return nil }
        let length = mask.value.bits.leadingZeroBitCount == 0 || mask.value.bits == 0 ? (~mask.value.bits).leadingZeroBitCount : -1
        if length >= 0, Prefix(around: IPv4Address.last, length: length).mask == mask.value { return length }
        problems.report(
            .invalidPrefix, at: mask.place, "\(mask.value) is no netmask: its ones do not stand together at the front",
            help: "write 255.255.255.0 for a /24")
        return nil
    }
}
