/// Blocks that meet nothing of a plan, to be written where two networks collide.
///
///     SpareBlocks(beside: plan).block(from: 210)      // 10.210.0.0/16
///
/// Costs a look through the whole plan: whoever asks for thousands of helps keeps it.
struct SpareBlocks {
    private let taken: AddressSet<IPv4Address>

    init(beside plan: Plan) {
        let pools = plan.pools
        var taken = plan.lans.map(\.subnet.range) + plan.external.map(\.subnet.range)
        taken += [pools.ingress.range] + pools.overlay.map(\.value.range)
        taken += plan.overlays.compactMap { $0.subnet?.declared?.range } + (pools.docker ?? []).map(\.value.base.range)
        taken += [pools.docker0, pools.gwbridge].compactMap { $0?.range }
        if pools.swarm != Pools().swarm { taken.append(pools.swarm.base.range) }
        self.taken = AddressSet(taken)
    }

    /// A /16 of 10.0.0.0/8, for a pool: 10.210.0.0/16, or the next that is free.
    ///
    /// Docker's pools and the swarm's are looked for from different numbers on: whoever follows both hints gets two.
    func block(from second: UInt32) -> Prefix<IPv4Address> {
        let high = IPv4Address(bits: 10 << 24 | second << 16)...IPv4Address(bits: 10 << 24 | 0xFF_FFFF)
        return taken.absentBlock(length: 16, in: high, from: .bottom) ?? Pools.prefix(10, second, 0, 0, 16)
    }
}
