internal import NetPlan

extension Allocation {
    /// What Docker is told on the node of a slice.
    func macvlanConfig(for slice: Slice) -> NetworkArtifact.MacvlanConfig {
        let lan = plan[slice.lan]
        let macvlan = plan[slice.macvlan]
        let parent = plan.parent(of: slice.node, in: slice.lan)
        let shim = macvlan.shim ? shim(into: slice) : nil
        switch macvlan.mode {
        case .subnet:
            // The recipe to the letter: Docker picks its own gateway in the slice, and `macvlan-subnet-mode` has warned.
            return .init(subnet: slice.prefix, gateway: nil, range: nil, parent: parent, shim: shim)
        case .range:
            let reserved = macvlan.scope == .swarm ? heldBack(in: slice) : []
            return .init(subnet: lan.subnet, gateway: lan.gateway, range: slice.prefix, parent: parent, reserved: reserved, shim: shim)
        }
    }

    /// The node's way into its slice, in the name of its own address in that LAN.
    private func shim(into slice: Slice) -> NetworkArtifact.MacvlanConfig.Shim? {
        for entry in addresses where entry.lan == slice.lan {
            switch entry.owner {
            case .node(slice.node), .attachment(slice.node, _):
                if let source = entry.address.v4 { return .init(slice: slice.prefix, source: source) }
            default: continue
            }
        }
        return nil
    }

    /// Every usable address of a slice but the pinned one; none where no service has an address there.
    ///
    ///     slice      .252  .253  .254        pihole has .252
    ///     held back        .253  .254        so Docker can hand out nothing else
    ///
    /// A swarm service can't be given an address: Docker hands out the lowest free one of the range (measured, 20.10).
    private func heldBack(in slice: Slice) -> [NetworkArtifact.MacvlanConfig.Reserved] {
        let pinned = addresses.compactMap { entry -> IPv4Address? in
            guard case .service(let service, slice.node) = entry.owner, plan[service].macvlan == slice.macvlan else { return nil }
            return entry.address.v4
        }
        if pinned.isEmpty { return [] }
        let free = AddressSet(slice.usable).subtracting(AddressSet(pinned.map { $0...$0 }))
        return free.ranges.flatMap { range in
            (range.lowerBound.bits...range.upperBound.bits).map { bits in
                let address = IPv4Address(bits: bits)
                return .init(name: "held-back-\(address)", address: address)
            }
        }
    }
}
