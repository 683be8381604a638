extension Plan {
    /// The interface of a node in a LAN: its own, or that of its attachment, or the LAN's.
    public func parent(of node: Reference<Node>, in lan: Reference<LAN>) -> String {
        let own = self[node].lan == lan ? self[node].interface : nil
        return own ?? self[node].also.first { $0.lan == lan }?.interface ?? self[lan].interface
    }

    /// Whether a node has an address in a LAN, its own or another of its addresses.
    public func isIn(_ node: Reference<Node>, _ lan: Reference<LAN>) -> Bool {
        self[node].lan == lan || self[node].also.contains { $0.lan == lan }
    }

    /// The MAC of a node in a LAN.
    public func mac(of node: Reference<Node>, in lan: Reference<LAN>) -> MACAddress? {
        self[node].lan == lan ? self[node].mac : self[node].also.first { $0.lan == lan }?.mac
    }

    /// The hosts of a group with a declared address in a LAN, each once, with the place of that address.
    func hosts(of group: DHCPGroup, in lan: Reference<LAN>) -> [(name: String, address: IPv4Address, path: PlanPath)] {
        var hosts: [(name: String, address: IPv4Address, path: PlanPath)] = []
        func add(_ node: Reference<Node>) {
            let node = self[node]
            if node.lan == lan, let address = node.address?.declared {
                hosts.append((node.name.description, address, node.path["address"]))
            } else if let attachment = node.also.first(where: { $0.lan == lan }), let address = attachment.address?.declared {
                hosts.append((attachment.name.description, address, node.path["also"][self[lan].name]["address"]))
            }
        }
        for member in group.members {
            switch member.value {
            case .node(let node): add(node)
            case .allNodes: for node in nodes.references { add(node) }
            case .device(let device):
                guard self[device].lan == lan, let address = self[device].address?.declared else { continue }
                hosts.append((self[device].name.description, address, self[device].path["address"]))
            }
        }
        // An address that is outside its LAN is reported as that, and nothing more is said of it.
        return hosts.filter { self[lan].subnet.contains($0.address) }
    }
}
