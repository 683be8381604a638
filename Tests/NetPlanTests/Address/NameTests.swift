import NetPlan
import Testing

private let label63 = String(repeating: "a", count: 63)
private let name253 = [label63, label63, label63, String(repeating: "b", count: 61)].joined(separator: ".")

struct HostNameTests {
    @Test(arguments: [
        GoodText("ds1"), GoodText("DS1", "ds1"), GoodText("a"), GoodText("1a"), GoodText("a-b--c"),
        GoodText("ds1.Example.ORG", "ds1.example.org"),
        GoodText("xn--nas-7qa"), GoodText(label63), GoodText(name253), GoodText("1.2"),
    ])
    func namesAreReadAndLowered(_ good: GoodText) { #expect(HostName(good.text)?.description == good.canonical) }

    @Test(arguments: [
        BadText("", "empty", at: 0), BadText(".", "a label is empty", at: 0), BadText(".a", "a label is empty", at: 0),
        BadText("a..b", "a label is empty", at: 2), BadText("a.", "ends with a dot", at: 2), BadText("-a", "starts with a dash", at: 0),
        BadText("a-", "ends with a dash", at: 1), BadText("a-.b", "ends with a dash", at: 1), BadText("a.-b", "starts with a dash", at: 2),
        BadText("my_nas", "'_' is not allowed", at: 2), BadText("my nas", "letters, digits", at: 2),
        BadText("näs", "letters, digits", at: 1),
        BadText("ds1\u{7F}", "letters, digits", at: 3), BadText(label63 + "a", "at most 63", at: 63),
        BadText("x." + label63 + "a", "at most 63", at: 65), BadText(name253 + "b", "at most 253", at: 253),
        BadText("*.a", "letters, digits", at: 0), BadText("a@b", "letters, digits", at: 1), BadText("a[b", "letters, digits", at: 1),
    ])
    func anythingElseIsRefusedWhereItIsWrong(_ bad: BadText) { expectRefused(bad, HostName.init(parsing:)) }

    @Test func aNameWithADotIsQualifiedAlready() throws {
        let (plain, full, domain) = (
            try #require(HostName("ds1")), try #require(HostName("ds1.example.org")), try #require(HostName("home.arpa"))
        )
        #expect(plain.qualified(by: domain).description == "ds1.home.arpa")
        #expect(full.qualified(by: domain) == full)
        #expect(full.short == "ds1" && plain.short == "ds1")
        #expect(full.isQualified && !plain.isQualified)
    }

    @Test(arguments: [("local", true), ("a.local", true), ("alocal", false), ("local.arpa", false), ("b.a.local", true)])
    func belowIsByWholeLabels(_ name: String, _ isBelow: Bool) { #expect(HostName(name)?.isBelow("local") == isBelow) }
}

struct DomainNameTests {
    @Test(arguments: [
        ("app.home.arpa", "app.home.arpa", false), ("*.home.arpa", "*.home.arpa", true), ("*.APP", "*.app", true),
    ])
    func aStarMayStandInFront(_ text: String, _ canonical: String, _ isWildcard: Bool) {
        #expect(DomainName(text)?.description == canonical)
        #expect(DomainName(text)?.isWildcard == isWildcard)
    }

    @Test(arguments: [
        BadText("*", "letters, digits", at: 0), BadText("*.", "empty", at: 2), BadText("*a.b", "letters, digits", at: 0),
        BadText("a.*.b", "letters, digits", at: 2), BadText("*.*.b", "letters, digits", at: 2), BadText("*.a_b", "'_' is not", at: 3),
        BadText("", "empty", at: 0), BadText("*." + name253, "at most 253", at: 253),
    ])
    func anythingElseIsRefusedWhereItIsWrong(_ bad: BadText) { expectRefused(bad, DomainName.init(parsing:)) }
}

struct IdentifierTests {
    @Test(arguments: [GoodText("a"), GoodText("9"), GoodText("proxy_traefik"), GoodText("a-_-b"), GoodText(label63)])
    func namesAreReadToTheLetter(_ good: GoodText) { #expect(Identifier(good.text)?.description == good.canonical) }

    @Test(arguments: [
        BadText("", "empty", at: 0), BadText("_a", "starts and ends", at: 0), BadText("a_", "starts and ends", at: 1),
        BadText("-", "starts and ends", at: 0),
        BadText("A", "made of", at: 0), BadText("aB", "made of", at: 1), BadText("a.b", "made of", at: 1), BadText("ä", "made of", at: 0),
        BadText(label63 + "a", "at most 63", at: 63),
    ])
    func anythingElseIsRefusedWhereItIsWrong(_ bad: BadText) { expectRefused(bad, Identifier.init(parsing:)) }
}
