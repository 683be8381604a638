import NetPlan
import Testing

struct IPv4AddressTests {
    @Test(
        arguments: [
            ("0.0.0.0", 0), ("0.0.0.1", 1), ("10.0.0.1", 0x0A00_0001), ("192.168.0.11", 0xC0A8_000B), ("255.255.255.255", 0xFFFF_FFFF),
            ("1.20.255.100", 0x0114_FF64),
        ] as [(String, UInt32)])
    func dottedQuadsAreNumbers(_ text: String, _ bits: UInt32) {
        #expect(IPv4Address(text)?.bits == bits)
        #expect(IPv4Address(bits: bits).description == text)
    }

    @Test(arguments: [
        BadText("", "it is empty", at: 0),
        BadText("1", "1 of four octets", at: 1),
        BadText("1.2.3", "3 of four octets", at: 5),
        BadText("1.2.3.", "last octet is empty", at: 6),
        BadText(".1.2.3", "an octet is empty", at: 0),
        BadText("1..2.3", "an octet is empty", at: 2),
        BadText("1.2.3.4.", "more than four octets", at: 7),
        BadText("1.2.3.4.5", "more than four octets", at: 7),
        BadText("192.168.0.256", "octet 256 is over 255", at: 10),
        BadText("999.1.1.1", "octet 999 is over 255", at: 0),
        BadText("1.2.3.4294967297", "is over 255", at: 6),
        BadText("1.2.3.04", "starts with a zero", at: 6),
        BadText("00.2.3.4", "starts with a zero", at: 0),
        BadText("1.2.3.4 ", "holds a blank", at: 7),
        BadText(" 1.2.3.4", "holds a blank", at: 0),
        BadText("0x7f.0.0.1", "only digits and dots", at: 1),
        BadText("1.2.3.-4", "only digits and dots", at: 6),
        BadText("1.2.3.٤", "only digits and dots", at: 6),
        BadText("1.2.3.4/24", "only a network has a length", at: 7), BadText("1.2.3.4:80", "a port behind it", at: 7),
        BadText("fd00::1", "it has colons, as IPv6", at: 0), BadText("printer", "only digits and dots", at: 0),
    ])
    func anythingElseIsRefusedWhereItIsWrong(_ bad: BadText) { expectRefused(bad, IPv4Address.init(parsing:)) }

    @Test func everyAddressIsReadAsItIsWritten() {
        var random = SplitMix64(seed: 4)
        for _ in 0..<5_000 {
            let address = IPv4Address(bits: UInt32(truncatingIfNeeded: random.next()))
            #expect(IPv4Address(address.description) == address)
        }
    }
}
