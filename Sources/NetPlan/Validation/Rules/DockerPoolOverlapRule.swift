/// The plan sets no `pools.docker`, and Docker's own list holds an overlay or an external network.
///
/// Docker may then pick it for the network of any compose project. The LANs of its nodes it avoids by itself (20.10).
enum DockerPoolOverlapRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        guard plan.pools.docker == nil else { return }
        let list = AddressSet(Pools.dockerDefaults.map(\.base.range))
        // What has to move for another reason, `subnet-overlap` says: it says more.
        let moving = Set(SubnetOverlapRule.collisions(in: plan, &problems).map(\.moving.place))
        var found: [(name: String, place: Place)] = []
        for overlay in survey.allocation.overlays where list.overlaps(overlay.prefix.range) {
            let path = plan[overlay.overlay].path
            let place = overlay.origin == .declared ? Place.value(path["subnet"]) : .key(path)
            if !moving.contains(place) { found.append(("overlay \(plan[overlay.overlay].name) (\(overlay.prefix))", place)) }
        }
        for network in plan.external where list.overlaps(network.subnet.range) {
            let place = Place.value(network.path["subnet"])
            if !moving.contains(place) { found.append(("external network \(network.name) (\(network.subnet))", place)) }
        }
        let sorted = found.map { (problems.order(of: $0.place), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        guard let first = sorted.first else { return }
        problems.report(
            .dockerPoolOverlap, at: first.place,
            sentence(sorted.map(\.name)),
            help:
                "write pools: {docker: [{base: \(SpareBlocks(beside: plan).block(from: 210)), size: 24}]}, and the same as default-address-pools in each daemon.json",
            related: sorted.map { Related("\($0.name) is here", at: $0.place) })
    }

    /// What is said of the networks that Docker's own list holds.
    static func sentence(_ names: [String]) -> String {
        "Docker may give the network of a compose project the addresses of \(Spelling.list(names, "or")): Docker's own pools hold them"
    }
}
