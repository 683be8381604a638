/// Any two of: LANs, overlays, external networks, and Docker's own networks and pools. Docker accepts it and fails later.
enum SubnetOverlapRule: Rule {
    enum Role: Equatable {
        case lan, external, overlay, ingress, docker0, gwbridge, pool
        /// Of pasted texts: a LAN that several of them may speak of, and a network that a node has for itself.
        case spokenOf, local

        fileprivate var kind: Kind {
            switch self {
            case .lan, .external, .overlay, .ingress: .network
            case .docker0, .gwbridge: .bridge
            case .pool: .pool
            case .spokenOf: .spokenOf
            case .local: .local
            }
        }
    }

    fileprivate enum Kind: Int, CaseIterable {
        case network, pool, bridge, spokenOf, local

        /// Docker's pools against its own bridges is no fault: they come from there. Two that are pasted may be one, or apart.
        func collides(with other: Kind) -> Bool {
            switch (self, other) {
            case (.pool, .pool), (.pool, .bridge), (.bridge, .pool), (.spokenOf, .spokenOf), (.local, .local): false
            default: true
            }
        }
    }

    struct Network {
        let prefix: Prefix<IPv4Address>
        let name: String
        let role: Role
        let place: Place
        /// Its place in the file.
        let order: Int

        fileprivate var kind: Kind { role.kind }
        fileprivate var party: Diagnostics.Party { Diagnostics.Party("\(name) (\(prefix))", at: place) }
    }

    /// Two networks that share addresses.
    struct Collision {
        let later: Network
        let first: Network

        /// The one that is to have another subnet: an overlay, for that the program may choose, else the later one.
        var moving: Network { [later, first].first { $0.role == .overlay } ?? later }
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
        lazy var spare = SpareBlocks(beside: survey.plan)
        for collision in collisions(in: survey.plan, &problems) {
            let help = problems.isCrowded ? nil : collision.help(with: spare)
            problems.collide(.subnetOverlap, [collision.first.party, collision.later.party], help: { _, _ in help }) { later, first in
                "\(later.name) overlaps \(first.name)"
            }
        }
    }

    static func collisions(in plan: Plan, _ problems: inout Diagnostics) -> [Collision] {
        collisions(among: networks(of: plan, &problems))
    }

    /// Of networks that overlap, each but the first with the one that it meets.
    static func collisions(among networks: [Network]) -> [Collision] {
        var collisions: [Collision] = []
        var networks = networks
        networks.sort { ($0.prefix.first, $0.prefix.length) < ($1.prefix.first, $1.prefix.length) }
        // Prefixes nest or are apart: those that hold the next one form a stack. Each network is reported once, against the
        // first in the file that it meets, be that one around it or inside: k parties give k−1 findings.
        var stack: [Holder] = []
        func close() {
            guard let last = stack.popLast() else { return }
            var met = last.around
            met.add(last.inside)
            if let first = met.before(last.network) { collisions.append(Collision(later: last.network, first: first)) }
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

    private static func networks(of plan: Plan, _ problems: inout Diagnostics) -> [Network] {
        var networks: [Network] = []
        func add(_ prefix: Prefix<IPv4Address>?, _ name: String, _ role: Role, _ place: Place) {
            guard let prefix else { return }
            // The defaults of the program come before everything, in the order of this list.
            let order = place == .program ? networks.count - 1000 : problems.order(of: place)
            networks.append(Network(prefix: prefix, name: name, role: role, place: place, order: order))
        }
        let pools = PlanPath("pools")
        // Only what nobody wrote has no place.
        func place(_ key: String) -> Place { problems.isWritten(pools[key]) ? .value(pools[key]) : .program }
        add(plan.pools.ingress, "the ingress network", .ingress, place("ingress"))
        add(plan.pools.docker0, "docker0", .docker0, place("docker0"))
        add(plan.pools.gwbridge, "docker_gwbridge", .gwbridge, place("gwbridge"))
        for pool in plan.pools.docker ?? [] {
            add(pool.value.base, "Docker's pool", .pool, .value(pools["docker"][pool.index]["base"]))
        }
        for lan in plan.lans { add(lan.subnet, "LAN \(lan.name)", .lan, .value(lan.path["subnet"])) }
        for network in plan.external { add(network.subnet, "external network \(network.name)", .external, .value(network.path["subnet"])) }
        for overlay in plan.overlays { add(overlay.subnet?.declared, "overlay \(overlay.name)", .overlay, .value(overlay.path["subnet"])) }
        return networks
    }
}
