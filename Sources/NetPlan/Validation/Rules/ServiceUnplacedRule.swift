/// A service with an address on a macvlan that is not on its nodes, without nodes, on an overlay, or on no network at all.
enum ServiceUnplacedRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        for service in plan.services {
            let path = service.path["address"]
            guard service.wantsAddress else { continue }
            guard let macvlan = service.macvlan.map({ plan[$0] }) else {
                let isOnOverlay = service.overlay != nil
                problems.report(
                    .serviceUnplaced, at: .value(path),
                    isOnOverlay
                        ? "service \(service.name) is on an overlay, where no service can have a fixed address"
                        : "service \(service.name) has an address and no network: only a macvlan can give it one",
                    help: isOnOverlay
                        ? "take 'address' out, or put the service on a macvlan" : "take 'address' out, or name a macvlan with 'network'")
                continue
            }
            if service.nodes.isEmpty {
                problems.report(
                    .serviceUnplaced, at: .value(path),
                    "service \(service.name) has an address on macvlan \(macvlan.name), and no nodes: each node has its own slice",
                    help: "write nodes: [\(macvlan.nodes.map { plan[$0.value].name.description }.joined(separator: ", "))]")
                continue
            }
            for node in service.nodes
            where service.addresses.contains(where: { $0.node == node.value }) && !macvlan.nodes.contains(where: { $0.value == node.value })
            {
                problems.report(
                    .serviceUnplaced, at: .value(service.path["nodes"][node.index]),
                    "service \(service.name) has an address on \(plan[node.value].name), and macvlan \(macvlan.name) has no slice there",
                    help: "add \(plan[node.value].name) to the nodes of macvlan \(macvlan.name)",
                    related: [Related("macvlan \(macvlan.name) is here", at: .key(macvlan.path))])
            }
        }
    }
}
