extension Inquiry {
    /// Everything that an address lies in, or that speaks of it.
    func covers(of address: IPAddress) -> [Cover] {
        switch address {
        case .v4(let v4): return covers(of: v4...v4) + mentions(of: address)
        case .v6(let v6):
            let lans = plan.lans.filter { $0.subnet6?.contains(v6) ?? false }
            return lans.map {
                Cover(
                    kind: .lan, phrase: "LAN \($0.name)\($0.subnet6.map { " (\($0))" } ?? "")", range: nil,
                    place: .value($0.path["subnet6"]))
            } + mentions(of: address)
        }
    }

    /// Every range and network that shares an address with a range.
    func covers(of range: AddressRange<IPv4Address>) -> [Cover] {
        var covers: [Cover] = []
        func add(_ kind: Cover.Kind, _ other: AddressRange<IPv4Address>?, _ place: Place, _ phrase: String) {
            guard let other, other.overlaps(range) else { return }
            covers.append(Cover(kind: kind, phrase: phrase, range: other, place: place))
        }
        for (index, lan) in plan.lans.enumerated() {
            add(.lan, lan.subnet.range, .value(lan.path["subnet"]), "LAN \(lan.name) (\(lan.subnet))")
            for part in lan.ranges {
                let lends = allocation.leasable[index].ranges.contains { $0.overlaps(range) }
                add(
                    .range, part.value, .value(lan.path["dhcp"]["ranges"][part.index]),
                    "the DHCP range \(part.value.text) of LAN \(lan.name), \(lends ? "lent to strangers" : "left out of what is lent")")
            }
            for part in lan.reserved {
                add(
                    .reserved, part.range, .value(lan.path["reserved"][part.index]["range"]),
                    "the reserved range \(part.range.text) of LAN \(lan.name)\(part.note.isEmpty ? "" : ": \(part.note)")")
            }
        }
        for slice in allocation.slices {
            add(.slice, slice.prefix.range, place(of: slice), phrase(for: slice))
        }
        for found in plan.classes {
            add(.dhcpClass, found.range, .value(found.path["range"]), "the range \(found.range?.text ?? "") of class \(found.name)")
        }
        for overlay in allocation.overlays {
            add(.overlay, overlay.prefix.range, place(of: overlay), "overlay \(plan[overlay.overlay].name) (\(overlay.prefix))")
        }
        for network in plan.external {
            add(.external, network.subnet.range, .value(network.path["subnet"]), "external network \(network.name) (\(network.subnet))")
        }
        addPools(to: &covers, of: range)
        return covers
    }

    /// Where overlays are cut from, and where Docker takes its own networks from.
    private func addPools(to covers: inout [Cover], of range: AddressRange<IPv4Address>) {
        let (pools, usual, path) = (plan.pools, Pools(), PlanPath("pools"))
        func add(_ kind: Cover.Kind, _ prefix: Prefix<IPv4Address>?, _ place: Place, _ phrase: String) {
            guard let prefix, prefix.range.overlaps(range) else { return }
            covers.append(Cover(kind: kind, phrase: "\(phrase) (\(prefix))", range: prefix.range, place: place))
        }
        for pool in pools.overlay {
            let place = pools.overlay == usual.overlay ? Place.program : .value(path["overlay"][pool.index])
            add(.overlayPool, pool.value, place, "the overlay pool")
        }
        for pool in pools.docker ?? [] {
            add(.dockerPool, pool.value.base, .value(path["docker"][pool.index]["base"]), "Docker's pool for local networks")
        }
        if pools.docker == nil {
            for pool in Pools.dockerDefaults { add(.dockerPool, pool.base, .program, "Docker's default pool for local networks") }
        }
        add(.swarmPool, pools.swarm.base, pools.swarm == usual.swarm ? .program : .value(path["swarm"]), "Docker's pool for overlays")
        add(.ingress, pools.ingress, pools.ingress == usual.ingress ? .program : .value(path["ingress"]), "the ingress network")
        add(.docker0, pools.docker0, pools.docker0 == usual.docker0 ? .program : .value(path["docker0"]), "docker0")
        add(.gwbridge, pools.gwbridge, pools.gwbridge == usual.gwbridge ? .program : .value(path["gwbridge"]), "docker_gwbridge")
    }

    /// DNS servers, routers, records and backends that are this very address.
    private func mentions(of address: IPAddress) -> [Cover] {
        var covers: [Cover] = []
        func add(_ kind: Cover.Kind, _ path: PlanPath, _ phrase: String) {
            covers.append(Cover(kind: kind, phrase: phrase, range: address.v4.map { $0...$0 }, place: .value(path)))
        }
        for lan in plan.lans {
            for server in lan.dns where allocation.addresses(of: server.value).contains(address) {
                add(.server, lan.path["dns"][server.index], "a DNS server of LAN \(lan.name)")
            }
        }
        for group in plan.groups {
            for router in group.routers ?? [] where .v4(router.value) == address {
                add(.router, group.path["routers"][router.index], "a router of group \(group.name)")
            }
            for server in group.dns ?? [] where allocation.addresses(of: server.value).contains(address) {
                add(.server, group.path["dns"][server.index], "a DNS server of group \(group.name)")
            }
            if let server = group.nextServer, .v4(server) == address {
                add(.bootServer, group.path["next-server"], "the boot server of group \(group.name)")
            }
        }
        for record in plan.records {
            for value in record.values where value.value == .address(address) {
                let path = PlanPath("dns", "records")[record.index]["values"][value.index]
                add(.record, path, "the record \(record.name) (\(record.kind.rawValue))")
            }
        }
        for service in plan.services {
            for backend in service.backends where backend.value.host == .address(address) {
                add(.backend, service.path["backends"][backend.index], "a backend of service \(service.name)")
            }
        }
        return covers
    }

    func phrase(for slice: Slice) -> String {
        "the slice \(slice.prefix) of macvlan \(plan[slice.macvlan].name) on \(plan[slice.node].name)"
    }

    func place(of slice: Slice) -> Place {
        let macvlan = plan[slice.macvlan]
        if slice.origin == .declared { return .value(macvlan.path["slices"][plan[slice.node].name]) }
        let index = macvlan.nodes.first { $0.value == slice.node }?.index ?? 0
        return .value(macvlan.path["nodes"][index])
    }

    func place(of overlay: AllocatedOverlay) -> Place {
        let path = plan[overlay.overlay].path
        return overlay.origin == .declared ? .value(path["subnet"]) : .key(path)
    }
}
