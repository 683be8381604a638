public import NetPlan

/// Traefik's static configuration: where it listens, where it looks for routes, whom it trusts, and who gives it certificates.
///
///     outputs: {traefik-static: {trusted: [office-vpn], certresolver: letsencrypt, dns-provider: cloudflare}}
///
/// Traefik 3 (doc.traefik.io, "Install Configuration"); a restart puts it to work.
public struct TraefikStaticEmitter: Emitter {
    public static let name = "traefik-static"
    public static let summary = "Traefik's own file: entry points, providers, trusted networks, resolver"
    public static let reader = "Traefik"
    public static let judge: String? = "a check of our own"
    public static let keys = StaticSettings.keys

    private let settings: StaticSettings

    public init(_ settings: Document, reporting problems: inout Diagnostics) {
        self.settings = StaticSettings(settings, reporting: &problems)
    }

    public func artifacts(for allocation: Allocation, reporting problems: inout Diagnostics) -> [Artifact] {
        let plan = allocation.plan
        reportMissingEntryPoints(in: plan, reporting: &problems)
        let trusted = settings.trusted.flatMap { networks(of: $0, in: allocation, reporting: &problems) }
        let text = StaticText(settings, trusted: trusted, for: plan)
        let path = settings.placement.path ?? "/etc/traefik/traefik.yml"
        let file = FileArtifact(
            path: "traefik-static/traefik.yml", emitter: Self.name, content: text.bytes, installPath: path, on: settings.placement.on,
            check: .builtin(Self.name))
        return [.file(file)] + wildcardFile(for: plan, beside: path)
    }

    /// It lies where the file provider looks: in the folder `dynamic` beside the static file.
    private func wildcardFile(for plan: Plan, beside path: String) -> [Artifact] {
        let isSecure = settings.entryPoints.contains { $0.name == StaticSettings.securePoint && $0.port.transport == .tcp }
        guard let resolver = settings.resolver, isSecure else { return [] }
        let folder = path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex)
        return [
            .file(
                FileArtifact(
                    path: "traefik-static/dynamic/\(WildcardText.fileName)", emitter: Self.name,
                    content: WildcardText(resolver, for: plan).bytes,
                    installPath: "\(folder)dynamic/\(WildcardText.fileName)", on: settings.placement.on, check: .builtin("traefik")))
        ]
    }

    /// A route on an entry point that is not there is disabled, and only Traefik's log says so.
    private func reportMissingEntryPoints(in plan: Plan, reporting problems: inout Diagnostics) {
        for service in plan.services {
            let tcp = service.tcp.map { (key: "tcp", name: $0.entrypoint, transport: PublishedPort.Transport.tcp, help: "1883") }
            let udp = service.udp.map { (key: "udp", name: $0.entrypoint, transport: PublishedPort.Transport.udp, help: "514/udp") }
            for use in [tcp, udp].compactMap({ $0 }) {
                let isThere = settings.entryPoints.contains { $0.name == use.name && $0.port.transport == use.transport }
                if isThere || settings.hasFaultyEntryPoints { continue }
                problems.report(
                    .unknownName, at: .value(service.path[use.key]["entrypoint"]),
                    "traefik-static has no entry point '\(use.name)' for \(use.transport.rawValue.uppercased())",
                    help: "add it, with its port, to entrypoints of outputs.traefik-static: \(use.name): \(use.help)")
            }
        }
    }

    /// The networks that an entry of `trusted` stands for.
    private func networks(of entry: StaticSettings.Trusted, in allocation: Allocation, reporting problems: inout Diagnostics) -> [String] {
        let plan = allocation.plan
        switch entry {
        case .network(let prefix): return [prefix.description]
        case .name(let document):
            let name = document.text.lowercased()
            if let lan = plan.lans.first(where: { $0.name.description == name }) {
                return [lan.subnet.description] + (lan.subnet6.map { [$0.description] } ?? [])
            }
            if let overlay = allocation.overlays.first(where: { plan[$0.overlay].name.description == name }) {
                return [overlay.prefix.description]
            }
            if let network = plan.external.first(where: { $0.name.description == name }) { return [network.subnet.description] }
            let known = plan.lans.map(\.name.description) + plan.overlays.map(\.name.description) + plan.external.map(\.name.description)
            let help = Spelling.nearest(to: name, among: known).map { "did you mean \($0)?" }
            problems.report(.unknownName, at: document.place, "there is no LAN, overlay or external network '\(document.text)'", help: help)
            return []
        }
    }
}
