internal import NetPlan

/// What the plan's `outputs.traefik-static` says.
struct StaticSettings: Sendable {
    /// A port that Traefik listens on, and what routes call it.
    struct EntryPoint: Sendable {
        let name: String
        let port: PublishedPort
    }

    /// Whose `X-Forwarded-For` is believed.
    enum Trusted: Sendable {
        case network(Prefix<IPv4Address>)
        /// A LAN, an overlay or an external network.
        case name(Document)
    }

    /// Who gives certificates, by a challenge in the DNS: no other gives one for a wildcard.
    struct Resolver: Sendable {
        let name: String
        let provider: String
        /// Where the authority writes to; Let's Encrypt wants none.
        let email: String?
    }

    static let keys = Placement.keys + ["entrypoints", "trusted", "certresolver", "dns-provider", "email", "options"]

    /// The entry point that has certificates.
    static let securePoint = "websecure"

    let placement: Placement
    private(set) var entryPoints: [EntryPoint] = []
    /// Whether one was written and refused: what is not there may be that one.
    private(set) var hasFaultyEntryPoints = false
    let trusted: [Trusted]
    let resolver: Resolver?
    /// Sections of Traefik's own, as they were written.
    private(set) var options: [(key: String, value: Document)] = []

    /// Traefik 3.7's sections. Ours are ours, and one that it does not know it passes over in silence (measured).
    private static let sections = [
        "accessLog", "api", "core", "experimental", "hostResolver", "log", "metrics", "ocsp", "ping", "serversTransport", "spiffe",
        "tcpServersTransport", "tracing",
    ]

    init(_ document: Document, reporting problems: inout Diagnostics) {
        let fields = Fields(document, of: "the traefik-static emitter", Self.keys, reporting: &problems)
        placement = Placement(fields, reporting: &problems)
        let trusted = fields["trusted"]?.list(of: "networks", reporting: &problems) ?? []
        self.trusted = trusted.compactMap { Self.trusted($0, reporting: &problems) }
        resolver = Self.resolver(fields, reporting: &problems)
        readEntryPoints(fields["entrypoints"], reporting: &problems)
        for (key, value) in fields["options"]?.map(of: "sections", reporting: &problems) ?? [] {
            guard Self.sections.contains(key.text) else {
                let help = Spelling.nearest(to: key.text, among: Self.sections).map { "did you mean \($0)?" }
                problems.report(
                    .unknownKey, at: key.place, "'options' has no section '\(key.text)'",
                    help: help ?? "it has \(Spelling.list(Self.sections, "and"))")
                continue
            }
            _ = value.map(of: "options", reporting: &problems)
            Self.checkKeys(in: value, reporting: &problems)
            options.append((key.text, value))
        }
    }

    /// YAML takes a long key for a text that the colon behind it has no business with (1.2, 7.4.2).
    private static func checkKeys(in document: Document, reporting problems: inout Diagnostics) {
        for (key, value) in document.entries {
            if key.text.utf8.count > 128 {
                problems.report(
                    .invalidName, at: key.place, "a key of Traefik's has not that many letters", help: "write it as Traefik has it")
            }
            checkKeys(in: value, reporting: &problems)
        }
        for element in document.elements { checkKeys(in: element, reporting: &problems) }
    }

    private mutating func readEntryPoints(_ document: Document?, reporting problems: inout Diagnostics) {
        guard let document, document.kind != .empty else {
            entryPoints = [("web", 80), (Self.securePoint, 443)].map { EntryPoint(name: $0.0, port: PublishedPort(listeningOn: $0.1)) }
            return
        }
        for (key, value) in document.map(of: "entry points", reporting: &problems) {
            guard let name = key.plainName("an entry point", reporting: &problems), let port = value.listener(reporting: &problems) else {
                hasFaultyEntryPoints = true
                continue
            }
            if let other = entryPoints.first(where: { $0.port == port }) {
                problems.report(
                    .invalidPort, at: value.place, "entry points \(other.name) and \(name) would listen on one port",
                    help: "give one of the two another port, or take it out")
            }
            entryPoints.append(EntryPoint(name: name, port: port))
        }
    }

    private static func trusted(_ document: Document, reporting problems: inout Diagnostics) -> Trusted? {
        if document.kind == .text, document.text.utf8.contains(UInt8(ascii: "/")) {
            return document.prefix(IPv4Address.self, reporting: &problems).map(Trusted.network)
        }
        switch document.addressOrName("a trusted network", reporting: &problems) {
        case .address(.v4(let address)): return .network(Prefix(around: address, length: 32))
        case .address(.v6):
            problems.report(.invalidAddress, at: document.place, "a trusted address is IPv4 here", help: "name the LAN that it is in")
            return nil
        case .name(let document): return .name(document)
        case nil: return nil
        }
    }

    private static func resolver(_ fields: Fields, reporting problems: inout Diagnostics) -> Resolver? {
        let name = fields["certresolver"]?.plainName("a certificate resolver", reporting: &problems)
        let provider = fields["dns-provider"]?.plainName("a DNS provider", reporting: &problems)
        let email = fields["email"].flatMap { Self.email($0, reporting: &problems) }
        guard let name else { return nil }
        if !fields.has("dns-provider") {
            problems.report(
                .missingKey, at: fields["certresolver"]?.place ?? fields.document.place,
                "a certificate for all names of the domain wants the key 'dns-provider'",
                help: "name who serves the domain, as Traefik calls it: dns-provider: cloudflare")
        }
        return provider.map { Resolver(name: name, provider: $0, email: email) }
    }

    private static func email(_ document: Document, reporting problems: inout Diagnostics) -> String? {
        guard let text = document.string(reporting: &problems) else { return nil }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isPlain = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || "@._+-".utf8.contains(byte)
        }
        if isPlain, parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) { return text }
        problems.report(.invalidName, at: document.place, "'\(text)' is not an address of mail", help: "write it as admin@example.org")
        return nil
    }
}
