internal import NetPlan

/// How many containers of a service there can be on each node of a macvlan.
struct SliceRooms {
    private struct Key: Hashable {
        let macvlan: Reference<Macvlan>
        let node: Reference<Node>
    }

    private var counts: [Key: Int] = [:]
    /// Whose address is the only one that a slice hands out.
    private var pinned: [Key: Reference<Service>] = [:]

    /// One pass over all slices and addresses, for there may be many of both.
    init(of allocation: Allocation) {
        for slice in allocation.slices {
            counts[Key(macvlan: slice.macvlan, node: slice.node)] = slice.usable.reduce(0) { $0 + $1.addressCount }
        }
        for entry in allocation.addresses {
            guard case .service(let service, let node) = entry.owner, let macvlan = allocation.plan[service].macvlan else { continue }
            pinned[Key(macvlan: macvlan, node: node)] = service
        }
    }

    /// Of a slice with a service's address, every other one is held back: for that service alone there is room, and once.
    func count(for service: Reference<Service>, on node: Reference<Node>, of macvlan: Reference<Macvlan>) -> Int {
        let key = Key(macvlan: macvlan, node: node)
        guard let owner = pinned[key] else { return counts[key] ?? 0 }
        return owner == service ? 1 : 0
    }
}
