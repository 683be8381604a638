/// No shim, and a node can't reach DNS servers that are services in its own slice: a host never reaches its own macvlan.
enum MacvlanHostIsolatedRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let (plan, allocation) = (survey.plan, survey.allocation)
        let services = Set(allocation.addresses.filter { $0.kind == .service }.compactMap(\.address.v4))
        if services.isEmpty { return }
        // By macvlan and node once: asked one by one, 2000 nodes with 80 macvlans took 20 seconds.
        let slices = Dictionary(grouping: allocation.slices, by: \.macvlan).mapValues { slices in
            Dictionary(slices.map { ($0.node, $0) }) { first, _ in first }
        }
        for macvlan in plan.macvlans.references where !plan[macvlan].shim {
            var stranded: [String] = []
            var hindered: [String] = []
            for node in plan[macvlan].nodes {
                guard let slice = slices[macvlan]?[node.value] else { continue }
                let servers = Set(plan.nameServers(of: node.value).flatMap(allocation.addresses(of:)))
                // What is in the slice and no service's is `dns-server-unknown`.
                let own = servers.filter { $0.v4.map { slice.prefix.contains($0) && services.contains($0) } ?? false }
                let name = plan[node.value].name.description
                if own.isEmpty { continue }
                if own.count == servers.count { stranded.append(name) } else { hindered.append(name) }
            }
            let (nodes, isAll) = stranded.isEmpty ? (hindered, false) : (stranded, true)
            guard !nodes.isEmpty else { continue }
            problems.report(
                .macvlanHostIsolated, isAll ? .warning : .note, at: .key(plan[macvlan].path),
                "\(Spelling.list(nodes, "and")) can't reach \(isAll ? "any" : "some") of \(nodes.count == 1 ? "its" : "their") DNS servers: a host never reaches the containers of its own macvlan \(plan[macvlan].name)",
                help:
                    "write shim: true for macvlan \(plan[macvlan].name) (an interface on the node itself that reaches them), or add a DNS server elsewhere"
            )
        }
    }
}

extension Plan {
    /// The DNS servers that a node is told: its group's, else its LAN's.
    func nameServers(of node: Reference<Node>) -> [DNSServer] {
        guard let lan = self[node].lan else { return [] }
        let group = groups.first { group in
            group.lan == lan && group.members.contains { $0.value == .node(node) || $0.value == .allNodes }
        }
        return (group?.dns ?? self[lan].dns).map(\.value)
    }
}
