extension Allocation {
    /// What the site stands on, each by its place in the plan: the gateways, the managers' own addresses, and the ranges that are leased.
    ///
    ///     [("lans.home.gateway", "192.168.0.1"), ("lans.home.dhcp.ranges", "192.168.0.100-192.168.0.199"), ("nodes.ds1.address", "192.168.0.11")]
    public var roots: [(name: String, value: String)] {
        var roots: [(name: String, value: String)] = []
        for lan in plan.lans {
            if let gateway = lan.gateway { roots.append(("\(lan.path["gateway"])", "\(gateway)")) }
            if !lan.ranges.isEmpty {
                roots.append(("\(lan.path["dhcp"]["ranges"])", lan.ranges.map(\.value.text).joined(separator: ", ")))
            }
        }
        for entry in addresses {
            guard case .node(let node) = entry.owner, plan[node].role == .manager, entry.address.v4 != nil else { continue }
            roots.append(("\(plan[node].path["address"])", "\(entry.address)"))
        }
        return roots
    }
}
