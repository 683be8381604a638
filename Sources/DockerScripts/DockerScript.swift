public import NetPlan

/// One POSIX script that makes Docker networks: a node's own, or the swarm's.
///
///     DockerScript.files(for: artifacts, in: plan).map(\.path)
///     // ["docker/nodes/ds1.sh", "docker/nodes/ds2.sh", "docker/swarm.sh"]
///
/// It is one rendering of the network artifacts; `apply` makes the same ones through the Engine's API.
public struct DockerScript: Sendable, Hashable {
    /// The emitter that the manifest names: two plugins' networks are one rendering.
    public static let emitter = "docker"

    let plan: Plan
    /// Nil for the one that runs once, on a manager.
    let node: Reference<Node>?
    let networks: [NetworkArtifact]
    let labels: [NodeLabels]

    /// A script for each node that has a network of its own, in the order of the plan, then the swarm's if it has anything to do.
    ///
    /// What is no network and no label among the artifacts is passed over.
    public static func files(for artifacts: [Artifact], in plan: Plan) -> [FileArtifact] {
        var local: [Reference<Node>: [NetworkArtifact]] = [:]
        var swarm: [NetworkArtifact] = []
        var labels: [NodeLabels] = []
        for artifact in artifacts {
            switch artifact {
            case .network(let network):
                if let node = network.node { local[node, default: []].append(network) } else { swarm.append(network) }
            case .labels(let part): labels.append(part)
            case .file: continue
            }
        }
        var scripts = local.sorted { $0.key.index < $1.key.index }.map { Self(plan: plan, node: $0.key, networks: $0.value, labels: []) }
        if !swarm.isEmpty || !labels.isEmpty {
            scripts.append(Self(plan: plan, node: nil, networks: swarm, labels: NodeLabels.merged(labels)))
        }
        return scripts.map(\.file)
    }

    /// Where it stands below the output folder.
    var path: String { node.map { "docker/nodes/\(plan[$0].name).sh" } ?? "docker/swarm.sh" }

    var file: FileArtifact {
        FileArtifact(
            path: path, emitter: Self.emitter, node: node.map { plan[$0].name }, content: text.bytes, check: .command(["sh", "-n", "{}"]))
    }

    /// Whether it has to do with config-only networks, which Docker 28.0.0 breaks.
    var usesConfigNetworks: Bool {
        networks.contains { network in
            switch network.driver {
            case .config, .swarmMacvlan: true
            case .macvlan, .overlay: false
            }
        }
    }

    var hasSwarmMacvlans: Bool {
        networks.contains { if case .swarmMacvlan = $0.driver { true } else { false } }
    }

    var hasOverlays: Bool {
        networks.contains { if case .overlay = $0.driver { true } else { false } }
    }

    /// The ways into slices that it makes, in the order of the networks.
    var shims: [Shim] { networks.compactMap(Shim.init) }
}
