extension FreeSpace.Obstacle {
    /// What lies in a LAN, each with its place, in the order of what is easiest to move.
    static func all(in reference: Reference<LAN>, of allocation: Allocation) -> [Self] {
        let (plan, lan) = (allocation.plan, allocation.plan[reference])
        var found: [Self] = []
        for other in plan.lans {
            found += other.ranges.map { part in
                Self(
                    phrase: "the DHCP range \(part.value.text)", range: part.value,
                    place: .value(other.path["dhcp"]["ranges"][part.index]))
            }
            found += other.reserved.map { part in
                Self(
                    phrase: "the reserved range \(part.range.text)\(part.note.isEmpty ? "" : " (\(part.note))")", range: part.range,
                    place: .value(other.path["reserved"][part.index]["range"]))
            }
            found += other.dns.compactMap { server in
                server.value.declared.map {
                    Self(phrase: "the DNS server \($0)", range: $0...$0, place: .value(other.path["dns"][server.index]))
                }
            }
        }
        for part in plan.classes {
            guard let range = part.range else { continue }
            found.append(Self(phrase: "the range \(range.text) of class \(part.name)", range: range, place: .value(part.path["range"])))
        }
        for group in plan.groups {
            found += (group.routers ?? []).map { router in
                Self(
                    phrase: "the router \(router.value) of group \(group.name)", range: router.value...router.value,
                    place: .value(group.path["routers"][router.index]))
            }
            found += (group.dns ?? []).compactMap { server in
                server.value.declared.map {
                    Self(
                        phrase: "the DNS server \($0) of group \(group.name)", range: $0...$0,
                        place: .value(group.path["dns"][server.index]))
                }
            }
        }
        let inquiry = Inquiry(allocation, saved: nil)
        found += allocation.slices.map { Self(phrase: inquiry.phrase(for: $0), range: $0.prefix.range, place: inquiry.place(of: $0)) }
        found += allocation.addresses.compactMap { entry in
            entry.address.v4.map {
                Self(phrase: "\($0), \(allocation.phrase(for: entry))", range: $0...$0, place: allocation.place(of: entry))
            }
        }
        return found.filter { $0.range.overlaps(lan.subnet.range) }
    }

    /// What overlays keep clear of.
    static func allOfOverlays(in allocation: Allocation) -> [Self] {
        let (plan, usual, path) = (allocation.plan, Pools(), PlanPath("pools"))
        let inquiry = Inquiry(allocation, saved: nil)
        var found = allocation.overlays.map { overlay in
            Self(
                phrase: "overlay \(plan[overlay.overlay].name) (\(overlay.prefix))", range: overlay.prefix.range,
                place: inquiry.place(of: overlay))
        }
        func add(_ prefix: Prefix<IPv4Address>?, _ place: Place, _ phrase: String) {
            if let prefix { found.append(Self(phrase: "\(phrase) (\(prefix))", range: prefix.range, place: place)) }
        }
        for lan in plan.lans { add(lan.subnet, .value(lan.path["subnet"]), "LAN \(lan.name)") }
        for network in plan.external { add(network.subnet, .value(network.path["subnet"]), "external network \(network.name)") }
        for pool in plan.pools.docker ?? [] { add(pool.value.base, .value(path["docker"][pool.index]["base"]), "Docker's pool") }
        add(plan.pools.ingress, plan.pools.ingress == usual.ingress ? .program : .value(path["ingress"]), "the ingress network")
        add(plan.pools.docker0, plan.pools.docker0 == usual.docker0 ? .program : .value(path["docker0"]), "docker0")
        add(plan.pools.gwbridge, plan.pools.gwbridge == usual.gwbridge ? .program : .value(path["gwbridge"]), "docker_gwbridge")
        return found.filter { other in plan.pools.overlay.contains { $0.value.range.overlaps(other.range) } }
    }
}
