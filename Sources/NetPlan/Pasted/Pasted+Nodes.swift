extension Pasted {
    /// Two macvlans with one parent. In one compose file they are on one node; of commands that is not known.
    func judgeParents(_ networks: [PastedNetwork], reporting problems: inout Diagnostics) {
        var firsts: [String: PastedNetwork] = [:]
        var names: Set<[String]> = []
        for network in networks where network.isInLAN && network.swarmScope == nil {
            guard let parent = network.parent, names.insert([parent.value, network.name.value]).inserted else { continue }
            guard let first = firsts[parent.value] else { firsts[parent.value] = network; continue }
            let isOneNode = network.origin == .compose && first.origin == .compose && network.text == first.text
            problems.report(
                .macvlanParentShared, isOneNode ? .error : .warning, at: parent.place,
                "\(network.noun) and \(first.noun) both have parent \(parent.value): \(isOneNode ? "" : "on one node that fails, for ")before engine 27 an interface carries one macvlan network",
                help: "put the services on one macvlan with a wider slice, or on different nodes",
                related: [Related("\(first.noun) is here", at: first.parent?.place ?? first.name.place)])
        }
    }

    /// A config-only network that is spelled nearly as one that is there.
    func judgeConfigurations(_ networks: [PastedNetwork], reporting problems: inout Diagnostics) {
        let known = Set(networks.filter(\.isConfigOnly).map(\.name.value))
        if known.isEmpty { return }
        var guesses = 0
        for network in networks {
            guard let source = network.configFrom, !known.contains(source.value), guesses < 100 else { continue }
            guesses += 1
            guard let guess = Spelling.nearest(to: source.value, among: known.sorted()) else { continue }
            problems.report(
                .unknownName, at: source.place, "there is no config-only network '\(source.value)'", help: "did you mean \(guess)?")
        }
    }

    /// A network that a stack takes from outside, made by a command that makes it on one node.
    func judgeStacks(reporting problems: inout Diagnostics) {
        var locals: [String: PastedNetwork] = [:]
        for network in networks where network.origin == .command && network.driver != .overlay && network.driver != .other {
            if network.swarmScope == nil, !network.isConfigOnly, locals[network.name.value] == nil { locals[network.name.value] = network }
        }
        for name in stackNetworks {
            guard let network = locals[name.value] else { continue }
            problems.report(
                .invalidChoice, at: name.place,
                "a stack can't use \(network.noun), which is local to a node: no service of a swarm can use it",
                help: network.isInLAN ? "make it with --scope swarm and --config-from" : "make it with --driver=overlay",
                related: [Related("\(network.noun) is made here", at: network.name.place)])
        }
    }
}
