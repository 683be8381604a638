internal import NetPlan

/// A compose fragment with the deploy labels of one overlay service, to be given to `docker stack deploy -c` behind the stack's own file.
///
/// It has no `version`: docker refuses files of two versions, and takes a file without one for its latest (measured, CLI 28).
struct LabelsText {
    private var text: YAMLText

    var bytes: [UInt8] { text.buffer.bytes }

    init(_ routes: [Route], of service: Service, on network: Identifier, port: Int, site: HostName) {
        text = YAMLText(site: site)
        // Docker refuses two files of which one alone has a 'version' (28), and one without it before 23: nothing fits everywhere.
        text.comment("Copy what is below into the stack's own file. Where that has no 'version' line, docker can also take both files:")
        text.comment("    docker stack deploy -c STACK.yml -c \(service.name).yml STACK")
        let labels =
            ["traefik.enable=true", "traefik.swarm.network=\(network)"] + routes.flatMap { Self.labels(of: $0, port: port, service.scheme) }
        text.map("services") { text in
            text.map(service.name.description) { text in
                text.list("networks", [network.description])
                text.map("deploy") { text in
                    // Compose takes a dollar for the start of a variable, and two for one.
                    text.list("labels", labels.map { $0.split(separator: "$", omittingEmptySubsequences: false).joined(separator: "$$") })
                }
            }
        }
        text.map("networks") { text in
            text.map(network.description) { $0.entry("external", true) }
        }
    }

    private static func labels(of route: Route, port: Int, _ scheme: Service.Scheme) -> [String] {
        let router = "traefik.\(route.transport.rawValue).routers.\(route.name)"
        let server = "traefik.\(route.transport.rawValue).services.\(route.name).loadbalancer.server"
        var labels: [String] = []
        if let rule = route.rule { labels.append("\(router).rule=\(rule)") }
        if !route.entrypoints.isEmpty { labels.append("\(router).entrypoints=\(route.entrypoints.joined(separator: ","))") }
        if !route.middlewares.isEmpty {
            labels.append("\(router).middlewares=\(route.middlewares.map(\.textInLabels).joined(separator: ","))")
        }
        labels.append("\(router).service=\(route.name)")
        if let tls = route.tls {
            labels.append(tls.resolver.map { "\(router).tls.certresolver=\($0)" } ?? "\(router).tls=true")
            for (index, domain) in tls.domains.enumerated() { labels.append("\(router).tls.domains[\(index)].main=\(domain)") }
        }
        labels.append("\(server).port=\(port)")
        if route.transport == .http, scheme != .http { labels.append("\(server).scheme=\(scheme.rawValue)") }
        return labels
    }
}
