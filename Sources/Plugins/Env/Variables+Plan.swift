internal import NetPlan

extension Variables {
    mutating func addSite() {
        add("SITE", plan.site, at: .value(PlanPath("site")))
        add("DOMAIN", plan.domain, at: .value(PlanPath("domain")))
        if plan.lans.isEmpty { return }
        heading("LANs")
        for lan in plan.lans {
            let (name, place) = (lan.name.description, Place.key(PlanPath("lans")[lan.name]))
            add("LAN", name, "SUBNET", lan.subnet, at: place)
            if let subnet = lan.subnet6 { add("LAN", name, "SUBNET6", subnet, at: place) }
            if let gateway = lan.gateway { add("LAN", name, "GATEWAY", gateway, at: place) }
            add("LAN", name, "DNS", all: lan.dns.flatMap { allocation.addresses(of: $0.value) }, at: place)
        }
    }

    /// Nodes, devices and VIPs, each with its names at its first address.
    mutating func addOwners() {
        heading("Nodes, devices and VIPs")
        for entry in allocation.addresses {
            let attribute = entry.address.v4 == nil ? "ADDRESS6" : "ADDRESS"
            switch entry.owner {
            case .gateway(nil), .service: continue
            case .node(let reference):
                let node = plan[reference]
                add("NODE", entry.name, attribute, entry.address, at: .key(node.path))
                if entry.address.v4 == nil { continue }
                add("NODE", entry.name, "NAME", all: qualified([node.name] + node.aliases), at: .key(node.path))
                add("NODE", entry.name, "HOSTNAME", node.hostname, at: .key(node.path))
            case .attachment(let node, let index):
                add("NODE", entry.name, attribute, entry.address, at: .key(plan[node].path))
                add("NODE", entry.name, "NAME", plan[node].also[index].name.qualified(by: plan.domain), at: .key(plan[node].path))
            case .gateway(let reference?), .device(let reference):
                let device = plan[reference]
                add("DEVICE", entry.name, attribute, entry.address, at: .key(device.path))
                add("DEVICE", entry.name, "NAME", all: qualified([device.name] + device.aliases), at: .key(device.path))
            case .vip(let reference):
                let vip = plan[reference]
                add("VIP", entry.name, attribute, entry.address, at: .key(vip.path))
                add("VIP", entry.name, "NAME", vip.name.qualified(by: plan.domain), at: .key(vip.path))
            }
        }
    }

    private func qualified(_ names: [HostName]) -> [HostName] { names.map { $0.qualified(by: plan.domain) } }

    mutating func addNetworks() {
        if !allocation.slices.isEmpty { heading("Macvlans: each node's slice") }
        for slice in allocation.slices {
            let macvlan = plan[slice.macvlan]
            add("MACVLAN", "\(macvlan.name)_\(plan[slice.node].name)", "SLICE", slice.prefix, at: .key(macvlan.path))
        }
        if !allocation.overlays.isEmpty { heading("Overlays") }
        for entry in allocation.overlays {
            let overlay = plan[entry.overlay]
            add("OVERLAY", overlay.name.description, "SUBNET", entry.prefix, at: .key(overlay.path))
            add("OVERLAY", overlay.name.description, "GATEWAY", entry.gateway, at: .key(overlay.path))
        }
    }

    mutating func addServices() {
        if !plan.services.isEmpty { heading("Services") }
        for service in plan.services {
            add("SERVICE", service.name.description, "NAME", all: service.names, at: .key(service.path))
        }
        for entry in allocation.addresses {
            guard case .service(let reference, let node) = entry.owner else { continue }
            let service = plan[reference]
            add("SERVICE", "\(service.name)_\(plan[node].name)", "ADDRESS", entry.address, at: .key(service.path))
        }
    }

    /// The plan's own records of addresses; a wildcard is `ANY` of its name.
    mutating func addRecords() {
        var addresses: [DomainName: [IPAddress]] = [:]
        var first: [Record] = []
        for record in plan.records {
            let values = record.values.compactMap { value -> IPAddress? in
                if case .address(let address) = value.value { address } else { nil }
            }
            if values.isEmpty { continue }
            if addresses[record.name] == nil { first.append(record) }
            addresses[record.name, default: []] += values
        }
        if !first.isEmpty { heading("Records") }
        for record in first {
            let name = (record.name.isWildcard ? "any_" : "") + record.name.base.description
            let place = Place.value(PlanPath("dns")["records"][record.index]["name"])
            add("RECORD", name, "ADDRESS", all: addresses[record.name] ?? [], at: place)
        }
    }
}
