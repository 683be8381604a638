extension Allocator {
    /// The lowest usable address of the node's slice that no other service has.
    mutating func allocateServices() {
        var given: [SliceKey: Set<IPv4Address>] = [:]
        for entry in taken.services { given[SliceKey(macvlan: entry.macvlan, node: entry.node), default: []].insert(entry.address) }
        for service in plan.services.references {
            for entry in plan[service].addresses {
                guard let address = entry.address.declared else { continue }
                services[ServiceKey(service: service, node: entry.node)] = (address, .declared)
            }
        }
        eachOpening { allocator, service, key, index in allocator.takeLocked(service, key, index, &given) }
        eachOpening { allocator, service, key, index in
            guard let slice = allocator.slices[key], let lan = allocator.plan[key.macvlan].lan else { return }
            let usable = allocator.plan.usable(slice.prefix, of: key.macvlan, in: lan)
            let address = AddressSet((given[key] ?? []).map { $0...$0 }).lowestAbsent(inAnyOf: usable)
            // No room is `slice-too-small` or `service-address-unpinned`: a rule says which.
            guard let address else { return }
            allocator.services[ServiceKey(service: service, node: key.node)] = (address, .allocated)
            given[key, default: []].insert(address)
        }
    }

    /// Each open address of a service on a macvlan that is not decided yet.
    private mutating func eachOpening(_ body: (inout Allocator, Reference<Service>, SliceKey, Int) -> Void) {
        for service in plan.services.references {
            guard let macvlan = plan[service].macvlan else { continue }
            for (index, entry) in plan[service].addresses.enumerated() where entry.address == .open {
                guard services[ServiceKey(service: service, node: entry.node)] == nil else { continue }
                body(&self, service, SliceKey(macvlan: macvlan, node: entry.node), index)
            }
        }
    }

    private mutating func takeLocked(
        _ service: Reference<Service>, _ key: SliceKey, _ index: Int, _ given: inout [SliceKey: Set<IPv4Address>]
    ) {
        let subject = Lock.Subject.service(plan[service].name.description, node: plan[key.node].name.description)
        // Where the slice itself is new, what was in the old one went with it.
        guard let address = lockedAddress(subject), let slice = slices[key], slice.origin != .allocated, let lan = plan[key.macvlan].lan
        else { return }
        let why: String?
        if !plan.usable(slice.prefix, of: key.macvlan, in: lan).contains(where: { $0.contains(address) }) {
            why = "the slice of \(plan[key.node].name) is \(slice.prefix)"
        } else if given[key]?.contains(address) ?? false {
            why = "another service has it"
        } else {
            why = nil
        }
        let path = plan[service].path["address"][plan[key.node].name]
        if let why, !displace(subject, "\(address)", why: why, at: .value(path)) { return }
        services[ServiceKey(service: service, node: key.node)] = (address, .locked)
        given[key, default: []].insert(address)
    }
}

extension AddressSet {
    /// The lowest address of the ranges, in order, that is not in the set.
    fileprivate func lowestAbsent(inAnyOf ranges: [ClosedRange<A>]) -> A? {
        ranges.lazy.compactMap { lowestAbsent(in: $0, from: $0.lowerBound) }.first
    }
}
