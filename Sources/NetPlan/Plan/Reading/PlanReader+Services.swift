extension PlanReader {
    mutating func readServices(_ document: Document?) {
        for (key, value) in document?.map(of: "services", reporting: &problems) ?? [] {
            let known = identifierKey(key)
            let fields = Fields(value, .service, reporting: &problems)
            guard let name = known else {
                refuse(key, in: \.services)
                _ = service(Identifier(joined: key.text), key: key, fields, isRefused: true)
                continue
            }
            names.services.add(name.description, Reference(plan.services.count), at: key)
            plan.services.append(service(name, key: key, fields))
        }
    }

    private mutating func service(_ name: Identifier, key: Document, _ fields: Fields, isRefused: Bool = false) -> Service {
        var service = Service(name: name)
        service.network = fields["network"].flatMap { network($0) }
        let before = problems.count
        service.nodes = fields["nodes"].map { nodes($0) } ?? []
        noteNodes(fields, of: service.path, before)
        // Of a network that is refused nobody knows what addresses it has.
        service.wantsAddress = fields["address"] != nil && (service.network != nil || !fields.has("network"))
        service.addresses = fields["address"].map { addresses($0, of: service) } ?? []
        // What has no name cannot have a default one either.
        if !isRefused || fields.has("names") { service.names = serviceNames(fields, of: service, key: key) }
        service.published = (fields["published"]?.list(of: "ports", reporting: &problems) ?? []).compactMap { element in
            element.value(
                .invalidPort, "a published port", example: "\"53:53/udp\"", reporting: &problems, parsing: PublishedPort.init(parsing:))
        }
        service.port = fields["port"].flatMap { port($0) }
        service.scheme = fields["scheme"]?.choice(Service.Scheme.self, "the scheme of a service", reporting: &problems) ?? .http
        if let middlewares = fields["middlewares"] {
            service.middlewares = listed(middlewares, of: "middlewares") { element, problems in
                element.value(
                    .invalidName, "a middleware", example: "lan-only or auth@file", reporting: &problems, parsing: Middleware.init(parsing:)
                )
            }
        }
        readRoutes(fields, into: &service)
        return service
    }

    private mutating func network(_ document: Document) -> Service.Network? {
        guard document.isText(.name(of: "an overlay or macvlan"), reporting: &problems) else {
            return nil
        }
        let text = document.text
        if let overlay = names.overlays[text] { return overlay.map(Service.Network.overlay) }
        if let macvlan = names.macvlans[text] { return macvlan.map(Service.Network.macvlan) }
        reportUnknown(document, "overlay or macvlan", among: names.overlays.names, names.macvlans.names)
        return nil
    }

    private mutating func port(_ document: Document) -> Int? {
        document.value(.invalidPort, "a port", example: "9000", reporting: &problems) { bytes throws(ParseError) in
            try PublishedPort.port(bytes, at: 0)
        }
    }

    /// `auto` for each of the service's nodes, or a map from node to `auto` or an address.
    private mutating func addresses(_ document: Document, of service: Service) -> [Service.Address] {
        if document.kind == .text {
            if document.text == "auto" { return service.nodes.map { Service.Address(node: $0.value, address: .open) } }
            let node = service.nodes.first.map { plan[$0.value].name.description } ?? "ds1"
            problems.report(
                .invalidChoice, at: document.place,
                "the address of a service is auto or a map from node to address, not '\(document.text)'",
                help: "write address: {\(node): \(document.text)}")
            return []
        }
        var declared: [Reference<Node>: Decision<IPv4Address>] = [:]
        for (key, value) in document.map(of: "nodes with an address each", reporting: &problems) {
            let node = resolve(key, "node", in: \.nodes)
            let address = address(value)
            guard let node else { continue }
            if !service.nodes.isEmpty, !service.nodes.contains(where: { $0.value == node }) {
                problems.report(
                    .serviceUnplaced, at: key.place, "service \(service.name) has an address on \(key.text), which is not one of its nodes",
                    help: "add \(key.text) to 'nodes', or take the address out")
            } else if let address {
                declared[node] = address
            }
        }
        return service.nodes.compactMap { node in declared[node.value].map { Service.Address(node: node.value, address: $0) } }
    }

    /// The names that are given, else `<key>.<domain>`.
    private mutating func serviceNames(_ fields: Fields, of service: Service, key: Document) -> [DomainName] {
        if let names = fields["names"] {
            return names.list(of: "names", reporting: &problems).compactMap {
                $0.domainName(reporting: &problems)?.qualified(by: plan.domain)
            }
        }
        if fields.has("names") { return [] }
        if let name = HostName(service.name.description) { return [DomainName(name.qualified(by: plan.domain))] }
        let name = service.name.description.replacing("_", with: "-")
        problems.report(
            .invalidName, at: key.place,
            "'\(service.name)' is no host name ('_' is not allowed in one), so the service needs the key 'names'",
            help: "write names: [\(name).\(plan.domain)], or call it \(name)")
        return []
    }

    private mutating func readRoutes(_ fields: Fields, into service: inout Service) {
        if let document = fields["tcp"] {
            let route = Fields(document, .tcp, reporting: &problems)
            let entrypoint = route.required(
                "entrypoint", of: "'tcp'", at: document.place, help: "write {entrypoint: mqtt}", reporting: &problems)
            let sni = route["sni"].flatMap { $0.kind == .text && $0.text == "*" ? nil : $0.domainName(reporting: &problems) }
            service.tcp = entrypoint.flatMap { self.entrypoint($0) }.map { Service.TCPRoute(entrypoint: $0, sni: sni) }
        }
        if let document = fields["udp"] {
            let route = Fields(document, .udp, reporting: &problems)
            let entrypoint = route.required(
                "entrypoint", of: "'udp'", at: document.place, help: "write {entrypoint: dns}", reporting: &problems)
            service.udp = entrypoint.flatMap { self.entrypoint($0) }.map { Service.UDPRoute(entrypoint: $0) }
        }
        guard let backends = fields["backends"] else { return }
        let isHTTP = !fields.has("tcp") && !fields.has("udp")
        service.backends = listed(backends, of: "backends") { element, problems in
            element.value(
                .invalidURL, isHTTP ? "the URL of a backend" : "a backend of TCP or UDP",
                example: isHTTP ? "\"http://192.168.0.50:3000\"" : "\"192.168.0.50:1883\"",
                guesses: isHTTP ? [Slip.withScheme, Slip.withoutPath] : [Slip.withoutScheme], reporting: &problems
            ) { bytes throws(ParseError) in isHTTP ? try Backend(url: bytes) : try Backend(hostAndPort: bytes) }
        }
    }

    private mutating func entrypoint(_ document: Document) -> String? {
        document.value(.invalidName, "an entry point", example: "websecure", reporting: &problems) { bytes throws(ParseError) in
            try Middleware.word(bytes, at: 0)
        }
    }

    /// VIPs and nodes; the only VIP, or every manager, where the plan does not say.
    mutating func readIngress(_ document: Document?) {
        guard let document else {
            if plan.vips.count == 1 {
                plan.ingress = [.vip(Reference(0))]
            } else {
                plan.ingress = plan.nodes.references.filter { plan[$0].role == .manager }.map(IngressTarget.node)
            }
            return
        }
        for element in document.list(of: "VIPs and nodes", reporting: &problems) {
            guard element.isText(.name(of: "a VIP or node"), reporting: &problems) else { continue }
            let text = element.text.lowercased()
            if let vip = names.vips[text] {
                if let vip { plan.ingress.append(.vip(vip)) }
            } else if let node = names.nodes[text] {
                if let node { plan.ingress.append(.node(node)) }
            } else {
                reportUnknown(element, "VIP or node", among: names.vips.names, names.nodes.names)
            }
        }
    }
}
