internal import NetPlan

extension StarterPlan {
    /// Where the LAN meets what Docker takes by default: other places for Docker's networks, and how it is told of them.
    var pools: [String] {
        guard let subnet else { return [] }
        let usual = Pools()
        var taken = AddressSet([subnet.range, usual.ingress.range] + usual.overlay.map(\.value.range))
        var lines: [String] = []
        if usual.swarm.base.overlaps(subnet), let base = Self.spare(&taken) {
            // Docker takes the ingress network from the start of the pool.
            let ingress = Prefix(around: base.first, length: 24)
            lines.append("  # 'docker swarm init' wants: --default-addr-pool \(base) --default-addr-pool-mask-length 24")
            lines.append("  swarm: {base: \(base), size: 24}")
            lines.append("  ingress: \(ingress)")
        }
        if [usual.docker0, usual.gwbridge].contains(where: { $0?.overlaps(subnet) ?? false }), let base = Self.spare(&taken) {
            lines.append("  # each daemon.json wants: \"default-address-pools\": [{\"base\": \"\(base)\", \"size\": 24}]")
            lines.append("  docker: [{base: \(base), size: 24}]")
        }
        return lines
    }

    /// A /16 that nothing has, from 10.210.0.0 on.
    private static func spare(_ taken: inout AddressSet<IPv4Address>) -> Prefix<IPv4Address>? {
        let high = IPv4Address(bits: 10 << 24 | 210 << 16)...IPv4Address(bits: 10 << 24 | 0xFF_FFFF)
        let block = taken.absentBlock(length: 16, in: high, from: .bottom)
        if let block { taken.insert(block.range) }
        return block
    }
}
