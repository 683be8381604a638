/// More than one node, and fewer than three managers or an even number of them: the loss of one stops the swarm.
enum ManagerCountRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let nodes = survey.plan.nodes
        let managers = nodes.filter { $0.role == .manager }.count
        let place = Place.key(PlanPath("nodes"))
        // Where none is needed and missing, that is said elsewhere.
        guard !survey.plan.refusedRoles, NoManagerRule.network(in: survey.plan) == nil || managers > 0 else { return }
        if nodes.count == 1 {
            problems.report(
                .managerCount, .note, at: place, "\(nodes[0].name) is the only node: when it is down, so is the swarm", help: nil)
        } else if nodes.count > 1, managers < 3 || managers.isMultiple(of: 2) {
            problems.report(
                .managerCount, at: place,
                "\(Spelling.count(managers, "manager")) among \(nodes.count) nodes: \(managers == 0 ? "nobody can start a swarm" : managers < 3 ? "the swarm stops when one of them is down" : "one fewer would survive as many losses")",
                help: nodes.count < 3 ? "a third node makes it three managers" : "make it three or five")
        }
    }
}
