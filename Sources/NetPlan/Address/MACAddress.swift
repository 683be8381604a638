/// The 48-bit hardware address of a network interface.
///
///     MACAddress("DE:AD:AB:6B:D3:09")?.description   // "de:ad:ab:6b:d3:09"
///
/// Only six colon-separated pairs are read: dhcpd 4.4 refuses dashes, and dnsmasq 2.90 takes them for a host name.
/// An address of a group (multicast, broadcast) or of nobody (all zeros) is refused: no interface has it (IEEE 802, section 8).
public struct MACAddress: Address {
    public let bits: UInt64

    public static var width: Int { 48 }

    @inlinable public init(bits: UInt64) { self.bits = bits & 0xFFFF_FFFF_FFFF }

    public init(parsing text: Span<UInt8>) throws(ParseError) {
        let (bits, octets) = try Self.octets(in: text)
        guard octets == 6 else { throw ParseError("it has \(octets) of six octets", at: text.count) }
        if bits == 0 { throw ParseError("all zeros is nobody's address", at: 0) }
        if bits >> 40 & 1 == 1 { throw ParseError("it is a multicast address (the first octet is odd)", at: 0) }
        self.bits = bits
    }

    /// Reads any number of octets up to six, as the start of an address is written: `de:ad:d0`.
    static func octets(in text: Span<UInt8>) throws(ParseError) -> (bits: UInt64, count: Int) {
        var bits: UInt64 = 0
        var index = 0
        var count = 0
        while true {
            guard index + 1 < text.count, let high = Digits.hexadecimal(text[index]), let low = Digits.hexadecimal(text[index + 1]) else {
                throw ParseError("an octet is two digits of 0-9 and a-f", at: min(index, text.count))
            }
            bits = bits << 8 | UInt64(high << 4 | low)
            (index, count) = (index + 2, count + 1)
            if index == text.count { return (bits, count) }
            if text[index] != UInt8(ascii: ":") {
                throw ParseError("its octets are two digits each, with colons between them", at: index)
            }
            if count == 6 { throw ParseError("there are more than six octets", at: index) }
            index += 1
        }
    }

    public func write(to text: inout TextBuffer) {
        text.append(upTo: 17) { span in
            for shift in stride(from: UInt64(40), through: 0, by: -8) {
                span.append(hexadecimalPair: UInt8(truncatingIfNeeded: bits >> shift))
                if shift > 0 { span.append(ascii: ":") }
            }
        }
    }
}
