public import NetPlan

/// Our keys in each node's daemon.json: what the engine has to know of the plan, and what its settings name (dockerd(8)).
///
///     pools: {docker: [{base: 10.210.0.0/16, size: 24}], docker0: 10.210.0.0/24}
///     // {"bip": "10.210.0.1/24", "default-address-pools": [{"base": "10.210.0.0/16", "size": 24}]}
///
/// The file has other keys too, which are not ours: it is merged key by key and never replaced.
public struct DockerDaemonEmitter: Emitter {
    public static let name = "docker-daemon"
    public static let summary = "our keys in each node's daemon.json: pools, DNS, mirrors"
    public static let reader = "Docker"
    public static let judge: String? = "a check of our own"
    public static let keys = Placement.keys + ["dns", "dns-search", "insecure-registries", "registry-mirrors"]

    private let placement: Placement
    /// What the settings say by themselves.
    private var declared = DaemonKeys()
    private let servers: [AddressOrName]

    public init(_ settings: Document, reporting problems: inout Diagnostics) {
        let fields = Fields(settings, of: "the docker-daemon emitter", Self.keys, reporting: &problems)
        placement = Placement(fields, reporting: &problems)
        let servers = fields["dns"]?.list(of: "DNS servers", reporting: &problems) ?? []
        self.servers = servers.compactMap { $0.addressOrName("a DNS server", reporting: &problems) }
        let domains = fields["dns-search"]?.list(of: "search domains", reporting: &problems) ?? []
        declared.searchDomains = domains.compactMap { $0.hostName(reporting: &problems) }
        let registries = fields["insecure-registries"]?.list(of: "registries", reporting: &problems) ?? []
        declared.insecureRegistries = registries.compactMap { $0.server("a registry", reporting: &problems) }
        let mirrors = fields["registry-mirrors"]?.list(of: "mirrors", reporting: &problems) ?? []
        declared.mirrors = mirrors.compactMap { $0.webServer("a mirror", reporting: &problems) }
    }

    public func artifacts(for allocation: Allocation, reporting problems: inout Diagnostics) -> [Artifact] {
        let plan = allocation.plan
        var keys = declared
        keys.take(plan.pools)
        keys.dns = servers.flatMap { nameServer($0, in: allocation, reporting: &problems) }
        return plan.nodes.compactMap { node in
            keys.mtu = node.lan.map { plan[$0].mtu }
            if keys.isEmpty { return nil }
            return .file(
                FileArtifact(
                    path: "docker-daemon/\(node.name)/daemon.json", emitter: Self.name, node: node.name, content: keys.text.bytes,
                    installPath: placement.path ?? "/etc/docker/daemon.json", on: placement.on ?? .all,
                    ownership: .block, check: .builtin(Self.name), reload: ["systemctl", "reload", "docker"]))
        }
    }

    /// What an entry of `dns` stands for.
    private func nameServer(_ server: AddressOrName, in allocation: Allocation, reporting problems: inout Diagnostics) -> [IPAddress] {
        switch server {
        case .address(let address): return [address]
        case .name(let document):
            let entries = allocation.addresses(named: document, reporting: &problems)
            reportIsolation(of: entries, named: document, in: allocation, reporting: &problems)
            return entries.map(\.address)
        }
    }

    /// What leaves a container by the engine's bridge leaves by the host: and a host never reaches its own macvlan.
    private func reportIsolation(
        of servers: [AllocatedAddress], named document: Document, in allocation: Allocation, reporting problems: inout Diagnostics
    ) {
        var isolated: [String] = []
        for server in servers {
            guard case .service(let service, let node) = server.owner, let macvlan = allocation.plan[service].macvlan else { continue }
            if !allocation.plan[macvlan].shim { isolated.append(allocation.plan[node].name.description) }
        }
        if isolated.isEmpty { return }
        problems.report(
            .macvlanHostIsolated, at: document.place,
            "containers on \(Spelling.list(isolated, "and")) can't ask the \(document.text) of their own node: a host never reaches its own macvlan",
            help: "write shim: true for its macvlan, or name a DNS server elsewhere too")
    }
}
