/// A LAN, overlay or pool of ours in space that belongs to somebody on the internet: whoever that is can't be reached any more.
enum PublicAddressSpaceRule: Rule {
    /// RFC 1918, and RFC 6598 for what lies behind a provider's NAT.
    private static let privateSpace = [
        Pools.prefix(10, 0, 0, 0, 8), Pools.prefix(172, 16, 0, 0, 12), Pools.prefix(192, 168, 0, 0, 16), Pools.prefix(100, 64, 0, 0, 10),
    ]

    /// One network, of a plan or of a pasted text.
    static func check(_ prefix: Prefix<IPv4Address>, of noun: String, at place: Place, reporting problems: inout Diagnostics) {
        if privateSpace.contains(where: { $0.contains(prefix) }) || SpecialAddressSpaceRule.isSpecial(prefix) { return }
        problems.report(
            .publicAddressSpace, at: place, "\(noun) \(prefix) is not private: its addresses belong to somebody on the internet",
            help: "take it from 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 (RFC 1918)")
    }

    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        func check(_ prefix: Prefix<IPv4Address>?, _ noun: String, _ path: PlanPath) {
            if let prefix { Self.check(prefix, of: noun, at: .value(path), reporting: &problems) }
        }
        for lan in plan.lans {
            check(lan.subnet, "LAN \(lan.name)", lan.path["subnet"])
            guard let subnet = lan.subnet6, subnet.first.bits >> 121 != 0xFC >> 1, !SpecialAddressSpaceRule.isSpecial(subnet) else {
                continue
            }
            problems.report(
                .publicAddressSpace, at: .value(lan.path["subnet6"]),
                "LAN \(lan.name) \(subnet) is not private: a provider gives such a network out, and may give another one tomorrow",
                help:
                    "take one from fd00::/8 (RFC 4193); or, where this one stays yours, write ignore: [{rule: public-address-space, at: \(lan.path["subnet6"]), reason: …}]"
            )
        }
        for overlay in plan.overlays { check(overlay.subnet?.declared, "overlay \(overlay.name)", overlay.path["subnet"]) }
        for pool in plan.pools.overlay { check(pool.value, "the overlay pool", PlanPath("pools", "overlay")[pool.index]) }
        for pool in plan.pools.docker ?? [] { check(pool.value.base, "Docker's pool", PlanPath("pools", "docker")[pool.index]["base"]) }
        check(plan.pools.swarm.base, "the swarm's pool", PlanPath("pools", "swarm", "base"))
    }
}
