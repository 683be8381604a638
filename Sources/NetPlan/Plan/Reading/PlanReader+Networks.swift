extension PlanReader {
    mutating func readPools(_ document: Document?) {
        guard let document else { return }
        let fields = Fields(document, .pools, reporting: &problems)
        if let overlay = fields["overlay"] {
            plan.pools.overlay = listed(overlay, of: "networks") { $0.prefix(IPv4Address.self, reporting: &$1) }
        }
        if let docker = fields["docker"], docker.kind != .empty {
            var pools: [Listed<Pools.Pool>] = []
            for (index, element) in docker.list(of: "pools", reporting: &problems).enumerated() {
                if let pool = pool(element) { pools.append(Listed(pool, at: index)) }
            }
            plan.pools.docker = pools
            // The engine takes them from its own pools, and nobody knows from where.
            plan.pools.docker0 = nil
            plan.pools.gwbridge = nil
        }
        plan.pools.swarm = fields["swarm"].flatMap { pool($0) } ?? plan.pools.swarm
        plan.pools.ingress = fields["ingress"]?.prefix(IPv4Address.self, reporting: &problems) ?? plan.pools.ingress
        plan.pools.docker0 = fields["docker0"]?.prefix(IPv4Address.self, reporting: &problems) ?? plan.pools.docker0
        plan.pools.gwbridge = fields["gwbridge"]?.prefix(IPv4Address.self, reporting: &problems) ?? plan.pools.gwbridge
    }

    private mutating func pool(_ document: Document) -> Pools.Pool? {
        let fields = Fields(document, .pool, reporting: &problems)
        let help = "write {base: 10.210.0.0/16, size: 24}"
        let base = fields.required("base", of: "a pool", at: document.place, help: help, reporting: &problems)?.prefix(
            IPv4Address.self, reporting: &problems)
        let size = fields.required("size", of: "a pool", at: document.place, help: help, reporting: &problems)
        guard let base else { return nil }
        return size?.number("the size of a network from \(base)", in: base.length...32, reporting: &problems).map {
            Pools.Pool(base: base, size: $0)
        }
    }

    /// The elements of a list that could be read, each with its place.
    mutating func listed<Value>(_ document: Document, of noun: String, _ read: (Document, inout Diagnostics) -> Value?) -> [Listed<Value>] {
        var values: [Listed<Value>] = []
        for (index, element) in document.list(of: noun, reporting: &problems).enumerated() {
            if let value = read(element, &problems) { values.append(Listed(value, at: index)) }
        }
        return values
    }

    mutating func readExternal(_ document: Document?) {
        for (key, value) in document?.map(of: "external networks", reporting: &problems) ?? [] {
            let name = identifierKey(key)
            let fields = Fields(value, .external, reporting: &problems)
            let subnet = fields.required(
                "subnet", of: "external network \(key.text)", at: key.place, help: "write subnet: 10.8.0.0/16", reporting: &problems)?
                .prefix(IPv4Address.self, reporting: &problems)
            if let name, let subnet { plan.external.append(ExternalNetwork(name: name, subnet: subnet)) }
        }
    }

    mutating func readMacvlans(_ document: Document?) {
        for (key, value) in document?.map(of: "macvlans", reporting: &problems) ?? [] {
            let known = identifierKey(key)
            let name = known ?? Identifier(joined: key.text)
            checkReserved(name, at: key)
            let fields = Fields(value, .macvlan, reporting: &problems)
            var macvlan = Macvlan(name: name)
            let before = problems.all.count
            let list = fields.required("nodes", of: "macvlan \(name)", at: key.place, help: "write nodes: [ds1, ds2]", reporting: &problems)
            macvlan.nodes = list.map { nodes($0) } ?? []
            noteNodes(fields, of: macvlan.path, before)
            macvlan.lan = lan(of: macvlan, fields["lan"], key: key)
            macvlan.size = fields["size"]?.number("the size of a slice", in: 1...32, reporting: &problems)
            for (node, prefix) in fields["slices"]?.map(of: "nodes with their slice", reporting: &problems) ?? [] {
                let reference = resolve(node, "node", in: \.nodes)
                let slice = prefix.prefix(IPv4Address.self, reporting: &problems)
                if let reference, !macvlan.nodes.contains(where: { $0.value == reference }), list != nil {
                    problems.report(
                        .unknownName, at: node.place, "macvlan \(name) fixes a slice for \(node.text), which is not one of its nodes",
                        help: "add \(node.text) to 'nodes', or take the slice out")
                } else if let reference, let slice {
                    macvlan.slices.append(Macvlan.FixedSlice(node: reference, prefix: slice))
                }
            }
            macvlan.scope = fields["scope"]?.choice(Macvlan.Scope.self, "the scope of a macvlan", reporting: &problems) ?? .swarm
            macvlan.mode = fields["mode"]?.choice(Macvlan.Mode.self, "the mode of a macvlan", reporting: &problems) ?? .range
            macvlan.shim = fields["shim"]?.flag(reporting: &problems) ?? false
            if known == nil { refuse(key, in: \.macvlans); continue }
            names.macvlans.add(name.description, Reference(plan.macvlans.count), at: key)
            plan.macvlans.append(macvlan)
        }
    }

    /// The LAN that is named, else its nodes' own.
    private mutating func lan(of macvlan: Macvlan, _ document: Document?, key: Document) -> Reference<LAN>? {
        if let document { return resolve(document, "LAN", in: \.lans) }
        let lans = macvlan.nodes.map { plan[$0.value].lan }
        guard let first = lans.first, let own = first, !lans.contains(nil) else { return nil }
        if let other = lans.first(where: { $0 != own }), let other {
            problems.report(
                .missingKey, at: key.place, "the nodes of macvlan \(macvlan.name) are in different LANs: it needs the key 'lan'",
                help: "write lan: \(plan[own].name) or lan: \(plan[other].name)")
            return nil
        }
        return own
    }

    /// A list of nodes, each once.
    mutating func nodes(_ document: Document) -> [Listed<Reference<Node>>] {
        var nodes: [Listed<Reference<Node>>] = []
        for (index, element) in document.list(of: "nodes", reporting: &problems).enumerated() {
            guard let node = resolve(element, "node", in: \.nodes) else { continue }
            if let first = nodes.first(where: { $0.value == node }) {
                problems.report(
                    .duplicateName, at: element.place, "the node \(element.text) is in this list twice", help: "keep it once",
                    related: document.elements.dropFirst(first.index).prefix(1).map { Related("it is here already", at: $0.place) })
            } else {
                nodes.append(Listed(node, at: index))
            }
        }
        return nodes
    }

    /// Keeps in mind that a list of nodes is not all that was meant: a fault was found in it, or its key is misspelt.
    mutating func noteNodes(_ fields: Fields, of path: PlanPath, _ before: Int) {
        if problems.all.count > before || (fields.has("nodes") && fields["nodes"] == nil) { plan.refusedNodeLists.insert(path) }
    }

    mutating func readOverlays(_ document: Document?) {
        for (key, value) in document?.map(of: "overlays", reporting: &problems) ?? [] {
            let known = identifierKey(key)
            let name = known ?? Identifier(joined: key.text)
            checkReserved(name, at: key)
            let fields = Fields(value, .overlay, reporting: &problems)
            var overlay = Overlay(name: name)
            if fields.has("subnet") {
                overlay.subnet = fields["subnet"]?.prefix(IPv4Address.self, reporting: &problems).map { .declared($0) }
            } else {
                overlay.subnet = .open
            }
            overlay.size = fields["size"]?.number("the size of an overlay", in: 1...32, reporting: &problems) ?? 24
            overlay.mtu = fields["mtu"]?.number("an MTU", in: 68...65535, reporting: &problems)
            overlay.attachable = fields["attachable"]?.flag(reporting: &problems) ?? false
            overlay.encrypted = fields["encrypted"]?.flag(reporting: &problems) ?? false
            overlay.isInternal = fields["internal"]?.flag(reporting: &problems) ?? false
            if known == nil { refuse(key, in: \.overlays); continue }
            names.overlays.add(name.description, Reference(plan.overlays.count), at: key)
            plan.overlays.append(overlay)
        }
    }

    /// Names that Docker keeps for itself.
    private mutating func checkReserved(_ name: Identifier, at key: Document) {
        guard Pools.networkNames.contains(name.description) else { return }
        problems.report(.reservedName, at: key.place, "Docker has a network of its own named '\(name)'", help: "call it \(name)-net")
    }
}
