@testable import NetPlan

/// Makes an allocation of what an external emitter is told: whoever gets the JSON knows as much as a built-in emitter.
struct Rebuilding {
    private let form: AllocationForm
    private var plan: Plan
    private let lans: [HostName: Reference<LAN>]
    private let nodes: [HostName: Reference<Node>]
    private let devices: [HostName: Reference<Device>]
    private let vips: [HostName: Reference<VIP>]
    private let macvlans: [Identifier: Reference<Macvlan>]
    private let overlays: [Identifier: Reference<Overlay>]

    struct Gap: Error {
        let what: String
    }

    init(_ form: AllocationForm) throws {
        self.form = form
        func index<Key: Hashable, Target>(_ keys: [Key]) -> [Key: Reference<Target>] {
            Dictionary(uniqueKeysWithValues: zip(keys, keys.indices.map { Reference<Target>($0) }))
        }
        lans = index(form.lans.map(\.name))
        nodes = index(form.nodes.map(\.name))
        devices = index(form.devices.map(\.name))
        vips = index(form.vips.map(\.name))
        macvlans = index(form.macvlans.map(\.name))
        overlays = index(form.overlays.map(\.name))
        plan = Plan(
            site: form.site, domain: form.domain, engine: try Self.read(form.engine, EngineVersion.init(parsing:)))
    }

    mutating func allocation() throws -> Allocation {
        try fillNetworks()
        try fillHosts()
        try fillServices()
        try fillDHCP()
        var allocation = Allocation(plan: plan)
        allocation.addresses = try form.addresses.map { entry in
            AllocatedAddress(
                name: entry.name, owner: try owner(of: entry), lan: try known(entry.lan, lans), address: entry.address, mac: entry.mac,
                origin: entry.origin)
        }
        allocation.slices = try form.slices.map { slice in
            Slice(
                macvlan: try known(slice.macvlan, macvlans), node: try known(slice.node, nodes), lan: try known(slice.lan, lans),
                prefix: try prefix(slice.prefix), usable: try slice.usable.map(range), origin: slice.origin)
        }
        allocation.overlays = try form.overlays.enumerated().map { index, overlay in
            AllocatedOverlay(overlay: Reference(index), prefix: try prefix(overlay.prefix), origin: overlay.origin, mtu: overlay.mtu)
        }
        allocation.leasable = try form.leasable.map { Leasable(lan: try known($0.lan, lans), ranges: try $0.ranges.map(range)) }
        return allocation
    }

    private func owner(of entry: AllocationForm.AddressForm) throws -> AllocatedAddress.Owner {
        let name = HostName(entry.name)
        switch entry.kind {
        case .gateway: return .gateway(name.flatMap { devices[$0] })
        case .device: return .device(try known(name, devices))
        case .vip: return .vip(try known(name, vips))
        case .service:
            guard let index = form.services.firstIndex(where: { $0.name.description == entry.name }) else { throw Gap(what: entry.name) }
            return .service(Reference(index), on: try known(entry.node, nodes))
        case .node:
            if let node = name.flatMap({ nodes[$0] }) { return .node(node) }
            for (index, node) in form.nodes.enumerated() {
                if let place = node.also.firstIndex(where: { $0.name == name }) { return .attachment(Reference(index), index: place) }
            }
            throw Gap(what: entry.name)
        }
    }

    // MARK: The plan

    private mutating func fillNetworks() throws {
        plan.lans = try form.lans.map { form in
            var lan = LAN(name: form.name, subnet: try prefix(form.subnet))
            lan.subnet6 = try form.subnet6.map { try prefix($0) }
            lan.gateway = form.gateway
            lan.dns = listed(form.dns.map(DNSServer.address))
            lan.vlan = form.vlan
            lan.mtu = form.mtu
            lan.interface = form.interface
            lan.server = form.dhcp.server
            lan.ranges = listed(try form.dhcp.ranges.map(range))
            lan.lease = lease(form.dhcp.lease)
            lan.reserved = try form.reserved.enumerated().map { LAN.Reserved(range: try range($1.range), note: $1.note, index: $0) }
            return lan
        }
        func pool(_ form: AllocationForm.PoolForm) throws -> Pools.Pool { Pools.Pool(base: try prefix(form.base), size: form.size) }
        plan.pools.overlay = listed(try form.pools.overlay.map { try prefix($0) })
        plan.pools.docker = try form.pools.docker.map { listed(try $0.map(pool)) }
        plan.pools.swarm = try pool(form.pools.swarm)
        plan.pools.ingress = try prefix(form.pools.ingress)
        plan.pools.docker0 = try form.pools.docker0.map { try prefix($0) }
        plan.pools.gwbridge = try form.pools.gwbridge.map { try prefix($0) }
        plan.external = try form.external.map { ExternalNetwork(name: $0.name, subnet: try prefix($0.subnet)) }
        plan.macvlans = try form.macvlans.map { form in
            var macvlan = Macvlan(name: form.name)
            macvlan.nodes = listed(try form.nodes.map { try known($0, nodes) })
            macvlan.lan = try form.lan.map { try known($0, lans) }
            (macvlan.scope, macvlan.mode, macvlan.shim) = (form.scope, form.mode, form.shim)
            return macvlan
        }
        plan.overlays = try form.overlays.map { form in
            var overlay = Overlay(name: form.name)
            overlay.subnet = .declared(try prefix(form.prefix))
            (overlay.attachable, overlay.encrypted, overlay.isInternal) = (form.attachable, form.encrypted, form.internal)
            return overlay
        }
    }

