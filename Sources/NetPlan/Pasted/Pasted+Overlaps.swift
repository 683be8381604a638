extension Pasted {
    private typealias Network = SubnetOverlapRule.Network

    /// Any two subnets that can't be beside each other, Docker's own included.
    func judgeOverlaps(_ networks: [PastedNetwork], reporting problems: inout Diagnostics) {
        var all = Self.dockersOwn(among: networks, inSwarm: isSwarm)
        var locals: [Int: [Network]] = [:]
        var lans: Set<Prefix<IPv4Address>> = []
        for network in networks where !network.isDockersOwn {
            for subnet in network.subnets {
                let prefix = subnet.prefix.value
                if SpecialAddressSpaceRule.isSpecial(prefix) { continue }
                var kind = SubnetOverlapRule.Kind.network
                if network.isInLAN { kind = .lan } else if network.driver != .overlay { kind = .local }
                if kind == .lan, !lans.insert(prefix).inserted { continue }
                let party = Diagnostics.Party("\(network.noun) (\(prefix))", at: subnet.prefix.place)
                all.append(Network(prefix: prefix, party: party, kind: kind, order: all.count))
                if kind == .local {
                    locals[network.text, default: []].append(Network(prefix: prefix, party: party, kind: .network, order: all.count))
                }
            }
        }
        for scope in leases.scopes {
            guard let subnet = scope.subnet, lans.insert(subnet.value).inserted else { continue }
            let party = Diagnostics.Party(scope.name, at: subnet.place)
            all.append(Network(prefix: subnet.value, party: party, kind: .lan, order: all.count))
        }
        Self.report(SubnetOverlapRule.collisions(among: all), to: &problems)
        // What one text makes, one node has: another text may be for another node.
        for text in locals.keys.sorted() { Self.report(SubnetOverlapRule.collisions(among: locals[text] ?? []), to: &problems) }
        let declared = leases.scopes.enumerated().compactMap { index, scope in
            scope.subnet.map {
                Network(prefix: $0.value, party: .init(scope.name, at: $0.place), kind: .network, order: index)
            }
        }
        Self.report(SubnetOverlapRule.collisions(among: declared), to: &problems)
    }

    /// Whether anything here is of a swarm. Without one, Docker has no network for it either.
    private var isSwarm: Bool {
        !stackNetworks.isEmpty || networks.contains { $0.driver == .overlay || $0.swarmScope != nil || $0.isConfigOnly }
    }

    /// What Docker has on every node, unless an inspected one says where it is.
    private static func dockersOwn(among networks: [PastedNetwork], inSwarm isSwarm: Bool) -> [Network] {
        let pools = Pools()
        let own: [(name: String, noun: String, prefix: Prefix<IPv4Address>?, kind: SubnetOverlapRule.Kind)] = [
            ("ingress", "the ingress network", pools.ingress, .network), ("bridge", "docker0", pools.docker0, .bridge),
            ("docker_gwbridge", "docker_gwbridge", pools.gwbridge, .bridge),
        ]
        let seen = Dictionary(grouping: networks.filter { $0.isIngress || ($0.origin == .inspected && $0.isDockersOwn) }) {
            $0.isIngress ? "ingress" : $0.name.value
        }
        var found: [Network] = []
        for (name, noun, prefix, kind) in own where isSwarm || name == "bridge" {
            let written = (seen[name] ?? []).flatMap(\.subnets).map(\.prefix)
            let places = written.isEmpty ? prefix.map { [Placed($0, at: .program)] } ?? [] : written
            for place in places {
                let party = Diagnostics.Party("\(noun) (\(place.value))", at: place.place)
                found.append(Network(prefix: place.value, party: party, kind: kind, order: found.count - 1000))
            }
        }
        return found
    }

    private static func report(_ collisions: [(later: Network, first: Network)], to problems: inout Diagnostics) {
        for (later, first) in collisions where later.kind != .bridge || first.kind != .bridge {
            let isDefault = first.party.place == .program
            problems.report(
                .subnetOverlap, at: later.party.place, "\(later.party.name) overlaps \(first.party.name)",
                help: later.party.name.hasPrefix("overlay ")
                    ? "take another subnet, as \(spare): Docker accepts this one, and fails later without a word" : "move one of the two",
                related: [
                    Related(
                        isDefault ? "\(first.party.name) is where Docker has it by default" : "\(first.party.name) is here",
                        at: first.party.place)
                ])
        }
    }

    /// A subnet that is in none of Docker's pools for local networks.
    private static let spare = Prefix(around: Pools.prefix(10, 201, 0, 0, 16).first, length: 24)

    /// Docker's own list of pools against overlays. One finding, as in a plan.
    func judgePools(_ networks: [PastedNetwork], reporting problems: inout Diagnostics) {
        let list = AddressSet(Pools.dockerDefaults.map(\.base.range))
        let pools = Pools()
        var found: [Placed<String>] = []
        for network in networks where network.driver == .overlay {
            for subnet in network.subnets where list.overlaps(subnet.prefix.value.range) {
                let prefix = subnet.prefix.value
                // docker0 and docker_gwbridge lie there by default: `subnet-overlap` says so, and says more.
                if [pools.docker0, pools.gwbridge].contains(where: { $0?.overlaps(prefix) ?? false }) { continue }
                found.append(Placed("\(network.noun) (\(prefix))", at: subnet.prefix.place))
            }
        }
        guard let first = found.first else { return }
        problems.report(
            .dockerPoolOverlap, at: first.place, DockerPoolOverlapRule.sentence(found.map(\.value)),
            help: "take another subnet, as \(Self.spare), or set default-address-pools in each daemon.json",
            related: found.dropFirst().map { Related("\($0.value) is here", at: $0.place) })
    }
}
