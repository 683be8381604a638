public import NetPlan

/// The Docker networks whose containers sit in a LAN itself, and the labels that tell the scheduler which nodes have one.
///
///     macvlans: {pihole: {nodes: [ds1, ds2]}}
///     // ds1: pihole-config (192.168.0.252/30); ds2: pihole-config (192.168.0.248/30); over the swarm: pihole
///
/// A swarm network has one set of addresses for all nodes, and two nodes with one range hand out the same address. So each
/// node gets a config-only network with its own slice, and the swarm's network takes its settings from there (docs.docker.com,
/// "docker network create", --config-from).
public struct MacvlanEmitter: Emitter {
    public static let name = "macvlan"
    public static let summary = "Docker networks in the LAN itself, with a slice of it for each node"
    public static let reader = "Docker"
    public static let judge: String? = "Docker itself, as it makes them"

    public init(_ settings: Document, reporting problems: inout Diagnostics) {
        // Networks are made by scripts and by `apply`, not installed: where to is read only to say what is wrong with it.
        _ = Placement(Fields(settings, of: "the macvlan emitter", Self.keys, reporting: &problems), reporting: &problems)
    }

    public func artifacts(for allocation: Allocation, reporting problems: inout Diagnostics) -> [Artifact] {
        let plan = allocation.plan
        let wanted = plan.macvlans.references.flatMap { networks(for: $0, in: allocation) }
        let labels = allocation.slices.map { NodeLabels(node: $0.node, labels: [.slice(of: plan[$0.macvlan])]) }
        return wanted.map(Artifact.network) + (labels + NodeLabels.declared(in: plan)).map(Artifact.labels)
    }

    /// A network on each node that has a slice, and in swarm scope the one that joins them.
    private func networks(for reference: Reference<Macvlan>, in allocation: Allocation) -> [NetworkArtifact] {
        let macvlan = allocation.plan[reference]
        let slices = allocation.slices.filter { $0.macvlan == reference }
        if slices.isEmpty { return [] }
        switch macvlan.scope {
        case .local:
            return slices.map { slice in
                let config = allocation.macvlanConfig(for: slice)
                return NetworkArtifact(name: macvlan.name.description, planName: macvlan.name, node: slice.node, driver: .macvlan(config))
            }
        case .swarm:
            let configs = slices.map { slice in
                let config = allocation.macvlanConfig(for: slice)
                return NetworkArtifact(name: macvlan.configName, planName: macvlan.name, node: slice.node, driver: .config(config))
            }
            let joined = NetworkArtifact(
                name: macvlan.name.description, planName: macvlan.name, node: nil, driver: .swarmMacvlan(configFrom: macvlan.configName))
            return configs + [joined]
        }
    }
}

extension Node.Label {
    /// What a placement constraint asks for: `node.labels.netplan-swarm.macvlan.pihole==true`.
    ///
    /// The scheduler knows nothing of slices, and a task on a node without one is rejected again and again.
    static func slice(of macvlan: Macvlan) -> Self { Self(key: "netplan-swarm.macvlan.\(macvlan.name)", value: "true") }
}
