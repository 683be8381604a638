public import NetPlan

/// The swarm from nothing: a script for each node that makes it a member, and the labels of all.
///
///     outputs: {swarm: {}}      // swarm/nodes/ds1.sh, which begins the swarm, swarm/nodes/ds2.sh, which joins it …
///
/// Pools, docker_gwbridge and ingress have to be right before the first overlay: later they can be changed by leaving the swarm
/// alone (docs.docker.com, "Manage swarm service networks").
public struct SwarmEmitter: Emitter {
    public static let name = "swarm"
    public static let summary = "scripts that make the nodes one swarm, in its right order"
    public static let reader = "every node"
    public static let judge: String? = "sh -n"

    public init(_ settings: Document, reporting problems: inout Diagnostics) {
        // A swarm is made by hand and once, not installed: where to is read only to say what is wrong with it.
        _ = Placement(Fields(settings, of: "the swarm emitter", Self.keys, reporting: &problems), reporting: &problems)
    }

    public func artifacts(for allocation: Allocation, reporting problems: inout Diagnostics) -> [Artifact] {
        let plan = allocation.plan
        let managers = plan.nodes.references.filter { plan[$0].role == .manager }
        guard let first = managers.first else {
            // Where the plan has a network over the swarm, a rule has said so already.
            if plan.overlays.isEmpty, !plan.macvlans.contains(where: { $0.scope == .swarm }), !plan.refusedRoles {
                problems.report(
                    .noManager, at: .key(PlanPath("outputs", "swarm")), "no node is a manager, and nobody can begin the swarm",
                    help: "write role: manager for a node")
            }
            return []
        }
        var addresses: [Reference<Node>: IPv4Address] = [:]
        for entry in allocation.addresses {
            if case .node(let node) = entry.owner, let address = entry.address.v4 { addresses[node] = address }
        }
        let scripts = plan.nodes.references.compactMap { node -> Artifact? in
            guard let address = addresses[node] else { return nil }
            // Whoever begins a swarm can join it again by another manager.
            let host = node == first ? managers.dropFirst().first : first
            let script = MemberScript(
                plan: plan, node: node, address: address, beginsSwarm: node == first, host: host,
                hostAddress: host.flatMap { addresses[$0] })
            return .file(
                FileArtifact(
                    path: script.path, emitter: Self.name, node: plan[node].name, content: script.text.bytes,
                    check: .command(["sh", "-n", "{}"])))
        }
        return scripts + NodeLabels.declared(in: plan).map(Artifact.labels)
    }
}
