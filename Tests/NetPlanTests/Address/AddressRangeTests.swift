import NetPlan
import Testing

struct AddressRangeTests {
    @Test(arguments: [
        GoodText("192.168.0.100-192.168.0.199"), GoodText("10.0.0.1"), GoodText("10.0.0.1-10.0.0.1", "10.0.0.1"),
        GoodText("0.0.0.0-255.255.255.255"),
    ])
    func rangesAreReadAndWritten(_ good: GoodText) {
        let found = read(good.text, AddressRange<IPv4Address>.parse)
        #expect(found?.text == good.canonical)
    }

    @Test(arguments: [
        BadText("192.168.0.199-192.168.0.100", "reversed", at: 14),
        BadText("10.0.0.1-", "one end of it is missing", at: 9),
        BadText("-10.0.0.1", "one end of it is missing", at: 0),
        BadText("10.0.0.1-10", "'10' is no address (it has 1 of four octets)", at: 11),
        BadText("10.0.0.1–10.0.0.2", "not the plain '-'", at: 8), BadText("10.0.0.1 − 10.0.0.2", "not the plain '-'", at: 9),
        BadText("10.0.0.1-10.0.0.256", "octet 256", at: 16),
        BadText("10.0.0.300-10.0.0.1", "octet 300", at: 7),
        BadText("10.0.0.1 - 10.0.0.2", "holds a blank", at: 8),
        BadText("10.0.0.1-10.0.0.2-10.0.0.3", "only digits", at: 17),
        BadText("10.0.0.0/24", "only a network has a length", at: 8),
        BadText("10.0.0.1 10.0.0.2", "a '-' belongs between", at: 8), BadText("10.0.0.1..10.0.0.2", "a '-' belongs", at: 8),
        BadText("", "it is empty", at: 0),
    ])
    func anythingElseIsRefusedWhereItIsWrong(_ bad: BadText) { expectRefused(bad, AddressRange<IPv4Address>.parse) }

    @Test func rangesOfIPv6AreRead() {
        let found = read("fd00::1-fd00::ff", AddressRange<IPv6Address>.parse)
        #expect(found?.addressCount == 255)
    }
}

struct IPAddressTests {
    @Test(arguments: [GoodText("192.168.0.2"), GoodText("FD00::2", "fd00::2"), GoodText("::ffff:1.2.3.4", "::ffff:102:304")])
    func eitherFamilyIsRead(_ good: GoodText) {
        #expect(IPAddress(good.text)?.description == good.canonical)
        #expect((IPAddress(good.text)?.v4 != nil) == !good.text.contains(":"))
    }

    @Test(arguments: [
        BadText("", "it is empty", at: 0), BadText("ds1", "only digits and dots", at: 0),
        BadText("fd00::x", "only hexadecimal", at: 6),
    ])
    func anythingElseIsRefusedWhereItIsWrong(_ bad: BadText) { expectRefused(bad, IPAddress.init(parsing:)) }
}
