/// Overlays or swarm-scope macvlans, and no node is a manager: nobody could make them.
enum NoManagerRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        guard !plan.nodes.contains(where: { $0.role == .manager }) else { return }
        guard let network = network(in: plan), !plan.refusedRoles else { return }
        problems.report(
            .noManager, at: .key(PlanPath("nodes")), "no node is a manager, and \(network) is made on one",
            help: "write role: manager for one or three of the nodes")
    }

    /// What only a manager can make, in words.
    static func network(in plan: Plan) -> String? {
        plan.overlays.first.map { "overlay \($0.name)" } ?? plan.macvlans.first { $0.scope == .swarm }.map { "macvlan \($0.name)" }
    }
}
