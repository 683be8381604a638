internal import NetPlan

extension DockerComparison {
    /// Those that are wanted against those that are there; and those of ours that nobody wants any more.
    mutating func compareNetworks(_ wanted: [DockerNetwork], isManager: Bool) {
        var gone: [EngineState.Network] = []
        var made: [NetworkChange] = []
        for network in wanted {
            switch state.networks(named: network.name) {
            case let there where there.count > 1: refuse(ambiguity(network.name, there.map(\.id)))
            case let there:
                guard let old = there.first else {
                    made.append(NetworkChange(.create, network))
                    continue
                }
                if old.network.differences(from: network).isEmpty {
                    if !isOurs(old), !choices.adopt.contains(network.name) { foreign.append(network.name) }
                } else if isOurs(old) {
                    if !old.attached.isEmpty { refuse(Runbook(making: network, of: old, hostname: state.hostname).obstacle) }
                    gone.append(old)
                    made.append(NetworkChange(.create, network, counterpart: old.network))
                } else {
                    refuse(stranger(old, wanted: network))
                }
            }
        }
        let replaced = Dictionary(made.map { ($0.network.name, $0.network) }) { first, _ in first }
        gone += leftovers(besides: wanted, isManager: isManager)
        // A swarm's network holds on to the settings that it came from, and an address that goes may be one that comes.
        let (swarm, local) = (gone.filter(\.network.isSwarmWide), gone.filter { !$0.network.isSwarmWide })
        changes += (swarm + local).map { old in
            .network(NetworkChange(.remove, old.network, counterpart: replaced[old.network.name]))
        }
        changes += made.map(DockerChange.network)
    }

    /// Ours by its label; where it can bear none, by the network of ours that it takes its settings from.
    func isOurs(_ there: EngineState.Network) -> Bool {
        if choices.adopted.contains(there.id) { return true }
        let site = wish.site.description
        if let source = there.network.configFrom {
            // On this engine the settings may be missing, and the plan knows that they are ours.
            let isMarked = state.networks(named: source).contains {
                $0.network.labels[DockerNetwork.siteLabel] == site && $0.network.labels[DockerNetwork.nameLabel] == there.network.name
            }
            return isMarked
                || wish.swarm.contains { $0.name == there.network.name && $0.configFrom == source }
        }
        return there.network.labels[DockerNetwork.siteLabel] == site
    }

    /// Ours, and wanted by nobody: what is left of an earlier plan.
    private mutating func leftovers(besides wanted: [DockerNetwork], isManager: Bool) -> [EngineState.Network] {
        let names = Set(wanted.map(\.name))
        let gone = state.networks.filter { old in
            !names.contains(old.network.name) && isOurs(old) && (isManager || !old.network.isSwarmWide)
        }
        for old in gone where !old.attached.isEmpty { refuse(Runbook(taking: old, hostname: state.hostname).obstacle) }
        return gone
    }

    private func stranger(_ old: EngineState.Network, wanted: DockerNetwork) -> Obstacle {
        let differences = old.network.differences(from: wanted).map(\.description).joined(separator: "; ")
        return Obstacle(
            "network \(wanted.name) is there, was not made by netplan-swarm, and is not as the plan wants it: \(differences)",
            steps: ["docker network rm \(wanted.name)        if nobody needs it; or give the one in the plan another name"])
    }

    private func ambiguity(_ name: String, _ ids: [String]) -> Obstacle {
        Obstacle(
            "there are \(ids.count) networks called \(name)",
            steps: ids.map { "docker network rm \($0)        unless it is the one to keep" })
    }

    /// A flag that can't be honoured is a slip of the pen, or comes from another day.
    mutating func refuseUnusedChoices(_ wanted: [DockerNetwork]) {
        for name in choices.adopt.sorted() {
            let there = state.networks(named: name)
            if !wanted.contains(where: { $0.name == name }) || there.isEmpty {
                refuse(Obstacle("--adopt \(name): there is no network of that name that the plan wants here", steps: []))
            } else if there.allSatisfy(isOurs) {
                refuse(Obstacle("--adopt \(name): it is ours already", steps: []))
            }
        }
    }

    /// The IDs of all that are there.
    public var networkIDs: [String] { state.networks.map(\.id) }

    /// The IDs of the networks that `--adopt` names: to be recorded.
    public var adopted: [String] { choices.adopt.sorted().flatMap { state.networks(named: $0).map(\.id) } }
}

extension DockerNetwork.Difference: CustomStringConvertible {
    public var description: String {
        // An option may have a name alone.
        switch (has?.isEmpty == true ? "there" : has, wants?.isEmpty == true ? "there" : wants) {
        case (let has?, let wants?): "\(field) is \(has), not \(wants)"
        case (nil, let wants?): "\(field) is not \(wants)"
        case (let has?, nil): "\(field) is \(has)"
        case (nil, nil): field
        }
    }
}
