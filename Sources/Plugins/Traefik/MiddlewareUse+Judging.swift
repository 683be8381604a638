internal import NetPlan

extension MiddlewareUse {
    /// Takes note of what a service uses, and reports what can't be.
    mutating func judge(_ service: Service, _ routes: [Route], reporting problems: inout Diagnostics) {
        if service.udp != nil, service.tcp == nil, let first = service.middlewares.first {
            problems.report(
                .middlewareUnknown, at: Self.place(first, of: service),
                "service \(service.name) has a UDP route, and Traefik has no middlewares for UDP",
                help: "take the middlewares away")
            return
        }
        for middleware in service.middlewares where middleware.value.provider == nil {
            let name = middleware.value.name
            let place = Self.place(middleware, of: service)
            guard isKnown(name) else { reportUnknown(name, at: place, reporting: &problems); continue }
            for transport in routes.map(\.transport) where transport != .udp {
                if isFor(transport, name) {
                    insert(name, by: transport)
                } else {
                    reportMisfit(name, for: transport, at: place, reporting: &problems)
                }
            }
        }
        if !routes.isEmpty { warnOfIngress(service, reporting: &problems) }
    }

    private static func place(_ middleware: Listed<Middleware>, of service: Service) -> Place {
        .value(service.path["middlewares"][middleware.index])
    }

    func isKnown(_ name: String) -> Bool { name == Self.lanOnly ? hasLANs : own[name] != nil }

    func isFor(_ transport: Route.Transport, _ name: String) -> Bool { own[name]?.isFor(transport) ?? true }

    func reportMisfit(_ name: String, for transport: Route.Transport, at place: Place, reporting problems: inout Diagnostics) {
        problems.report(
            .middlewareUnknown, at: place,
            "the middleware '\(name)' does \(own[name]?.written ?? name), which Traefik can't do for \(transport.rawValue.uppercased())",
            help: "take '\(name)' away here")
    }

    func reportUnknown(_ name: String, at place: Place, reporting problems: inout Diagnostics) {
        if name == Self.lanOnly {
            problems.report(
                .middlewareUnknown, at: place, "'\(name)' lets in the plan's LANs, and the plan has none",
                help: "declare one below 'lans', or take it away")
            return
        }
        let guess = Spelling.nearest(to: name, among: [Self.lanOnly] + settings.middlewares.map(\.name)).map { "did you mean '\($0)'?" }
        problems.report(
            .middlewareUnknown, at: place, "the middleware '\(name)' is neither \(Self.lanOnly) nor one of outputs.traefik.middlewares",
            help: guess ?? "declare it there, or write \(name)@provider if Traefik has it from elsewhere")
    }

    /// Behind the routing mesh Traefik sees the mesh's own address, which is in no LAN: the list shuts everybody out, and
    /// widened it lets everybody in. The route's own service has no part in it, so this holds for files and labels alike.
    private func warnOfIngress(_ service: Service, reporting problems: inout Diagnostics) {
        guard settings.publish == .ingress, hasLANs else { return }
        let first = service.middlewares.first { $0.value.provider == nil && reaches($0.value.name).contains(Self.lanOnly) }
        guard let first else { return }
        problems.report(
            .allowlistBehindIngress, at: Self.place(first, of: service),
            "service \(service.name) is for the LANs only, but behind the routing mesh every client of Traefik looks like 10.0.0.x",
            help: "publish Traefik's ports with 'mode: host', and write 'publish: host' in outputs.traefik")
    }
}
