import NetPlan
import Testing

struct PublishedPortTests {
    struct Row: Sendable {
        let text: String
        let published: ClosedRange<Int>?
        let target: ClosedRange<Int>
        var transport = PublishedPort.Transport.tcp
    }

    @Test(arguments: [
        Row(text: "53", published: nil, target: 53...53),
        Row(text: "53:5353/udp", published: 53...53, target: 5353...5353, transport: .udp),
        Row(text: "65535/sctp", published: nil, target: 65535...65535, transport: .sctp),
        Row(text: "8000-8010:9000-9010", published: 8000...8010, target: 9000...9010),
        Row(text: "1-2/tcp", published: nil, target: 1...2),
    ])
    func theShortSyntaxOfComposeIsRead(_ row: Row) throws {
        let found = read(row.text, PublishedPort.init(parsing:))
        let port = try #require(found)
        #expect(port.published == row.published && port.target == row.target && port.transport == row.transport)
    }

    @Test(arguments: [
        BadText("", "a port is a number", at: 0), BadText("0", "not from 1 to 65535", at: 0),
        BadText("65536", "not from 1 to 65535", at: 0),
        BadText("53:0", "not from 1 to 65535", at: 3), BadText("53:", "a port is a number", at: 3),
        BadText(":53", "a port is a number", at: 0),
        BadText("53/icmp", "tcp, udp or sctp", at: 3), BadText("53/", "tcp, udp or sctp", at: 3),
        BadText("53/UDP", "tcp, udp or sctp", at: 3),
        BadText("20-10", "reversed", at: 3), BadText("1-2:3-5", "different lengths", at: 4), BadText("1-2:3", "different lengths", at: 4),
        BadText("1-:3", "a port is a number", at: 2), BadText("053", "a port is a number", at: 0),
        BadText("1:2:3", "a port is a number", at: 2),
        BadText("127.0.0.1:53:53", "a port is a number", at: 0), BadText("53:x/udp", "a port is a number", at: 3),
        BadText(" 53", "a port is a number", at: 0),
    ])
    func anythingElseIsRefusedWhereItIsWrong(_ bad: BadText) { expectRefused(bad, PublishedPort.init(parsing:)) }
}

struct MiddlewareTests {
    @Test(
        arguments: [("lan-only", "lan-only", nil), ("auth@file", "auth", "file"), ("A_b.9@docker", "A_b.9", "docker")]
            as [(String, String, String?)])
    func aProviderMayFollow(_ text: String, _ name: String, _ provider: String?) {
        let found = read(text, Middleware.init(parsing:))
        #expect(found == Middleware(name: name, provider: provider))
    }

    @Test(arguments: [
        BadText("", "empty", at: 0), BadText("@file", "empty", at: 0), BadText("auth@", "empty", at: 5),
        BadText("a@b@c", "letters, digits", at: 3),
        BadText("a b", "letters, digits", at: 1), BadText("a,b", "letters, digits", at: 1), BadText("a@b`", "letters, digits", at: 3),
        BadText(String(repeating: "a", count: 129), "at most 128", at: 128), BadText("ä", "letters, digits", at: 0),
    ])
    func anythingElseIsRefusedWhereItIsWrong(_ bad: BadText) { expectRefused(bad, Middleware.init(parsing:)) }
}

struct BackendTests {
    struct Row: Sendable {
        let text: String
        let scheme: Service.Scheme?
        let host: String
        let port: Int?
    }

    @Test(arguments: [
        Row(text: "http://192.168.0.50:3000", scheme: .http, host: "192.168.0.50", port: 3000),
        Row(text: "https://nas.home.arpa", scheme: .https, host: "nas.home.arpa", port: nil),
        Row(text: "https://NAS/", scheme: .https, host: "nas", port: nil),
        Row(text: "h2c://[fd00:1::5]:8080", scheme: .h2c, host: "fd00:1::5", port: 8080),
        Row(text: "http://[::1]", scheme: .http, host: "::1", port: nil),
    ])
    func urlsOfAHostAreRead(_ row: Row) throws { try check(row, read(row.text, Backend.init(url:))) }

    @Test(arguments: [
        Row(text: "192.168.0.50:1883", scheme: nil, host: "192.168.0.50", port: 1883),
        Row(text: "nas:1", scheme: nil, host: "nas", port: 1),
        Row(text: "[fd00::5]:53", scheme: nil, host: "fd00::5", port: 53),
    ])
    func hostAndPortAreRead(_ row: Row) throws { try check(row, read(row.text, Backend.init(hostAndPort:))) }

    private func check(_ row: Row, _ backend: Backend?) throws {
        let backend = try #require(backend)
        let host =
            switch backend.host {
            case .address(let address): address.description
            case .name(let name): name.description
            }
        #expect(backend.scheme == row.scheme && host == row.host && backend.port == row.port)
    }

    @Test(arguments: [
        BadText("", "starts with http://", at: 0), BadText("ftp://a", "starts with http://", at: 0),
        BadText("HTTP://a", "starts with http://", at: 0),
        BadText("192.168.0.50:80", "starts with http://", at: 0), BadText("http://", "the host is missing", at: 7),
        BadText("http:///", "the host is missing", at: 7),
        BadText("http://a/b", "no path", at: 8), BadText("http://a?b", "no path", at: 8), BadText("http://u@a", "no path", at: 8),
        BadText("http://a#b", "no path", at: 8), BadText("http://a//", "no path", at: 8),
        BadText("http://a:0", "not from 1 to 65535", at: 9),
        BadText("http://a:", "a port is a number", at: 9), BadText("http://a:70000", "not from 1", at: 9),
        BadText("http://a:b", "a port is a number", at: 9),
        BadText("http://192.168.0.256:80", "octet 256", at: 17), BadText("http://1.2.3:80", "3 of four", at: 12),
        BadText("http://a_b:80", "'_' is not", at: 8),
        BadText("http://[fd00::5", "not closed", at: 7), BadText("http://[fd00::5]x", "after ':'", at: 16),
        BadText("http://[fd00::g]", "only hexadecimal", at: 14),
        BadText("http://fd00::5", "a port is a number", at: 12),
    ])
    func badURLsAreRefusedWhereTheyAreWrong(_ bad: BadText) { expectRefused(bad, Backend.init(url:)) }

    @Test(arguments: [
        BadText("192.168.0.50", "port is missing", at: 12), BadText("[fd00::5]", "port is missing", at: 9),
        BadText("http://a:1", "no path", at: 5),
        BadText("a:1/", "no path", at: 3), BadText("nas_1:80", "'_' is not", at: 3), BadText("[fd00::x]:1", "only hexadecimal", at: 7),
    ])
    func badHostsAreRefusedWhereTheyAreWrong(_ bad: BadText) { expectRefused(bad, Backend.init(hostAndPort:)) }
}
