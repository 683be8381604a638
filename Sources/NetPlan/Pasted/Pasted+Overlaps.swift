extension Pasted {
    private typealias Network = SubnetOverlapRule.Network
    private typealias Collision = SubnetOverlapRule.Collision

    /// Any two subnets that can't be beside each other, Docker's own included; and overlays in Docker's pools for local networks.
    func judgeOverlaps(_ networks: [PastedNetwork], reporting problems: inout Diagnostics) {
        var all = dockersOwn(among: networks)
        var locals: [Int: [Network]] = [:]
        var names: [Place: String] = [:]
        for network in networks where !network.isDockersOwn {
            let role: SubnetOverlapRule.Role = network.isInLAN ? .spokenOf : network.driver == .overlay ? .overlay : .local
            for subnet in network.subnets.map(\.prefix) where !SpecialAddressSpaceRule.isSpecial(subnet.value) {
                all.append(Network(prefix: subnet.value, name: network.noun, role: role, place: subnet.place, order: all.count))
                names[subnet.place] = network.name.value
                guard role == .local else { continue }
                let local = Network(prefix: subnet.value, name: network.noun, role: .external, place: subnet.place, order: all.count)
                locals[network.text, default: []].append(local)
            }
        }
        let declared = leases.scopes.enumerated().compactMap { index, scope in
            scope.subnet.map { Network(prefix: $0.value, name: "the DHCP subnet", role: .lan, place: $0.place, order: index) }
        }
        for subnet in declared {
            all.append(Network(prefix: subnet.prefix, name: subnet.name, role: .spokenOf, place: subnet.place, order: all.count))
        }
        var collisions = SubnetOverlapRule.collisions(among: Self.once(all))
        // What one text makes, one node has: another text may be for another node.
        for text in locals.keys.sorted() { collisions += SubnetOverlapRule.collisions(among: locals[text] ?? []) }
        collisions += SubnetOverlapRule.collisions(among: declared)
        // Two ways to make one network, as a page shows them, are never there together.
        collisions.removeAll { names[$0.later.place] != nil && names[$0.later.place] == names[$0.first.place] }
        let spare = Self.spareBlock(beside: all)
        for collision in collisions { Self.report(collision, spare, to: &problems) }
        judgePools(networks, moving: Set(collisions.map(\.moving.place)), spare, reporting: &problems)
    }

    /// A LAN once, however often it is spoken of: else each of them would be told that an overlay lies in it.
    private static func once(_ networks: [Network]) -> [Network] {
        var seen: Set<Prefix<IPv4Address>> = []
        return networks.filter { $0.role != .spokenOf || seen.insert($0.prefix).inserted }
    }

    /// Whether anything here is of a swarm. Without one, Docker has no network for it either.
    private var isSwarm: Bool {
        !stackNetworks.isEmpty || networks.contains { $0.driver == .overlay || $0.swarmScope != nil || $0.isConfigOnly }
    }

    /// What Docker has on every node, unless a text says where that is.
    private func dockersOwn(among networks: [PastedNetwork]) -> [Network] {
        let pools = Pools()
        let own: [(name: String, noun: String, prefix: Prefix<IPv4Address>?, role: SubnetOverlapRule.Role)] = [
            ("ingress", "the ingress network", pools.ingress, .ingress), ("bridge", "docker0", pools.docker0, .docker0),
            ("docker_gwbridge", "docker_gwbridge", pools.gwbridge, .gwbridge),
        ]
        let seen = Dictionary(grouping: networks.filter { $0.isIngress || ($0.origin == .inspected && $0.isDockersOwn) }) {
            $0.isIngress ? "ingress" : $0.name.value
        }
        var found: [Network] = []
        for (name, noun, prefix, role) in own where isSwarm || role == .docker0 {
            let written = (seen[name] ?? []).flatMap(\.subnets).map(\.prefix)
            for place in written.isEmpty ? prefix.map({ [Placed($0, at: .program)] }) ?? [] : written {
                found.append(Network(prefix: place.value, name: noun, role: role, place: place.place, order: found.count - 1000))
            }
        }
        return found
    }

    private static func report(_ collision: Collision, _ spare: Prefix<IPv4Address>, to problems: inout Diagnostics) {
        let (later, first) = (collision.later, collision.first)
        // Two nodes that are inspected have a docker0 each.
        if [.docker0, .gwbridge].contains(later.role), [.docker0, .gwbridge].contains(first.role) { return }
        let words = [later, first].map { "\($0.name) (\($0.prefix))" }
        let help =
            collision.moving.role == .overlay
            ? "give \(collision.moving.name) another subnet, as \(spare): Docker accepts this one, and fails later without a word"
            : "give one of the two another subnet"
        problems.report(
            .subnetOverlap, at: later.place, "\(words[0]) overlaps \(words[1])", help: help,
            related: [Related("\(words[1]) is \(first.place == .program ? "Docker's default" : "here")", at: first.place)])
    }

    /// A /24 that nothing here meets, and none of Docker's pools for local networks.
    private static func spareBlock(beside networks: [Network]) -> Prefix<IPv4Address> {
        let pool = Pools.prefix(10, 201, 0, 0, 16)
        let taken = AddressSet(networks.map(\.prefix.range))
        return taken.absentBlock(length: 24, in: pool.range, from: .bottom) ?? Prefix(around: pool.first, length: 24)
    }

    /// Docker's own list of pools against overlays. One finding, as in a plan; what has to move anyway is not told again.
    private func judgePools(
        _ networks: [PastedNetwork], moving: Set<Place>, _ spare: Prefix<IPv4Address>, reporting problems: inout Diagnostics
    ) {
        let list = AddressSet(Pools.dockerDefaults.map(\.base.range))
        let found = networks.filter { $0.driver == .overlay }.flatMap { network in
            network.subnets.map(\.prefix).filter { list.overlaps($0.value.range) && !moving.contains($0.place) }
                .map { Placed("\(network.noun) (\($0.value))", at: $0.place) }
        }
        guard let first = found.first else { return }
        problems.report(
            .dockerPoolOverlap, at: first.place, DockerPoolOverlapRule.sentence(found.map(\.value)),
            help: "take another subnet, as \(spare), or set default-address-pools in each daemon.json",
            related: found.dropFirst().map { Related("\($0.value) is here", at: $0.place) })
    }
}
