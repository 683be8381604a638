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
