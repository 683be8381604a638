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
                .managerCount, .note, at: place, "\(nodes[0].name) is the only node: when it is down, so is the swarm",
                help: "two more nodes, managers too, would survive the loss of one")
        } else if nodes.count > 1, managers < 3 || managers.isMultiple(of: 2) {
            let loss =
                switch managers {
                case 0: "a swarm needs one"
                case 1: "when it is down, nothing is started or moved any more"
                case 2: "when one of them is down, nothing is started or moved any more"
                default: "one fewer would survive as many losses"
                }
            problems.report(
                .managerCount, at: place, "\(Spelling.count(managers, "manager")) among \(nodes.count) nodes: \(loss)",
                help: help(nodes, managers: managers))
        }
    }

    private static func help(_ nodes: [Node], managers: Int) -> String {
        if managers > 3 { return "make one of them a worker" }
        if nodes.count < 3 {
            return managers == 0
                ? "write role: manager for one of them; three managers survive the loss of one"
                : "three nodes that are managers survive the loss of one"
        }
        let workers = nodes.filter { $0.role == .worker }.prefix(3 - managers).map(\.name.description)
        return "write role: manager for \(Spelling.list(workers, "and"))"
    }
}
