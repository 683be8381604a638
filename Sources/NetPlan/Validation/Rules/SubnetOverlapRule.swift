/// Any two of: LANs, overlays, external networks, and Docker's own networks and pools. Docker accepts it and fails later.
enum SubnetOverlapRule: Rule {
    private struct Network {
        let prefix: Prefix<IPv4Address>
        let party: Diagnostics.Party
        /// Docker's pools against its own bridges is no fault: they come from there.
        var isPool = false
        var isBridge = false
    }

    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        var networks = networks(of: survey.plan, &problems)
        networks.sort { ($0.prefix.first, $0.prefix.length) < ($1.prefix.first, $1.prefix.length) }
        // Prefixes nest or are apart: those that hold the next one form a stack.
        var around: [Network] = []
        var pairs: [Int: [(Network, Network)]] = [:]
        for network in networks {
            while let last = around.last, !last.prefix.contains(network.prefix) { around.removeLast() }
            for outer in around
            where !((outer.isPool && network.isBridge) || (outer.isBridge && network.isPool) || (outer.isPool && network.isPool)) {
                let orders = [(problems.order(of: outer.party.place), outer), (problems.order(of: network.party.place), network)].sorted {
                    $0.0 < $1.0
                }
                pairs[orders[1].0, default: []].append((orders[0].1, orders[1].1))
            }
            around.append(network)
        }
        for found in pairs.values {
            // Of several that a network meets, the first in the file stands for all: k parties give k−1 findings.
            guard let pair = found.map({ (problems.order(of: $0.0.party.place), $0) }).min(by: { $0.0 < $1.0 })?.1 else { continue }
            problems.collide(
                .subnetOverlap, [pair.0.party, pair.1.party],
                help: { later, first in
                    // What the program may choose is the cheapest to move.
                    let overlay = [later, first].first { $0.name.hasPrefix("overlay ") }?.name.split(separator: " (").first
                    return overlay.map {
                        "take 'subnet' out of \($0), and a free one is found: Docker accepts this one, and fails later without a word"
                    } ?? "move one of the two"
                }
            ) {
                later, first in "\(later.name) overlaps \(first.name)"
            }
        }
    }

    private static func networks(of plan: Plan, _ problems: inout Diagnostics) -> [Network] {
        var networks: [Network] = []
        func add(_ prefix: Prefix<IPv4Address>?, _ name: String, _ place: Place, isPool: Bool = false, isBridge: Bool = false) {
            guard let prefix else { return }
            networks.append(Network(prefix: prefix, party: .init("\(name) (\(prefix))", at: place), isPool: isPool, isBridge: isBridge))
        }
        let pools = PlanPath("pools")
        // Only what nobody wrote has no place.
        func place(_ key: String) -> Place { problems.isWritten(pools[key]) ? .value(pools[key]) : .program }
        add(plan.pools.ingress, "the ingress network", place("ingress"))
        add(plan.pools.docker0, "docker0", place("docker0"), isBridge: true)
        add(plan.pools.gwbridge, "docker_gwbridge", place("gwbridge"), isBridge: true)
        for pool in plan.pools.docker ?? [] {
            add(pool.value.base, "Docker's pool", .value(pools["docker"][pool.index]["base"]), isPool: true)
        }
        for lan in plan.lans { add(lan.subnet, "LAN \(lan.name)", .value(lan.path["subnet"])) }
        for network in plan.external { add(network.subnet, "external network \(network.name)", .value(network.path["subnet"])) }
        for overlay in plan.overlays { add(overlay.subnet?.declared, "overlay \(overlay.name)", .value(overlay.path["subnet"])) }
        return networks
    }
}
