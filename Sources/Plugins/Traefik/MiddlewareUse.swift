internal import NetPlan

/// Which of our own middlewares the routes use. A bare name is `lan-only` or one of the settings'; `name@provider` is somebody else's.
struct MiddlewareUse {
    /// An allow list of the plan's LANs.
    static let lanOnly = "lan-only"

    let settings: TraefikSettings
    private let own: [String: OwnMiddleware]
    /// By HTTP routes.
    private(set) var http: Set<String> = []
    /// By TCP routes, which have middlewares of their own, in a section of their own.
    private(set) var tcp: Set<String> = []

    /// Kinds that Traefik has for TCP.
    private static let tcpKinds: Set<String> = ["inflightconn", "ipallowlist", "ipwhitelist"]

    init(_ settings: TraefikSettings) {
        self.settings = settings
        own = Dictionary(settings.middlewares.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    var isEmpty: Bool { http.isEmpty && tcp.isEmpty }

    /// Takes note of what a service uses, and reports what can't be.
    mutating func judge(_ service: Service, _ routes: [Route], reporting problems: inout Diagnostics) {
        let transports = Set(routes.map(\.transport))
        if transports == [.udp] || (service.udp != nil && service.tcp == nil), let first = service.middlewares.first {
            return problems.report(
                .middlewareUnknown, at: Self.place(first, of: service), "service \(service.name) has a UDP route, and Traefik has no middlewares for UDP",
                help: "take the middlewares away")
        }
        for middleware in service.middlewares where middleware.value.provider == nil {
            let name = middleware.value.name
            guard isKnown(name) else {
                report(name, at: Self.place(middleware, of: service), reporting: &problems)
                continue
            }
            if transports.contains(.http) {
                if own[name]?.kind == "inflightconn" {
                    reportKind(name, "HTTP", at: Self.place(middleware, of: service), reporting: &problems)
                } else {
                    http.insert(name)
                }
            }
            if transports.contains(.tcp) {
                if let kind = own[name]?.kind, !kind.isEmpty, !Self.tcpKinds.contains(kind) {
                    reportKind(name, "TCP", at: Self.place(middleware, of: service), reporting: &problems)
                } else {
                    tcp.insert(name)
                }
            }
        }
        if !transports.isEmpty { warnOfIngress(service, reporting: &problems) }
    }

    private static func place(_ middleware: Listed<Middleware>, of service: Service) -> Place {
        .value(service.path["middlewares"][middleware.index])
    }

    private func isKnown(_ name: String) -> Bool { name == Self.lanOnly || own[name] != nil }

    private func report(_ name: String, at place: Place, reporting problems: inout Diagnostics) {
        let guess = Spelling.nearest(to: name, among: [Self.lanOnly] + settings.middlewares.map(\.name)).map { "did you mean '\($0)'?" }
        problems.report(
            .middlewareUnknown, at: place, "the middleware '\(name)' is neither \(Self.lanOnly) nor one of outputs.traefik.middlewares",
            help: guess ?? "declare it there, or write \(name)@provider if Traefik has it from elsewhere")
    }

    private func reportKind(_ name: String, _ transport: String, at place: Place, reporting problems: inout Diagnostics) {
        let written = own[name]?.body.entries.first { _ in true }?.key.text ?? name
        problems.report(
            .middlewareUnknown, at: place, "the middleware '\(name)' is of the kind \(written), and Traefik has none such for \(transport)",
            help: "take it away from this service")
    }

    /// Behind the routing mesh Traefik sees the mesh's own address, which is in no LAN: the list would shut everybody out, or,
    /// widened, let everybody in.
    private func warnOfIngress(_ service: Service, reporting problems: inout Diagnostics) {
        guard settings.publish == .ingress else { return }
        guard let middleware = service.middlewares.first(where: { $0.value.provider == nil && reaches($0.value.name).contains(Self.lanOnly) }) else { return }
        problems.report(
            .allowlistBehindIngress, at: Self.place(middleware, of: service),
            "service \(service.name) is for the LANs only, but behind the routing mesh every client of Traefik looks like 10.0.0.x",
            help: "publish Traefik's ports with 'mode: host', and write 'publish: host' in outputs.traefik")
    }

    /// A middleware and all that it chains.
    private func reaches(_ name: String) -> Set<String> {
        var reached: Set<String> = []
        var waiting = [name]
        while let next = waiting.popLast() {
            guard reached.insert(next).inserted else { continue }
            waiting += own[next]?.chained.map(\.text) ?? []
        }
        return reached
    }

    /// Adds what chains in use refer to.
    mutating func follow(reporting problems: inout Diagnostics) {
        var waiting = settings.middlewares.map(\.name).filter(http.contains)
        while let next = waiting.popLast() {
            for reference in own[next]?.chained ?? [] {
                if !isKnown(reference.text) {
                    report(reference.text, at: reference.place, reporting: &problems)
                } else if http.insert(reference.text).inserted {
                    waiting.append(reference.text)
                }
            }
        }
    }
}

extension OwnMiddleware {
    /// The bare names in a chain.
    fileprivate var chained: [Document] {
        guard kind == "chain", let chain = body.entries.first(where: { _ in true })?.value else { return [] }
        guard let list = chain.entries.first(where: { $0.key.text.lowercased() == "middlewares" })?.value else { return [] }
        return list.elements.filter { $0.kind == .text && !$0.text.utf8.contains(UInt8(ascii: "@")) }
    }
}
