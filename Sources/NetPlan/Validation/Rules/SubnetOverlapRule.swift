/// Any two of: LANs, overlays, external networks, and Docker's own networks and pools. Docker accepts it and fails later.
enum SubnetOverlapRule: Rule {
    enum Kind: Int, CaseIterable {
        case network, pool, bridge
        /// Of pasted texts: what lies in a LAN, and what is a node's own. Two of a kind may be meant so.
        case lan, local

        /// Docker's pools against its own bridges is no fault: they come from there.
        func collides(with other: Kind) -> Bool {
            switch (self, other) {
            case (.pool, .pool), (.pool, .bridge), (.bridge, .pool), (.lan, .lan), (.local, .local): false
            default: true
            }
        }
    }

    struct Network {
        let prefix: Prefix<IPv4Address>
        let party: Diagnostics.Party
        let kind: Kind
        /// Its place in the file.
        let order: Int
    }

    /// Of each kind, the one that stands first in the file.
    private struct Firsts {
        private var firsts: [Network?] = Kind.allCases.map { _ in nil }

        mutating func add(_ network: Network?) {
            guard let network else { return }
            if let known = firsts[network.kind.rawValue], known.order <= network.order { return }
            firsts[network.kind.rawValue] = network
        }

        mutating func add(_ other: Firsts) { for network in other.firsts { add(network) } }

        /// The first of those that a network can't lie beside, if it stands before it.
        func before(_ network: Network) -> Network? {
            let others = firsts.compactMap(\.self).filter { $0.kind.collides(with: network.kind) && $0.order < network.order }
            return others.min { $0.order < $1.order }
        }
    }

    /// A network that holds those looked at now: who is around it, itself included, and who was found inside.
    private struct Holder {
        let network: Network
        var around: Firsts
        var inside = Firsts()
    }

    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        for (later, first) in collisions(among: networks(of: survey.plan, &problems)) { report(later, first, &problems) }
    }

    /// Of networks that overlap, each but the first with the one that it meets.
    static func collisions(among networks: [Network]) -> [(later: Network, first: Network)] {
        var collisions: [(later: Network, first: Network)] = []
        var networks = networks
        networks.sort { ($0.prefix.first, $0.prefix.length) < ($1.prefix.first, $1.prefix.length) }
        // Prefixes nest or are apart: those that hold the next one form a stack. Each network is reported once, against the
        // first in the file that it meets, be that one around it or inside: k parties give k−1 findings.
        var stack: [Holder] = []
        func close() {
            guard let last = stack.popLast() else { return }
            var met = last.around
            met.add(last.inside)
            if let first = met.before(last.network) { collisions.append((last.network, first)) }
            if stack.isEmpty { return }
            stack[stack.count - 1].inside.add(last.inside)
            stack[stack.count - 1].inside.add(last.network)
        }
        for network in networks {
            while let last = stack.last, !last.network.prefix.contains(network.prefix) { close() }
            var around = stack.last?.around ?? Firsts()
            around.add(network)
            stack.append(Holder(network: network, around: around))
        }
        while !stack.isEmpty { close() }
        return collisions
    }

    private static func report(_ later: Network, _ first: Network, _ problems: inout Diagnostics) {
        // What the program may choose is the cheapest to move.
        let overlay = [later, first].first { $0.party.name.hasPrefix("overlay ") }?.party.name.split(separator: " (").first
        let help = overlay.map {
            "take 'subnet' out of \($0), and a free one is found: Docker accepts this one, and fails later without a word"
        }
        problems.collide(.subnetOverlap, [first.party, later.party], help: { _, _ in help ?? "move one of the two" }) { later, first in
            "\(later.name) overlaps \(first.name)"
        }
    }

    private static func networks(of plan: Plan, _ problems: inout Diagnostics) -> [Network] {
        var networks: [Network] = []
        func add(_ prefix: Prefix<IPv4Address>?, _ name: String, _ place: Place, _ kind: Kind = .network) {
            guard let prefix else { return }
            let party = Diagnostics.Party("\(name) (\(prefix))", at: place)
            // The defaults of the program come before everything, in the order of this list.
            let order = place == .program ? networks.count - 1000 : problems.order(of: place)
            networks.append(Network(prefix: prefix, party: party, kind: kind, order: order))
        }
        let pools = PlanPath("pools")
        // Only what nobody wrote has no place.
        func place(_ key: String) -> Place { problems.isWritten(pools[key]) ? .value(pools[key]) : .program }
        add(plan.pools.ingress, "the ingress network", place("ingress"))
        add(plan.pools.docker0, "docker0", place("docker0"), .bridge)
        add(plan.pools.gwbridge, "docker_gwbridge", place("gwbridge"), .bridge)
        for pool in plan.pools.docker ?? [] {
            add(pool.value.base, "Docker's pool", .value(pools["docker"][pool.index]["base"]), .pool)
        }
        for lan in plan.lans { add(lan.subnet, "LAN \(lan.name)", .value(lan.path["subnet"])) }
        for network in plan.external { add(network.subnet, "external network \(network.name)", .value(network.path["subnet"])) }
        for overlay in plan.overlays { add(overlay.subnet?.declared, "overlay \(overlay.name)", .value(overlay.path["subnet"])) }
        return networks
    }
}
