extension Pasted {
    /// What macvlans hand out: against each other, and against what a DHCP server lends or gives to a host.
    func judgeSlices(_ networks: [PastedNetwork], reporting problems: inout Diagnostics) {
        // Ranges of a LAN, and subnets that are slices: of a text that shows the wrong way and then the right one, each is looked at alone.
        var (ranges, recipes): ([SubnetOverlapRule.Network], [SubnetOverlapRule.Network]) = ([], [])
        for network in networks where network.isInLAN && network.swarmScope == nil {
            for subnet in network.subnets where subnet.prefix.value.contains(subnet.slice.value) {
                let slice = subnet.slice
                let party = Diagnostics.Party("the slice \(slice.value) of \(network.noun)", at: slice.place)
                let found = SubnetOverlapRule.Network(
                    prefix: slice.value, party: party, kind: .network, order: ranges.count + recipes.count)
                if slice.value != subnet.prefix.value { ranges.append(found) } else if subnet.isRecipe { recipes.append(found) }
            }
        }
        let slices = ranges + recipes
        for (later, first) in SubnetOverlapRule.collisions(among: ranges) + SubnetOverlapRule.collisions(among: recipes) {
            problems.report(
                .sliceOverlap, at: later.party.place, SliceOverlapRule.sentence(later.party, first.party),
                help: "take another block for one of them", related: [Related("\(first.party.name) is here", at: first.party.place)])
        }
        judgeLent(slices, reporting: &problems)
        judgeHosts(in: slices, reporting: &problems)
    }

    private func judgeLent(_ slices: [SubnetOverlapRule.Network], reporting problems: inout Diagnostics) {
        let ranges = leases.ranges.map(\.range).sorted { $0.value.lowerBound < $1.value.lowerBound }
        // For each range, the one that reaches furthest among those up to it.
        var furthest: [Int] = []
        for (index, range) in ranges.enumerated() {
            let last = furthest.last ?? index
            furthest.append(ranges[last].value.upperBound >= range.value.upperBound ? last : index)
        }
        for slice in slices {
            let count = ranges.partitioningIndex { $0.value.lowerBound > slice.prefix.last }
            guard count > 0 else { continue }
            let range = ranges[furthest[count - 1]]
            guard range.value.overlaps(slice.prefix.range) else { continue }
            problems.report(
                .sliceInDHCPRange, at: slice.party.place,
                "\(slice.party.name) overlaps the DHCP range \(range.value.text): an address that a container has may be lent",
                help: "move the slice, or start or end the range beside it", related: [Related("the range is here", at: range.place)])
        }
    }

    private func judgeHosts(in slices: [SubnetOverlapRule.Network], reporting problems: inout Diagnostics) {
        let addresses = leases.hosts.flatMap { host in host.addresses.map { (address: $0, name: host.name.value) } }
            .sorted { $0.address.value < $1.address.value }
        for slice in slices {
            let index = addresses.partitioningIndex { $0.address.value >= slice.prefix.first }
            guard index < addresses.count, slice.prefix.contains(addresses[index].address.value) else { continue }
            let (address, name) = addresses[index]
            problems.report(
                .sliceHoldsAddress, at: slice.party.place, "\(slice.party.name) holds \(address.value), which host \(name) has",
                help: "move the slice, or the host", related: [Related("host \(name) has it here", at: address.place)])
        }
    }

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
