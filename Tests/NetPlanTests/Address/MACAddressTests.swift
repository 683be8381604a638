import NetPlan
import Testing

struct MACAddressTests {
    @Test(arguments: [
        GoodText("de:ad:ab:6b:d3:09"), GoodText("DE:AD:AB:6B:D3:09", "de:ad:ab:6b:d3:09"), GoodText("00:00:00:00:00:01"),
        GoodText("fe:ff:ff:ff:ff:ff"), GoodText("02:42:aC:11:00:02", "02:42:ac:11:00:02"),
    ])
    func pairsWithColonsAreRead(_ good: GoodText) { #expect(MACAddress(good.text)?.description == good.canonical) }

    @Test(arguments: [
        BadText("", "two digits", at: 0),
        BadText("de", "1 of six octets", at: 2),
        BadText("de:ad:ab:6b:d3", "5 of six octets", at: 14),
        BadText("de:ad:ab:6b:d3:", "two digits", at: 15),
        BadText("de:ad:ab:6b:d3:9", "two digits", at: 15),
        BadText("de:ad:ab:6b:d3:0g", "two digits", at: 15),
        BadText("de-ad-ab-6b-d3-09", "colons between", at: 2),
        BadText("deadab6bd309", "colons between", at: 2),
        BadText("de:ad:ab:6b:d3:09:01", "more than six", at: 17),
        BadText("de:ad:ab:6b:d3:09 ", "colons between", at: 17),
        BadText("00:00:00:00:00:00", "nobody's", at: 0),
        BadText("01:00:5e:00:00:01", "multicast", at: 0),
        BadText("ff:ff:ff:ff:ff:ff", "multicast", at: 0),
    ])
    func anythingElseIsRefusedWhereItIsWrong(_ bad: BadText) { expectRefused(bad, MACAddress.init(parsing:)) }

    @Test func everyAddressIsReadAsItIsWritten() {
        var random = SplitMix64(seed: 48)
        for _ in 0..<5_000 {
            // No group's address.
            let address = MACAddress(bits: random.next() & 0xFEFF_FFFF_FFFF | 1)
            #expect(MACAddress(address.description) == address)
        }
    }
}

struct MACPrefixTests {
    @Test(arguments: [
        GoodText("52"), GoodText("52:54:00"), GoodText("DE:AD", "de:ad"), GoodText("de:ad:ab:6b:d3"), GoodText("00:00:00"),
    ])
    func oneToFiveOctetsAreRead(_ good: GoodText) { #expect(MACPrefix(good.text)?.description == good.canonical) }

    @Test(arguments: [
        BadText("", "two digits", at: 0),
        BadText("5", "two digits", at: 0),
        BadText("52:", "two digits", at: 3),
        BadText("52-54", "colons between", at: 2),
        BadText("01:00:5e", "multicast", at: 0),
        BadText("de:ad:ab:6b:d3:09", "one to five octets", at: 17),
        BadText("de:ad:ab:6b:d3:09:01", "more than six", at: 17),
    ])
    func anythingElseIsRefusedWhereItIsWrong(_ bad: BadText) { expectRefused(bad, MACPrefix.init(parsing:)) }

    @Test(arguments: [
        ("52:54:00", "52:54:00:12:34:56", true), ("52:54:00", "52:54:01:12:34:56", false), ("52", "52:ff:00:00:00:00", true),
        ("de:ad:ab:6b:d3", "de:ad:ab:6b:d3:00", true), ("de:ad:ab:6b:d3", "de:ad:ab:6b:d2:ff", false),
    ])
    func aPrefixHoldsTheAddressesThatStartWithIt(_ prefix: String, _ mac: String, _ holds: Bool) throws {
        let (prefix, mac) = (try #require(MACPrefix(prefix)), try #require(MACAddress(mac)))
        #expect(prefix.contains(mac) == holds)
        #expect(mac.description.hasPrefix(prefix.description) == holds)
    }

    @Test func sharedOctetsAreCountedUpToItsOwnLength() throws {
        let (prefix, mac) = (try #require(MACPrefix("de:ad:d0")), try #require(MACAddress("de:ad:ab:00:00:01")))
        #expect(prefix.shares(2, with: mac))
        #expect(!prefix.shares(3, with: mac))
        #expect(!prefix.shares(6, with: mac))
    }
}
