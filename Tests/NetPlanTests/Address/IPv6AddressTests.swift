import NetPlan
import Testing

struct IPv6AddressTests {
    /// The forms of RFC 4291, section 2.2, and the text that RFC 5952, section 4 wants for them.
    @Test(arguments: [
        GoodText("::"), GoodText("::1"), GoodText("1::"), GoodText("fd00:1::11"),
        GoodText("2001:DB8:0:0:8:800:200C:417A", "2001:db8::8:800:200c:417a"),
        GoodText("FF01:0:0:0:0:0:0:101", "ff01::101"),
        GoodText("0:0:0:0:0:0:0:0", "::"),
        GoodText("0000:0000:0000:0000:0000:0000:0000:0001", "::1"),
        GoodText("2001:0db8::0001", "2001:db8::1"),
        // One group of zeros is not shortened (4.2.2).
        GoodText("2001:db8:0:1:1:1:1:1"), GoodText("2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
        // The longest run, and the first of equals (4.2.3).
        GoodText("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"), GoodText("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
        GoodText("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), GoodText("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
        GoodText("1:2:3:4:5:6::", "1:2:3:4:5:6::"), GoodText("::3:4:5:6:7:8"), GoodText("0:0:3:0:0:0:7:8", "0:0:3::7:8"),
        GoodText("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), GoodText("1:2:3:4:5:6:7:8"),
        // With a dotted quad at the end.
        GoodText("::13.1.68.3", "::d01:4403"), GoodText("0:0:0:0:0:0:13.1.68.3", "::d01:4403"),
        GoodText("1:2:3:4:5:6:255.255.255.255", "1:2:3:4:5:6:ffff:ffff"), GoodText("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
        GoodText("1::5:1.2.3.4", "1::5:102:304"),
    ])
    func everyFormIsReadAndWrittenInOne(_ good: GoodText) {
        #expect(IPv6Address(good.text)?.description == good.canonical)
        #expect(IPv6Address(good.canonical) == IPv6Address(good.text))
    }

    @Test(arguments: [
        BadText("", "0 of eight groups", at: 0),
        BadText(":", "starts with a single colon", at: 0),
        BadText(":1::2", "starts with a single colon", at: 0),
        BadText("1:", "ends with a single colon", at: 1),
        BadText("1::2:", "ends with a single colon", at: 4),
        BadText(":::", "only hexadecimal", at: 2),
        BadText("1:::2", "only hexadecimal", at: 3),
        BadText("1::2::3", "once only", at: 4),
        BadText("1:2:3:4:5:6:7", "7 of eight groups", at: 13),
        BadText("1:2:3:4:5:6:7:8:9", "more than eight", at: 16),
        BadText("1:2:3:4:5:6:7:8::", "stands for nothing", at: 0),
        BadText("1:2:3:4::5:6:7:8", "stands for nothing", at: 0),
        BadText("12345::", "more than four digits", at: 0),
        BadText("1:00001::", "more than four digits", at: 2),
        BadText("fe80::1%eth0", "only hexadecimal", at: 7),
        BadText("fe80::%eth0", "zone", at: 6),
        BadText("g::1", "only hexadecimal", at: 0),
        BadText("1::g", "only hexadecimal", at: 3),
        BadText("::1 ", "only hexadecimal", at: 3),
        BadText("[::1]", "only hexadecimal", at: 0),
        BadText("::1.2.3", "3 of four octets", at: 7),
        BadText("::1.2.3.256", "octet 256 is over 255", at: 8),
        BadText("::01.2.3.4", "starts with a zero", at: 2),
        BadText("::1.2.3.4:5", "a port behind it", at: 9),
        BadText("1:2:3:4:5:6:7:1.2.3.4", "no room for a dotted quad", at: 14),
        BadText("1:2:3:4:5:6::1.2.3.4", "stands for nothing", at: 0),
        BadText("1.2.3.4", "looks like IPv4", at: 1),
    ])
    func anythingElseIsRefusedWhereItIsWrong(_ bad: BadText) { expectRefused(bad, IPv6Address.init(parsing:)) }

    @Test func everyAddressIsReadAsItIsWritten() {
        var random = SplitMix64(seed: 6)
        for _ in 0..<5_000 {
            var bits = UInt128(random.next()) << 64 | UInt128(random.next())
            // Groups of zeros are what the text is about.
            for group in 0..<8 where random.once(in: 2) { bits &= ~(0xFFFF << (16 * UInt128(group))) }
            let address = IPv6Address(bits: bits)
            let text = address.description
            #expect(IPv6Address(text) == address)
            #expect(text == text.lowercased() && !text.contains(":::") && text.utf8.count <= 39)
        }
    }
}