    private mutating func fillHosts() throws {
        plan.nodes = try form.nodes.map { form in
            var node = Node(name: form.name)
            (node.address, node.address6, node.mac) = (form.address.map(Decision.declared), form.address6, form.mac)
            node.lan = try form.lan.map { try known($0, lans) }
            node.interface = form.interface
            node.also = try form.also.map {
                Node.Attachment(
                    lan: try known($0.lan, lans), address: $0.address.map(Decision.declared), mac: $0.mac, interface: $0.interface,
                    name: $0.name)
            }
            (node.hostname, node.role, node.aliases) = (form.hostname, form.role, form.aliases)
            node.labels = form.labels.map { Node.Label(key: $0.key, value: $0.value) }
            return node
        }
        plan.devices = try form.devices.map { form in
            var device = Device(name: form.name)
            (device.address, device.mac, device.aliases) = (form.address.map(Decision.declared), form.mac, form.aliases)
            device.lan = try form.lan.map { try known($0, lans) }
            return device
        }
        plan.vips = try form.vips.map { form in
            var vip = VIP(name: form.name)
            (vip.address, vip.routerID) = (form.address, form.routerId)
            vip.lan = try form.lan.map { try known($0, lans) }
            vip.members = try form.nodes.map { VIP.Member(node: try known($0.node, nodes), priority: $0.priority) }
            return vip
        }
        plan.ingress = try form.ingress.map { name in
            if let vip = vips[name] { return .vip(vip) }
            return .node(try known(name, nodes))
        }
    }

    private mutating func fillServices() throws {
        plan.services = try form.services.map { form in
            var service = Service(name: form.name)
            if let overlay = form.overlay { service.network = .overlay(try known(overlay, overlays)) }
            if let macvlan = form.macvlan { service.network = .macvlan(try known(macvlan, macvlans)) }
            service.nodes = listed(try form.nodes.map { try known($0, nodes) })
            service.addresses = try form.addresses.map {
                Service.Address(node: try known($0.node, nodes), address: .declared($0.address))
            }
            service.wantsAddress = !form.addresses.isEmpty
            service.names = form.names
            service.published = try form.published.map { try Self.read($0, PublishedPort.init(parsing:)) }
            (service.port, service.scheme) = (form.port, form.scheme)
            service.middlewares = listed(try form.middlewares.map { try Self.read($0, Middleware.init(parsing:)) })
            service.backends = listed(
                try form.backends.map { try Self.read($0, $0.contains("://") ? Backend.init(url:) : Backend.init(hostAndPort:)) })
            service.tcp = form.tcp.map { Service.TCPRoute(entrypoint: $0.entrypoint, sni: $0.sni) }
            service.udp = form.udp.map { Service.UDPRoute(entrypoint: $0.entrypoint) }
            return service
        }
        plan.records = try form.dns.records.enumerated().map { index, form in
            let values = try form.values.map { text -> Record.Value in
                switch form.type {
                case .a, .aaaa: .address(try Self.read(text, IPAddress.init(parsing:)))
                case .cname: .name(try Self.read(text, HostName.init(parsing:)))
                case .txt: .text(text)
                }
            }
            return Record(name: form.name, kind: form.type, values: listed(values), ttl: form.ttl, index: index)
        }
    }

    private mutating func fillDHCP() throws {
        plan.groups = try form.dhcp.groups.map { form in
            var group = DHCPGroup(name: form.name)
            group.lan = try form.lan.map { try known($0, lans) }
            group.members = listed(
                try form.hosts.map { name in
                    if let node = nodes[name] { return .node(node) }
                    return .device(try known(name, devices))
                })
            group.lease = lease(form.lease)
            group.routers = form.routers.map(listed)
            group.maskLength = form.subnetMask.flatMap { Prefix(mask: $0, around: $0)?.length }
            group.dns = form.dns.map { listed($0.map(DNSServer.address)) }
            (group.domain, group.filename, group.nextServer) = (form.domain, form.filename, form.nextServer)
            return group
        }
        plan.classes = try form.dhcp.classes.map { form in
            var entry = DHCPClass(name: form.name)
            entry.lan = try form.lan.map { try known($0, lans) }
            entry.macPrefix = form.macPrefix
            entry.range = try form.range.map(range)
            return entry
        }
    }

    // MARK: Values

    private static func read<Value>(_ text: String, _ parse: (Span<UInt8>) throws(ParseError) -> Value) throws(ParseError) -> Value {
        try parse(Array(text.utf8).span)
    }

    private func range(_ text: String) throws -> AddressRange<IPv4Address> { try Self.read(text, AddressRange<IPv4Address>.parse) }

    private func prefix<A: Address>(_ text: String) throws -> Prefix<A> { try Self.read(text, Prefix<A>.init(parsing:)) }

    private func lease(_ form: AllocationForm.LeaseForm) -> Lease {
        var lease = Lease()
        (lease.minimum, lease.usual, lease.maximum) = (form.min, form.default, form.max)
        return lease
    }

    private func listed<Value>(_ values: [Value]) -> [Listed<Value>] { values.enumerated().map { Listed($1, at: $0) } }

    private func known<Key: Hashable, Target>(_ key: Key?, _ table: [Key: Reference<Target>]) throws -> Reference<Target> {
        guard let key, let reference = table[key] else { throw Gap(what: "\(key as Any)") }
        return reference
    }
}
