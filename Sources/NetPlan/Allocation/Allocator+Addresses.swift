extension Allocator {
    /// A place for an address that the plan leaves open.
    struct AddressOpening {
        enum Owner {
            case node(Reference<Node>)
            /// Which of the node's `also`.
            case attachment(Reference<Node>, index: Int)
            case device(Reference<Device>)
        }

        let owner: Owner
        let lan: Reference<LAN>
    }

    /// Nodes, each with its other LANs behind it, and devices, in the order of the file.
    var openAddresses: [AddressOpening] {
        var openings: [AddressOpening] = []
        func nodes() {
            for reference in plan.nodes.references {
                let node = plan[reference]
                if node.address == .open, let lan = node.lan { openings.append(AddressOpening(owner: .node(reference), lan: lan)) }
                for (index, attachment) in node.also.enumerated() where attachment.address == .open {
                    openings.append(AddressOpening(owner: .attachment(reference, index: index), lan: attachment.lan))
                }
            }
        }
        if !plan.devicesComeFirst { nodes() }
        for reference in plan.devices.references where plan[reference].address == .open {
            if let lan = plan[reference].lan { openings.append(AddressOpening(owner: .device(reference), lan: lan)) }
        }
        if plan.devicesComeFirst { nodes() }
        return openings
    }

    /// What the lock calls it.
    private func subject(_ opening: AddressOpening) -> Lock.Subject {
        switch opening.owner {
        case .node(let node): .address(plan[node].name.description)
        case .attachment(let node, _): .attachment(plan[node].name.description, lan: plan[opening.lan].name.description)
        case .device(let device): .address(plan[device].name.description)
        }
    }

    private func place(_ opening: AddressOpening) -> Place {
        switch opening.owner {
        case .node(let node): .value(plan[node].path["address"])
        case .attachment(let node, _): .value(plan[node].path["also"][plan[opening.lan].name]["address"])
        case .device(let device): .value(plan[device].path["address"])
        }
    }

    private mutating func keep(_ address: IPv4Address, _ origin: Origin, for owner: AddressOpening.Owner) {
        switch owner {
        case .node(let node): nodes[node.index] = (address, origin)
        case .attachment(let node, let index): attachments[AttachmentKey(node: node, index: index)] = (address, origin)
        case .device(let device): devices[device.index] = (address, origin)
        }
    }

    private func has(_ owner: AddressOpening.Owner) -> Bool {
        switch owner {
        case .node(let node): nodes[node.index] != nil
        case .attachment(let node, let index): attachments[AttachmentKey(node: node, index: index)] != nil
        case .device(let device): devices[device.index] != nil
        }
    }

    mutating func takeLockedAddresses(_ openings: [AddressOpening]) {
        guard let decided = saved?.lock.addresses, !decided.entries.isEmpty else { return }
        let services = AddressSet(taken.services.map { $0.address...$0.address })
        var locked: [IPv4Address] = []
        var cursor = 0
        for opening in openings {
            let subject = subject(opening)
            guard let address = decided.value(of: subject, after: &cursor) else { continue }
            let subnet = plan[opening.lan].subnet
            let why: String?
            if !subnet.contains(address) {
                why = "LAN \(plan[opening.lan].name) is \(subnet)"
            } else if address == subnet.network || address == subnet.broadcast {
                why = "it is the network or broadcast address of LAN \(plan[opening.lan].name)"
            } else if taken.declared.contains(address) || services.contains(address) {
                why = "it is taken by \(plan.taker(of: address...address))"
            } else {
                why = nil
            }
            if let why, !displace(subject, "\(address)", why: why, at: place(opening)) { continue }
            keep(address, .locked, for: opening.owner)
            locked.append(address)
        }
        taken.insert(locked)
    }

    /// The lowest free host address for each, with a cursor that only moves up: 100,000 cost one pass over what is taken.
    mutating func allocateAddresses(_ openings: [AddressOpening]) {
        let openings = openings.filter { !has($0.owner) }
        guard !openings.isEmpty else { return }
        taken.insert(taken.services.map(\.address))
        let edges = plan.lans.flatMap { [$0.subnet.network, $0.subnet.broadcast] }.compactMap(\.self)
        taken.insert(edges)
        var cursors = plan.lans.map(\.subnet.first)
        for opening in openings {
            let subnet = plan[opening.lan].subnet
            guard let address = taken.declared.lowestAbsent(in: subnet.range, from: cursors[opening.lan.index]) else {
                cursors[opening.lan.index] = subnet.last
                reportExhausted(opening)
                continue
            }
            keep(address, .allocated, for: opening.owner)
            cursors[opening.lan.index] = address.next ?? subnet.last
            if address == subnet.last { taken.insert([address]) }
        }
    }

    private mutating func reportExhausted(_ opening: AddressOpening) {
        let lan = plan[opening.lan]
        problems.report(
            .poolExhausted, at: place(opening),
            "no address is left in LAN \(lan.name) (\(lan.subnet)) for \(subject(opening).name): 0 of \(lan.subnet.count) are free",
            help: Spelling.list(lanRemedies(opening.lan)))
    }
}
