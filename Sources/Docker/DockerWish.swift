public import NetPlan

/// What the plan wants of the engine of one node, and of the swarm behind it.
///
///     let wish = DockerWish(of: node, artifacts, in: plan)
///     wish.local.map(\.name)      // ["pihole-config"]
///     wish.swarm.map(\.name)      // ["pihole", "proxy_traefik"]
public struct DockerWish: Sendable, Hashable {
    public let site: HostName
    /// What the node's engine calls its machine.
    public let hostname: String
    public let isManager: Bool
    /// The node's own networks, in the order of the plan.
    public let local: [DockerNetwork]
    /// The node's own ways into its slices.
    public let shims: [Shim]
    /// The swarm's networks: a manager's to make.
    public let swarm: [DockerNetwork]
    /// For every member that the plan knows, in the order of the plan: likewise.
    public let members: [Member]

    /// A member of the swarm, and the labels that it should bear.
    public struct Member: Sendable, Hashable {
        public let hostname: String
        public let labels: [Node.Label]
    }

    /// Reads it from the artifacts; files among them are passed over.
    public init(of node: Reference<Node>, _ artifacts: [Artifact], in plan: Plan) {
        let networks = artifacts.compactMap { if case .network(let network) = $0 { network } else { nil } }
        let parts = artifacts.compactMap { if case .labels(let part) = $0 { part } else { nil } }
        site = plan.site
        hostname = plan[node].hostname
        isManager = plan[node].role == .manager
        local = networks.filter { $0.node == node }.map { DockerNetwork($0, site: plan.site) }
        shims = networks.filter { $0.node == node }.compactMap(Shim.init)
        swarm = networks.filter { $0.node == nil }.map { DockerNetwork($0, site: plan.site) }
        let merged = Dictionary(NodeLabels.merged(parts).map { ($0.node, $0.labels) }) { first, _ in first }
        members = plan.nodes.references.map { Member(hostname: plan[$0].hostname, labels: merged[$0] ?? []) }
    }

    init(
        site: HostName, hostname: String, isManager: Bool, local: [DockerNetwork], shims: [Shim], swarm: [DockerNetwork], members: [Member]
    ) {
        self.site = site
        self.hostname = hostname
        self.isManager = isManager
        self.local = local
        self.shims = shims
        self.swarm = swarm
        self.members = members
    }

    /// Whether it has nothing to do with Docker.
    public var isEmpty: Bool { local.isEmpty && shims.isEmpty && swarm.isEmpty && members.allSatisfy { $0.labels.isEmpty } }

    /// Whether it has to do with config-only networks, which Docker 28.0.0 breaks.
    var usesConfigNetworks: Bool { (local + swarm).contains { $0.isConfigOnly || $0.configFrom != nil } }
}
