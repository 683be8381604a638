extension Pasted {
    /// What macvlans hand out: against each other, and against what a DHCP server lends or gives to a host.
    func judgeSlices(_ networks: [PastedNetwork], reporting problems: inout Diagnostics) {
        // Ranges of a LAN, and subnets that are slices: of a text that shows the wrong way and then the right one, each is looked at alone.
        var (ranges, recipes): ([SubnetOverlapRule.Network], [SubnetOverlapRule.Network]) = ([], [])
        for network in networks where network.isInLAN && network.swarmScope == nil {
            for subnet in network.subnets where subnet.prefix.value.contains(subnet.slice.value) {
                let slice = subnet.slice
                let name = "the slice \(slice.value) of \(network.noun)"
                let found = SubnetOverlapRule.Network(
                    prefix: slice.value, name: name, role: .external, place: slice.place, order: ranges.count + recipes.count)
                if slice.value != subnet.prefix.value { ranges.append(found) } else if subnet.isRecipe { recipes.append(found) }
            }
        }
        let slices = ranges + recipes
        for collision in SubnetOverlapRule.collisions(among: ranges) + SubnetOverlapRule.collisions(among: recipes) {
            let (later, first) = (collision.later, collision.first)
            problems.report(
                .sliceOverlap, at: later.place, SliceOverlapRule.sentence(later.name, first.name),
                help: "take another block for one of them",
                related: [Related("\(first.name) is here", at: first.place)])
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
                .sliceInDHCPRange, at: slice.place,
                "\(slice.name) overlaps the DHCP range \(range.value.text): an address that a container has may be lent",
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
                .sliceHoldsAddress, at: slice.place, "\(slice.name) holds \(address.value), which host \(name) has",
                help: "move the slice, or the host", related: [Related("host \(name) has it here", at: address.place)])
        }
    }
}
