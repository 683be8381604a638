internal import NetPlan

/// traefik.yml: what Traefik reads as it starts.
struct StaticText {
    private var text: YAMLText

    var bytes: [UInt8] { text.buffer.bytes }

    init(_ settings: StaticSettings, trusted: [String], for plan: Plan) {
        text = YAMLText(site: plan.site)
        text.map("global") { text in
            text.entry("checkNewVersion", false)
            text.entry("sendAnonymousUsage", false)
        }
        if !settings.entryPoints.isEmpty {
            let named = Set(plan.services.flatMap { [$0.tcp?.entrypoint, $0.udp?.entrypoint].compactMap { $0 } })
            text.map("entryPoints") { text in
                for point in settings.entryPoints {
                    text.map(point.name) { text in
                        let port = point.port.target.lowerBound
                        text.entry("address", point.port.transport == .udp ? ":\(port)/udp" : ":\(port)")
                        if point.port.transport == .udp || named.contains(point.name) { return }
                        Self.writeHTTP(of: point, settings, plan, to: &text)
                        if !trusted.isEmpty { text.map("forwardedHeaders") { $0.list("trustedIPs", trusted) } }
                    }
                }
            }
        }
        text.map("providers") { text in
            text.map("swarm") { text in
                text.entry("endpoint", "unix:///var/run/docker.sock")
                text.entry("exposedByDefault", false)
                if let network = plan.routedOverlay { text.entry("network", network) }
            }
            text.map("file") { text in
                text.entry("directory", "/etc/traefik/dynamic")
                text.entry("watch", true)
            }
        }
        if let resolver = settings.resolver { Self.write(resolver, to: &text) }
        for (section, value) in settings.options { text.tree(section, value) }
    }

    /// `web` sends everybody to `websecure`, which has a certificate for the domain and all below it.
    private static func writeHTTP(of point: StaticSettings.EntryPoint, _ settings: StaticSettings, _ plan: Plan, to text: inout YAMLText) {
        switch point.name {
        case "web" where settings.entryPoints.contains { $0.name == StaticSettings.securePoint }:
            text.map("http") { text in
                text.map("redirections") { text in
                    text.map("entryPoint") { text in
                        text.entry("to", StaticSettings.securePoint)
                        text.entry("scheme", "https")
                    }
                }
            }
        case StaticSettings.securePoint:
            guard let resolver = settings.resolver else { return }
            // For routes without a `tls` of their own; WildcardText is for the others.
            text.map("http") { $0.wildcard(of: plan.domain, by: resolver) }
        default: break
        }
    }

    private static func write(_ resolver: StaticSettings.Resolver, to text: inout YAMLText) {
        text.map("certificatesResolvers") { text in
            text.map(resolver.name) { text in
                text.map("acme") { text in
                    if let email = resolver.email { text.entry("email", email) }
                    text.entry("storage", "/etc/traefik/acme.json")
                    text.map("dnsChallenge") { $0.entry("provider", resolver.provider) }
                }
            }
        }
    }
}

extension Plan {
    /// The only overlay by which Traefik reaches services; nil where there are several, for then each service's labels say it.
    fileprivate var routedOverlay: String? {
        let overlays = Set(services.filter { $0.port != nil }.compactMap(\.overlay))
        return overlays.count == 1 ? overlays.first.map { self[$0].name.description } : nil
    }
}
