internal import NetPlan

/// A file of Traefik's file provider with the routers and services of one service of the plan.
struct DynamicText {
    private var text: YAMLText

    var bytes: [UInt8] { text.buffer.bytes }

    init(_ routes: [Route], to servers: Servers, on site: HostName) {
        text = YAMLText(site: site)
        for route in routes {
            text.map(route.transport.rawValue) { text in
                text.map("routers") { $0.map(route.name) { Self.write(route, to: &$0) } }
                text.map("services") { $0.map(route.name) { Self.write(servers, of: route.transport, to: &$0) } }
            }
        }
    }

    private static func write(_ route: Route, to text: inout YAMLText) {
        if let rule = route.rule { text.entry("rule", rule) }
        text.list("entryPoints", route.entrypoints)
        text.list("middlewares", route.middlewares.map(\.text))
        text.entry("service", route.name)
        guard let tls = route.tls else { return }
        guard let resolver = tls.resolver else { return text.emptyMap("tls") }
        text.map("tls") { text in
            text.entry("certResolver", resolver)
            text.maps("domains", tls.domains) { $0.entry("main", $1) }
        }
    }

    private static func write(_ servers: Servers, of transport: Route.Transport, to text: inout YAMLText) {
        text.map("loadBalancer") { text in
            switch transport {
            case .http: text.maps("servers", servers.urls) { $0.entry("url", $1) }
            case .tcp, .udp: text.maps("servers", servers.sockets) { $0.entry("address", $1) }
            }
        }
    }
}

extension Middleware {
    /// As Traefik writes it: a bare name is looked for where the router came from.
    var text: String { provider.map { "\(name)@\($0)" } ?? name }

    /// As labels must say it: our own middlewares come from files.
    var textInLabels: String { "\(name)@\(provider ?? "file")" }
}
