import NetPlan
import Testing

struct PrefixTests {
    @Test(arguments: [
        ("0.0.0.0/0", "255.255.255.255", "0.0.0.0", Int(UInt32.max) + 1), ("192.168.0.0/24", "192.168.0.255", "255.255.255.0", 256),
        ("192.168.0.252/30", "192.168.0.255", "255.255.255.252", 4), ("10.0.0.4/31", "10.0.0.5", "255.255.255.254", 2),
        ("255.255.255.255/32", "255.255.255.255", "255.255.255.255", 1), ("128.0.0.0/1", "255.255.255.255", "128.0.0.0", 1 << 31),
        ("172.16.0.0/12", "172.31.255.255", "255.240.0.0", 1 << 20),
    ])
    func aPrefixKnowsItsEndsMaskAndCount(_ text: String, _ last: String, _ mask: String, _ count: Int) throws {
        let prefix = try #require(Prefix<IPv4Address>(text))
        #expect(prefix.description == text)
        #expect(prefix.last.description == last)
        #expect(prefix.mask.description == mask)
        #expect(prefix.count == count)
    }

    @Test(arguments: [
        BadText("192.168.0.0", "length is missing", at: 11),
        BadText("192.168.0", "3 of four octets", at: 9),
        BadText("192.168.0.256/24", "octet 256", at: 10),
        BadText("192.168.0.0/", "a number from 0 to 32", at: 12),
        BadText("192.168.0.0/x", "a number from 0 to 32", at: 12),
        BadText("192.168.0.0/-1", "a number from 0 to 32", at: 12),
        BadText("192.168.0.0/024", "a number from 0 to 32", at: 12),
        BadText("192.168.0.0/24 ", "a number from 0 to 32", at: 12),
        BadText("192.168.0.0/33", "/33 is over /32", at: 12),
        BadText("192.168.0.0/99999999999999999999999", "a number from 0 to 32", at: 12),
        BadText("192.168.0.0/255.255.255.0", "a number from 0 to 32", at: 12),
        BadText("/24", "it is empty", at: 0),
    ])
    func anythingElseIsRefusedWhereItIsWrong(_ bad: BadText) { expectRefused(bad, Prefix<IPv4Address>.parse) }

    @Test(arguments: [
        ("192.168.0.5/24", "192.168.0.0/24"), ("10.0.0.1/31", "10.0.0.0/31"), ("1.2.3.4/0", "0.0.0.0/0"),
        ("255.255.255.255/1", "128.0.0.0/1"),
    ])
    func hostBitsAreSeenAndCleared(_ text: String, _ network: String) throws {
        let found = read(text, Prefix<IPv4Address>.parse)
        let written = try #require(found)
        #expect(written.hasHostBits)
        #expect(written.prefix.description == network)
        #expect(Prefix<IPv4Address>(text) == nil)
        #expect(Prefix<IPv4Address>(network) == written.prefix)
    }

    @Test(arguments: [
        GoodText("::/0"), GoodText("fd00:1::/64"), GoodText("FD00:1:0:0::/64", "fd00:1::/64"), GoodText("::1/128"), GoodText("8000::/1"),
    ])
    func prefixesOfIPv6AreRead(_ good: GoodText) { #expect(Prefix<IPv6Address>(good.text)?.description == good.canonical) }

    @Test(arguments: [BadText("fd00::/129", "/129 is over /128", at: 7), BadText("fd00::", "length is missing", at: 6)])
    func badPrefixesOfIPv6AreRefused(_ bad: BadText) { expectRefused(bad, Prefix<IPv6Address>.parse) }

    @Test(
        arguments: [
            ("255.255.255.0", "10.0.5.0/24"), ("255.255.255.255", "10.0.5.9/32"), ("0.0.0.0", "0.0.0.0/0"), ("255.0.255.0", nil),
            ("0.0.0.255", nil), ("255.255.255.253", nil),
        ] as [(String, String?)])
    func aNetmaskMakesABlock(_ mask: String, _ block: String?) throws {
        let found = Prefix(mask: try #require(IPv4Address(mask)), around: try #require(IPv4Address("10.0.5.9")))
        #expect(found?.description == block)
    }

    @Test func lengthsOutsideTheFamilyAreHeldWithin() {
        let address = IPv4Address(bits: 0xC0A8_000B)
        #expect(Prefix(around: address, length: -3) == Prefix(around: address, length: 0))
        #expect(Prefix(around: address, length: 40) == Prefix(around: address, length: 32))
    }

    @Test(
        arguments: [("10.0.0.0/30", "10.0.0.0", "10.0.0.3"), ("10.0.0.0/31", nil, nil), ("10.0.0.0/32", nil, nil)]
            as [(String, String?, String?)])
    func onlyPrefixesOfFourOrMoreLoseTheirEnds(_ text: String, _ network: String?, _ broadcast: String?) throws {
        let prefix = try #require(Prefix<IPv4Address>(text))
        #expect(prefix.network?.description == network)
        #expect(prefix.broadcast?.description == broadcast)
    }

    @Test func containingAndOverlappingAreWhatTheAddressesSay() {
        var random = SplitMix64(seed: 30)
        for _ in 0..<5_000 {
            // All within one /26, so that they meet often.
            let (a, b) = (Self.small(&random), Self.small(&random))
            let (first, second) = (Set(a.first.bits...a.last.bits), Set(b.first.bits...b.last.bits))
            #expect(a.contains(b) == second.isSubset(of: first))
            #expect(a.overlaps(b) == !first.isDisjoint(with: second))
            #expect(a.contains(b.range) == a.contains(b))
            #expect(a.contains(b.first) == first.contains(b.first.bits))
            #expect(first.count == a.count)
        }
    }

    private static func small(_ random: inout SplitMix64) -> Prefix<IPv4Address> {
        Prefix(around: IPv4Address(bits: 0xFFFF_FFC0 | UInt32(random.below(64))), length: random.within(26...32))
    }
}
