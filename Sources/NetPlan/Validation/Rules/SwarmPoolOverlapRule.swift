/// A LAN or an external network lies in `pools.swarm`: Docker may pick it for an overlay that nobody gave a subnet.
enum SwarmPoolOverlapRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        let pool = plan.pools.swarm.base
        var found: [(name: String, place: Place)] = []
        for lan in plan.lans where pool.overlaps(lan.subnet) {
            found.append(("LAN \(lan.name) (\(lan.subnet))", .value(lan.path["subnet"])))
        }
        for network in plan.external where pool.overlaps(network.subnet) {
            found.append(("external network \(network.name) (\(network.subnet))", .value(network.path["subnet"])))
        }
        let sorted = found.map { (problems.order(of: $0.place), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        guard let first = sorted.first else { return }
        problems.report(
            .swarmPoolOverlap, at: first.place,
            "Docker may give an overlay without a subnet the addresses of \(Spelling.list(sorted.map(\.name), "or")): the swarm's pool \(pool) holds them",
            help:
                "write pools: {swarm: {base: \(SpareBlocks(beside: plan).block(from: 230)), size: 24}}, and give 'docker swarm init' the same as --default-addr-pool (a running swarm keeps the pool that it was made with)",
            related: sorted.map { Related("\($0.name) is here", at: $0.place) })
    }
}
