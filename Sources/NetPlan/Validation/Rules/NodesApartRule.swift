/// Managers in different LANs: when the router between them is down, so is the swarm.
enum NodesApartRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        let managers = plan.nodes.filter { $0.role == .manager && $0.lan != nil }
        guard let first = managers.first, let home = first.lan else { return }
        guard let other = managers.first(where: { $0.lan != home }), let away = other.lan else { return }
        problems.report(
            .nodesApart, at: .key(other.path),
            "the managers \(first.name) and \(other.name) are in different LANs (\(plan[home].name) and \(plan[away].name)): when the router between them is down, one side can decide nothing",
            help: "keep the managers in one LAN", related: [Related("manager \(first.name) is here", at: .key(first.path))])
    }
}
