internal import NetPlan

/// How Traefik recognises what is meant for a service, be it told by a file or by labels.
struct Route {
    enum Transport: String {
        case http, tcp, udp
    }

    /// Certificates for what the route matches.
    struct TLS {
        /// Nil for Traefik's default certificate.
        let resolver: String?
        /// Names for the resolver; empty where Traefik finds them in the rule.
        let domains: [String]
    }

    let transport: Transport
    /// Of the router, and of the service behind it: unique in all of Traefik's files and labels.
    let name: String
    /// Nil for UDP: a datagram says nothing of whom it is for.
    let rule: String?
    let entrypoints: [String]
    let middlewares: [Middleware]
    /// Nil where the connection is not Traefik's to decrypt.
    let tls: TLS?

    /// The service's routes: TCP, UDP or both where it says so, else HTTP if it has a name.
    static func routes(of service: Service, site: HostName, _ settings: TraefikSettings) -> [Route] {
        let name = "\(site)-\(service.name)"
        let middlewares = service.middlewares.map(\.value)
        if service.tcp == nil, service.udp == nil {
            if service.names.isEmpty { return [] }
            return [
                Route(
                    transport: .http, name: name, rule: rule("Host", service.names), entrypoints: settings.entrypoints,
                    middlewares: middlewares,
                    tls: tls(for: service.names, settings))
            ]
        }
        let tcp = service.tcp.map { tcp in
            Route(
                transport: .tcp, name: name, rule: tcp.sni.map { rule("HostSNI", [$0]) } ?? "HostSNI(`*`)", entrypoints: [tcp.entrypoint],
                middlewares: middlewares, tls: tcp.sni.map { tls(for: [$0], settings) })
        }
        let udp = service.udp.map { udp in
            Route(transport: .udp, name: name, rule: nil, entrypoints: [udp.entrypoint], middlewares: [], tls: nil)
        }
        return [tcp, udp].compactMap(\.self)
    }

    /// Traefik 3 takes one name for each matcher. A DNS name holds nothing that could end the backticks.
    private static func rule(_ matcher: String, _ names: [DomainName]) -> String {
        names.map { name in
            if !name.isWildcard { return "\(matcher)(`\(name.base)`)" }
            let escaped = name.base.description.split(separator: ".").joined(separator: "\\.")
            return "\(matcher)Regexp(`^.+\\.\(escaped)$`)"
        }.joined(separator: " || ")
    }

    /// Traefik asks for certificates of the names in `Host`, and finds none in a regular expression: a wildcard is spelled out.
    private static func tls(for names: [DomainName], _ settings: TraefikSettings) -> TLS {
        let needsDomains = settings.certresolver != nil && names.contains(where: \.isWildcard)
        return TLS(resolver: settings.certresolver, domains: needsDomains ? names.map(\.description) : [])
    }
}
