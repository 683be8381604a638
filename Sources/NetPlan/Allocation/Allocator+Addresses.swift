extension Allocator {
    /// A place for an address that the plan leaves open.
    private struct Opening {
        let subject: Lock.Subject
        let lan: Reference<LAN>
        let path: PlanPath
        let owner: AllocatedAddress.Owner
    }

    /// Nodes, each with its other LANs behind it, and devices, in the order of the file.
    private var openings: [Opening] {
        var openings: [Opening] = []
        func nodes() {
            for reference in plan.nodes.references {
                let node = plan[reference]
                if node.address == .open, let lan = node.lan {
                    openings.append(
                        Opening(subject: .address(node.name.description), lan: lan, path: node.path["address"], owner: .node(reference)))
                }
                for (index, attachment) in node.also.enumerated() where attachment.address == .open {
                    let lan = plan[attachment.lan].name
                    openings.append(
                        Opening(
                            subject: .attachment(node.name.description, lan: lan.description), lan: attachment.lan,
                            path: node.path["also"][lan]["address"], owner: .attachment(reference, index: index)))
                }
            }
        }
        if !plan.devicesComeFirst { nodes() }
        for reference in plan.devices.references where plan[reference].address == .open {
            guard let lan = plan[reference].lan else { continue }
            openings.append(
                Opening(
                    subject: .address(plan[reference].name.description), lan: lan, path: plan[reference].path["address"],
                    owner: .device(reference)))
        }
        if plan.devicesComeFirst { nodes() }
        return openings
    }

    private mutating func keep(_ address: IPv4Address, _ origin: Origin, for owner: AllocatedAddress.Owner) {
        switch owner {
        case .node(let node): nodes[node] = (address, origin)
        case .attachment(let node, let index): attachments[AttachmentKey(node: node, index: index)] = (address, origin)
        case .device(let device): devices[device] = (address, origin)
        case .gateway, .vip, .service: break
        }
    }

    private func has(_ owner: AllocatedAddress.Owner) -> Bool {
        switch owner {
        case .node(let node): nodes[node] != nil
        case .attachment(let node, let index): attachments[AttachmentKey(node: node, index: index)] != nil
        case .device(let device): devices[device] != nil
        case .gateway, .vip, .service: true
        }
    }

    mutating func takeLockedAddresses() {
        guard saved?.lock.addresses.isEmpty == false else { return }
        let services = AddressSet(taken.services.map { $0.address...$0.address })
        var locked: [IPv4Address] = []
        for opening in openings {
            guard let address = lockedAddress(opening.subject) else { continue }
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
            if let why, !displace(opening.subject, "\(address)", why: why, at: .value(opening.path)) { continue }
            keep(address, .locked, for: opening.owner)
            locked.append(address)
        }
        taken.insert(locked)
    }

    /// The lowest free host address for each, with a cursor that only moves up: 100,000 cost one pass over what is taken.
    mutating func allocateAddresses() {
        let openings = openings.filter { !has($0.owner) }
        guard !openings.isEmpty else { return }
        taken.insert(taken.services.map(\.address))
        let edges = plan.lans.flatMap { [$0.subnet.network, $0.subnet.broadcast] }.compactMap(\.self)
        taken.insert(edges)
        var cursors: [Reference<LAN>: IPv4Address] = [:]
        for opening in openings {
            let subnet = plan[opening.lan].subnet
            let start = cursors[opening.lan] ?? subnet.first
            guard let address = taken.declared.lowestAbsent(in: subnet.range, from: start) else {
                cursors[opening.lan] = subnet.last
                reportExhausted(opening)
                continue
            }
            keep(address, .allocated, for: opening.owner)
            cursors[opening.lan] = address.next ?? subnet.last
            if address == subnet.last { taken.insert([address]) }
        }
    }

    private mutating func reportExhausted(_ opening: Opening) {
        let lan = plan[opening.lan]
        problems.report(
            .poolExhausted, at: .value(opening.path),
            "no address is left in LAN \(lan.name) (\(lan.subnet)) for \(opening.subject.name): 0 of \(lan.subnet.count) are free",
            help: Spelling.list(lanRemedies(opening.lan)))
    }
}
