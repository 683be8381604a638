extension Allocation {
    /// The addresses of a node itself, not of its other LANs.
    public func addresses(of node: Reference<Node>) -> [IPAddress] {
        addresses.compactMap { $0.owner == .node(node) ? $0.address : nil }
    }

    /// A node's own IPv4 address.
    public func address(of node: Reference<Node>) -> IPv4Address? {
        addresses(of: node).lazy.compactMap(\.v4).first
    }

    /// A device's address, be it the gateway or not.
    public func address(of device: Reference<Device>) -> IPv4Address? {
        addresses.first { $0.owner == .device(device) || $0.owner == .gateway(device) }?.address.v4
    }

    /// A service's own addresses, in the order of its nodes.
    public func addresses(of service: Reference<Service>) -> [IPv4Address] {
        addresses.compactMap { entry in
            if case .service(service, _) = entry.owner { entry.address.v4 } else { nil }
        }
    }

    /// What a DNS server's name stands for.
    public func addresses(of server: DNSServer) -> [IPAddress] {
        switch server {
        case .address(let address): [address]
        case .node(let node): addresses(of: node)
        case .device(let device): address(of: device).map { [.v4($0)] } ?? []
        case .service(let service): addresses(of: service).map(IPAddress.v4)
        }
    }

    /// A slice of a macvlan by its node.
    public func slice(of macvlan: Reference<Macvlan>, on node: Reference<Node>) -> Slice? {
        slices.first { $0.macvlan == macvlan && $0.node == node }
    }
}

extension Allocation {
    /// The hosts of a group in a LAN, each with its address, declared or not, and the place where that is.
    func hosts(of group: DHCPGroup, in lan: Reference<LAN>) -> [(name: String, address: IPv4Address, path: PlanPath)] {
        var hosts: [(name: String, address: IPv4Address, path: PlanPath)] = []
        var known: [AllocatedAddress.Owner: IPv4Address] = [:]
        for entry in addresses where entry.lan == lan { if let address = entry.address.v4 { known[entry.owner] = address } }
        func add(_ reference: Reference<Node>) {
            let node = plan[reference]
            if let address = known[.node(reference)] {
                hosts.append((node.name.description, address, node.path["address"]))
            } else if let index = node.also.firstIndex(where: { $0.lan == lan }), let address = known[.attachment(reference, index: index)]
            {
                hosts.append((node.also[index].name.description, address, node.path["also"][plan[lan].name]["address"]))
            }
        }
        for member in group.members {
            switch member.value {
            case .node(let node): add(node)
            case .allNodes: for node in plan.nodes.references { add(node) }
            case .device(let device):
                guard let address = known[.device(device)] ?? known[.gateway(device)] else { continue }
                hosts.append((plan[device].name.description, address, plan[device].path["address"]))
            }
        }
        // An address that is outside its LAN is reported as that, and nothing more is said of it.
        return hosts.filter { plan[lan].subnet.contains($0.address) }
    }
}
