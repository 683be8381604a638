/// Loopback, link-local, multicast and other space that no LAN or overlay can lie in (RFC 6890).
enum SpecialAddressSpaceRule: Rule {
    private static let special: [(prefix: Prefix<IPv4Address>, name: String)] = [
        (Pools.prefix(0, 0, 0, 0, 8), "\"this network\" (0.0.0.0/8)"),
        (Pools.prefix(127, 0, 0, 0, 8), "loopback (127.0.0.0/8)"),
        (Pools.prefix(169, 254, 0, 0, 16), "link-local (169.254.0.0/16)"),
        (Pools.prefix(224, 0, 0, 0, 4), "multicast (224.0.0.0/4)"),
        (Pools.prefix(240, 0, 0, 0, 4), "reserved (240.0.0.0/4)"),
    ]

    private static let special6: [(first: UInt8, mask: UInt8, second: UInt8, secondMask: UInt8, name: String)] = [
        (0xFF, 0xFF, 0, 0, "multicast (ff00::/8)"),
        (0xFE, 0xFF, 0x80, 0xC0, "link-local (fe80::/10)"),
        (0xFE, 0xFF, 0xC0, 0xC0, "site-local (fec0::/10), given up by RFC 3879"),
        (0x00, 0xFF, 0, 0, "reserved (::/8)"),
    ]

    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        func check(_ prefix: Prefix<IPv4Address>?, _ noun: String, _ path: PlanPath) {
            if let prefix { Self.check(prefix, of: noun, at: .value(path), reporting: &problems) }
        }
        for lan in plan.lans {
            check(lan.subnet, "LAN \(lan.name)", lan.path["subnet"])
            if let subnet = lan.subnet6 { Self.check(subnet, of: "LAN \(lan.name)", at: .value(lan.path["subnet6"]), reporting: &problems) }
        }
        for overlay in plan.overlays { check(overlay.subnet?.declared, "overlay \(overlay.name)", overlay.path["subnet"]) }
        for network in plan.external { check(network.subnet, "external network \(network.name)", network.path["subnet"]) }
        for pool in plan.pools.overlay { check(pool.value, "the overlay pool", PlanPath("pools", "overlay")[pool.index]) }
        let pools = PlanPath("pools")
        check(plan.pools.ingress, "the ingress network", pools["ingress"])
        check(plan.pools.docker0, "docker0", pools["docker0"])
        check(plan.pools.gwbridge, "docker_gwbridge", pools["gwbridge"])
        check(plan.pools.swarm.base, "the swarm's pool", pools["swarm"]["base"])
        for pool in plan.pools.docker ?? [] { check(pool.value.base, "Docker's pool", pools["docker"][pool.index]["base"]) }
        checkAddresses(in: plan, reporting: &problems)
    }

    /// One network, of a plan or of a pasted text.
    static func check(_ prefix: Prefix<IPv4Address>, of noun: String, at place: Place, reporting problems: inout Diagnostics) {
        guard let found = special.first(where: { $0.prefix.overlaps(prefix) }) else { return }
        problems.report(
            .specialAddressSpace, at: place, "\(noun) \(prefix) meets \(found.name)",
            help: "take it from 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16")
    }

    /// The same of IPv6.
    static func check(_ prefix: Prefix<IPv6Address>, of noun: String, at place: Place, reporting problems: inout Diagnostics) {
        guard let name = name(of: prefix.first) else { return }
        problems.report(
            .specialAddressSpace, at: place, "\(noun) \(prefix) meets \(name)", help: "take a unique local one from fd00::/8 (RFC 4193)")
    }

    /// DNS servers and records: all other addresses lie in their LAN.
    private static func checkAddresses(in plan: Plan, reporting problems: inout Diagnostics) {
        func check(_ address: IPAddress, _ noun: String, _ path: PlanPath) {
            guard let name = name(of: address) else { return }
            problems.report(
                .specialAddressSpace, at: .value(path), "\(noun) \(address), which is \(name)", help: "give it the address of a host")
        }
        func check(_ servers: [Listed<DNSServer>], _ noun: String, _ path: PlanPath) {
            for server in servers {
                if case .address(let address) = server.value { check(address, "\(noun) has the DNS server", path[server.index]) }
            }
        }
        for lan in plan.lans { check(lan.dns, "LAN \(lan.name)", lan.path["dns"]) }
        for group in plan.groups { check(group.dns ?? [], "group \(group.name)", group.path["dns"]) }
        for record in plan.records {
            for value in record.values {
                guard case .address(let address) = value.value, !address.isLoopback else { continue }
                check(address, "the record \(record.name) points to", PlanPath("dns", "records")[record.index]["values"][value.index])
            }
        }
    }

    /// Whether this rule speaks of a network: then no other has to.
    static func isSpecial(_ prefix: Prefix<IPv4Address>) -> Bool { special.contains { $0.prefix.overlaps(prefix) } }
    static func isSpecial(_ prefix: Prefix<IPv6Address>) -> Bool { name(of: prefix.first) != nil }

    private static func name(of address: IPAddress) -> String? {
        switch address {
        case .v4(let address): special.first { $0.prefix.contains(address) }?.name
        case .v6(let address): name(of: address)
        }
    }

    private static func name(of address: IPv6Address) -> String? {
        let (first, second) = (UInt8(truncatingIfNeeded: address.bits >> 120), UInt8(truncatingIfNeeded: address.bits >> 112))
        return special6.first { first & $0.mask == $0.first && second & $0.secondMask == $0.second }?.name
    }
}

extension IPAddress {
    /// Whether it is this very host (RFC 1122, section 3.2.1.3; RFC 4291, section 2.5.3).
    fileprivate var isLoopback: Bool {
        switch self {
        case .v4(let address): address.bits >> 24 == 127
        case .v6(let address): address.bits == 1
        }
    }
}
