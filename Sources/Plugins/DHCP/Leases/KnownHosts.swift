internal import NetPlan

/// The hosts that a server knows by their MAC, each of which is taken once: by the first group that names it, or at the end.
struct KnownHosts {
    private let allocation: Allocation
    /// Nodes and devices with an IPv4 address and a MAC in a served LAN: places in the allocation's list, in its order.
    private let entries: [Int]
    private var index: [AllocatedAddress.Owner: Int] = [:]
    private var isTaken: [Bool]

    init(_ allocation: Allocation, servedBy server: LAN.Server) {
        self.allocation = allocation
        let isServed = allocation.plan.lans.map { $0.server == server }
        entries = allocation.addresses.indices.filter { place in
            let entry = allocation.addresses[place]
            guard entry.mac != nil, isServed[entry.lan.index], entry.address.v4 != nil else {
                return false
            }
            switch entry.owner {
            case .node, .attachment, .device: return true
            case .gateway, .vip, .service: return false
            }
        }
        isTaken = Array(repeating: false, count: entries.count)
        // Only groups look hosts up.
        guard !allocation.plan.groups.isEmpty else { return }
        index.reserveCapacity(entries.count)
        for (position, place) in entries.enumerated() {
            index[allocation.addresses[place].owner] = position
        }
    }

    /// The members' hosts in a LAN, in their order. A member without a MAC there is left out: `host-without-mac` says so.
    mutating func take(_ members: [DHCPGroup.Member], in lan: Reference<LAN>) -> [LeasePlan.Host] {
        members.flatMap { member -> [LeasePlan.Host] in
            switch member {
            case .node(let node): take(node, in: lan)
            case .device(let device): take(.device(device), in: lan)
            case .allNodes: allocation.plan.nodes.references.flatMap { take($0, in: lan) }
            }
        }
    }

    private mutating func take(_ node: Reference<Node>, in lan: Reference<LAN>) -> [LeasePlan.Host] {
        let own = take(.node(node), in: lan)
        return own
            + allocation.plan[node].also.indices.flatMap { take(.attachment(node, index: $0), in: lan) }
    }

    private mutating func take(_ owner: AllocatedAddress.Owner, in lan: Reference<LAN>) -> [LeasePlan
        .Host]
    {
        guard let position = index[owner], !isTaken[position] else { return [] }
        let entry = allocation.addresses[entries[position]]
        if entry.lan != lan { return [] }
        isTaken[position] = true
        return host(entry).map { [$0] } ?? []
    }

    /// Every host that no group took.
    func rest() -> [LeasePlan.Host] {
        var hosts: [LeasePlan.Host] = []
        hosts.reserveCapacity(entries.count)
        for (place, isTaken) in zip(entries, isTaken) where !isTaken {
            if let host = host(allocation.addresses[place]) { hosts.append(host) }
        }
        return hosts
    }

    private func host(_ entry: AllocatedAddress) -> LeasePlan.Host? {
        guard let mac = entry.mac, let address = entry.address.v4 else { return nil }
        switch entry.owner {
        case .node(let node):
            return LeasePlan.Host(
                name: allocation.plan[node].name, lan: entry.lan, hostname: allocation.plan[node].name,
                mac: mac, address: address)
        case .attachment(let node, let index):
            return LeasePlan.Host(
                name: allocation.plan[node].also[index].name, lan: entry.lan,
                hostname: allocation.plan[node].name, mac: mac, address: address)
        case .device(let device):
            return LeasePlan.Host(
                name: allocation.plan[device].name, lan: entry.lan, hostname: allocation.plan[device].name,
                mac: mac, address: address)
        case .gateway, .vip, .service:
            return nil
        }
    }
}
