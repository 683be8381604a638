/// Engine 28.0.0 loses the settings of config-only networks (mended in 28.0.1, moby 468c2c814d).
enum EngineBrokenRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        guard survey.plan.engine == EngineVersion(28, 0, 0), let macvlan = survey.plan.macvlans.first(where: { $0.scope == .swarm }) else {
            return
        }
        problems.report(
            .engineBroken, at: .value(PlanPath("engine")), "Docker Engine 28.0.0 breaks macvlans over a swarm, and \(macvlan.name) is one",
            help: "install 28.0.1 or later (or 27) on the nodes, then write that version here",
            related: [Related("macvlan \(macvlan.name) is here", at: .key(macvlan.path))])
    }
}
