internal import NetPlan

/// Which of our own middlewares the routes use. A bare name is `lan-only` or one of the settings'; `name@provider` is somebody else's.
struct MiddlewareUse {
    /// An allow list of the plan's LANs.
    static let lanOnly = "lan-only"

    let settings: TraefikSettings
    let own: [String: OwnMiddleware]
    /// Whether there is a LAN to allow: Traefik refuses an allow list of nothing.
    let hasLANs: Bool
    /// By HTTP routes.
    private(set) var http: Set<String> = []
    /// By TCP routes, which have middlewares of their own, in a section of their own.
    private(set) var tcp: Set<String> = []

    init(_ settings: TraefikSettings, hasLANs: Bool) {
        self.settings = settings
        self.hasLANs = hasLANs
        own = Dictionary(settings.middlewares.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    var isEmpty: Bool { http.isEmpty && tcp.isEmpty }

    /// Takes note of what a route uses.
    mutating func insert(_ name: String, by transport: Route.Transport) {
        switch transport {
        case .http: http.insert(name)
        case .tcp: tcp.insert(name)
        case .udp: break
        }
    }

    /// A middleware and all that it chains.
    func reaches(_ name: String) -> Set<String> {
        var reached: Set<String> = []
        var waiting = [name]
        while let next = waiting.popLast() {
            guard reached.insert(next).inserted else { continue }
            waiting += own[next]?.chained.map(\.text) ?? []
        }
        return reached
    }

    /// Adds what the chains in use refer to, and reports what of it can't be. Traefik chains HTTP middlewares only.
    mutating func follow(reporting problems: inout Diagnostics) {
        var waiting = settings.middlewares.map(\.name).filter(http.contains)
        while let next = waiting.popLast() {
            for reference in own[next]?.chained ?? [] {
                let name = reference.text
                if !isKnown(name) {
                    reportUnknown(name, at: reference.place, reporting: &problems)
                } else if !isFor(.http, name) {
                    reportMisfit(name, for: .http, at: reference.place, reporting: &problems)
                } else if http.insert(name).inserted {
                    waiting.append(name)
                }
            }
        }
    }
}
