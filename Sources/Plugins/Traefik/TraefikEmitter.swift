public import NetPlan

/// Traefik 3's routes: files for its file provider, and deploy labels for services on overlays.
///
///     outputs: {traefik: {certresolver: letsencrypt, publish: host, middlewares: {compress-all: {compress: {}}}}}
///
/// One file for each service, in one flat folder: Traefik refuses all of its folder for one field that it doesn't know, and
/// sees no new subfolder (measured, 3.7).
public struct TraefikEmitter: Emitter {
    public static let name = "traefik"
    public static let summary = "routes for Traefik 3: dynamic files, and labels for overlay services"
    public static let reader = "Traefik"
    public static let judge: String? = "a check of our own"
    public static let keys = TraefikSettings.keys

    static let commonFile = "netplan-swarm-common"

    private let settings: TraefikSettings

    public init(_ settings: Document, reporting problems: inout Diagnostics) {
        self.settings = TraefikSettings(settings, reporting: &problems)
    }

    public func artifacts(for allocation: Allocation, reporting problems: inout Diagnostics) -> [Artifact] {
        let plan = allocation.plan
        let addresses = Self.addressesOfServices(in: allocation)
        var middlewares = MiddlewareUse(settings, hasLANs: !plan.lans.isEmpty)
        var dynamic: [Artifact] = []
        var labels: [Artifact] = []
        for (reference, service) in zip(plan.services.references, plan.services) {
            let servers = Servers(of: service, at: addresses[reference] ?? [])
            let isLabelled = service.overlay != nil && service.port != nil
            let routes = servers.isEmpty && !isLabelled ? [] : Route.routes(of: service, site: plan.site, settings)
            middlewares.judge(service, routes, reporting: &problems)
            if routes.isEmpty { continue }
            reportIsolation(of: service, in: plan, reporting: &problems)
            if !servers.isEmpty {
                dynamic.append(dynamicFile(service.name.description, DynamicText(routes, to: servers, on: plan.site).bytes))
            }
            if isLabelled, let overlay = service.overlay, let port = service.port {
                let text = LabelsText(routes, of: service, on: plan[overlay].name, port: port, site: plan.site)
                labels.append(.file(FileArtifact(path: "traefik/labels/\(service.name).yml", emitter: Self.name, content: text.bytes)))
            }
        }
        middlewares.follow(reporting: &problems)
        if !middlewares.isEmpty { dynamic.append(dynamicFile(Self.commonFile, middlewares.text(for: plan).bytes)) }
        reportCollision(in: plan, reporting: &problems)
        return dynamic + labels
    }

    /// One pass over all addresses, for there may be many of both.
    private static func addressesOfServices(in allocation: Allocation) -> [Reference<Service>: [IPv4Address]] {
        var addresses: [Reference<Service>: [IPv4Address]] = [:]
        for entry in allocation.addresses {
            if case .service(let service, _) = entry.owner, let address = entry.address.v4 {
                addresses[service, default: []].append(address)
            }
        }
        return addresses
    }

    /// Traefik watches its folder: there is nothing to reload.
    private func dynamicFile(_ name: String, _ content: [UInt8]) -> Artifact {
        let folder = settings.placement.path ?? "/etc/traefik/dynamic"
        return .file(
            FileArtifact(
                path: "traefik/dynamic/\(name).yml", emitter: Self.name, content: content, installPath: "\(folder)/\(name).yml",
                on: settings.placement.on,
                check: .builtin("traefik")))
    }

    /// Where Traefik runs on a node of the service, it is a container that leaves by the host: and a host never reaches its own macvlan.
    private func reportIsolation(of service: Service, in plan: Plan, reporting problems: inout Diagnostics) {
        guard let macvlan = service.macvlan.map({ plan[$0] }), service.port != nil, !service.addresses.isEmpty, !macvlan.shim else {
            return
        }
        problems.report(
            .macvlanHostIsolated, at: .value(service.path["network"]),
            "Traefik has a route to service \(service.name), and on a node of macvlan \(macvlan.name) it can't reach that node's own containers",
            help: "write shim: true for macvlan \(macvlan.name), or keep Traefik on other nodes",
            related: [Related("macvlan \(macvlan.name) is here", at: .key(macvlan.path))])
    }

    private func reportCollision(in plan: Plan, reporting problems: inout Diagnostics) {
        for service in plan.services where service.name.description == Self.commonFile {
            problems.report(
                .reservedName, at: .key(service.path), "'\(Self.commonFile)' is the file of the middlewares, and a service's file can't be",
                help: "call the service something else")
        }
    }
}
