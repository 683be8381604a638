internal import NetPlan

/// A middleware of the plan's `outputs.traefik.middlewares`, which reaches Traefik as it was written.
struct OwnMiddleware: Sendable {
    let name: String
    /// What it does, `compress` or `rateLimit`, as it was written. Nil where it has a fault.
    let written: String?
    /// The whole of it, kind included.
    let body: Document

    /// Kinds of Traefik 3.7's HTTP middlewares, and of its TCP ones.
    private static let kinds = [
        "addPrefix", "basicAuth", "buffering", "chain", "circuitBreaker", "compress", "contentType", "digestAuth",
        "encodedCharacters", "errors", "forwardAuth", "grpcWeb", "headers", "inFlightConn", "inFlightReq", "ipAllowList",
        "ipWhiteList", "passTLSClientCert", "plugin", "rateLimit", "redirectRegex", "redirectScheme", "replacePath",
        "replacePathRegex", "retry", "stripPrefix", "stripPrefixRegex",
    ]

    /// Nil where the name is none, or taken. What else is wrong is reported, and the name stays known.
    init?(name key: Document, body: Document, reporting problems: inout Diagnostics) {
        guard let name = key.plainName("a middleware", reporting: &problems) else { return nil }
        if name == MiddlewareUse.lanOnly {
            problems.report(
                .reservedName, at: key.place, "'\(name)' is netplan-swarm's own middleware, an allow list of the LANs",
                help: "call yours something else")
            return nil
        }
        self.name = name
        self.body = body
        written = Self.kind(of: name, in: body, reporting: &problems)
    }

    /// A middleware of two kinds or of none disables its routers; one of an unknown kind, all files of the folder (measured, 3.7).
    private static func kind(of name: String, in body: Document, reporting problems: inout Diagnostics) -> String? {
        let kinds = body.map(of: "one kind and its options", reporting: &problems)
        guard let kind = kinds.first, kinds.count == 1 else {
            if body.kind == .map || body.kind == .empty {
                let all = Spelling.list(kinds.map(\.key.text), "and")
                let problem = kinds.isEmpty ? "says nothing of what it does" : "does \(all): Traefik takes one"
                problems.report(
                    .wrongType, at: body.place, "the middleware '\(name)' \(problem)",
                    help: kinds.isEmpty ? "write \(name): {compress: {}}" : "make a middleware of each, and one of the kind chain")
            }
            return nil
        }
        let written = kind.key.text
        // Only what looks like a slip is refused: a later Traefik may know more.
        let isKnown = Self.kinds.contains { $0.lowercased() == written.lowercased() }
        if !isKnown, let guess = Spelling.nearest(to: written, among: Self.kinds) {
            problems.report(
                .unknownKey, at: kind.key.place, "Traefik has no middleware of the kind '\(written)'", help: "did you mean '\(guess)'?")
            return nil
        }
        return written
    }

    /// What it does in lower case, for Traefik reads its fields without case.
    private var kind: String? { written?.lowercased() }

    /// Whether a route of that transport can use it. Nothing is said of one with a fault.
    func isFor(_ transport: Route.Transport) -> Bool {
        switch transport {
        case .http: kind != "inflightconn"
        case .tcp: kind.map { ["inflightconn", "ipallowlist", "ipwhitelist"].contains($0) } ?? true
        case .udp: false
        }
    }

    /// The bare names in a chain.
    var chained: [Document] {
        guard kind == "chain", let chain = body.entries.first(where: { _ in true })?.value else { return [] }
        guard let list = chain.entries.first(where: { $0.key.text.lowercased() == "middlewares" })?.value else { return [] }
        return list.elements.filter { $0.kind == .text && !$0.text.utf8.contains(UInt8(ascii: "@")) }
    }
}
