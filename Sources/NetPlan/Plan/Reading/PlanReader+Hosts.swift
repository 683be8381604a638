extension PlanReader {
    mutating func readNodes(_ document: Document?) {
        for (key, value) in document?.map(of: "nodes", reporting: &problems) ?? [] {
            guard let name = hostKey(key, "node", in: \.nodes) else {
                refuse(key, in: \.nodes)
                // It may be the manager that is missed; and its other faults are found too.
                plan.refusedRoles = true
                _ = node(HostName(joined: key.text), key: key, value)
                continue
            }
            checkReserved(name, at: key)
            names.nodes.add(name.description, Reference(plan.nodes.count), at: key)
            plan.nodes.append(node(name, key: key, value))
        }
    }

    private mutating func node(_ name: HostName, key: Document, _ value: Document) -> Node {
        let fields = Fields(value, .node, reporting: &problems)
        var node = Node(name: name)
        node.address = fields.required(
            "address", of: "node \(name)", at: key.place, help: "write address: auto, or the address itself", reporting: &problems
        )
        .flatMap { address($0) }
        node.address6 = fields["address6"]?.address6(reporting: &problems)
        node.mac = mac(fields, of: name)
        node.lan = lan(fields["lan"], for: node.address, of: "node \(name)", key: key, path: node.path)
        node.interface = fields["interface"].flatMap { interface($0) }
        node.hostname = fields["hostname"].flatMap { hostname($0) } ?? name.description
        let role = fields["role"]?.choice(Node.Role.self, "the role of a node", reporting: &problems)
        if fields.has("role"), role == nil { plan.refusedRoles = true }
        node.role = role ?? .worker
        node.labels = labels(fields["labels"])
        node.aliases = aliases(fields["aliases"])
        node.also = attachments(fields["also"], of: node)
        return node
    }

    private mutating func attachments(_ document: Document?, of node: Node) -> [Node.Attachment] {
        var attachments: [Node.Attachment] = []
        for (key, value) in document?.map(of: "LANs", reporting: &problems) ?? [] {
            let fields = Fields(value, .attachment, reporting: &problems)
            let lan = resolve(key, "LAN", in: \.lans)
            let address = fields.required(
                "address", of: "\(node.name) in \(key.text)", at: key.place, help: "write address: auto, or the address itself",
                reporting: &problems
            )
            .flatMap { self.address($0) }
            let mac = fields["mac"]?.mac(reporting: &problems)
            let interface = fields["interface"].flatMap { self.interface($0) }
            guard let lan else { continue }
            if lan == node.lan {
                problems.report(
                    .unknownName, at: key.place, "\(plan[lan].name) is the own LAN of \(node.name), not another one",
                    help: "take this entry out: the node's own address stands beside 'also'")
                continue
            }
            attachments.append(
                Node.Attachment(lan: lan, address: address, mac: mac, interface: interface, name: attachmentName(node.name, plan[lan].name))
            )
        }
        return attachments
    }

    /// `<node>-<lan>`; of a qualified node, in its own domain.
    private func attachmentName(_ node: HostName, _ lan: HostName) -> HostName {
        let rest = node.description.dropFirst(node.short.count)
        return HostName(joined: "\(node.short)-\(lan.short)\(rest)")
    }

    /// As Docker knows the node; kept in the case that it was written in, for Docker compares it to the letter.
    private mutating func hostname(_ document: Document) -> String? {
        guard let name = document.string(reporting: &problems) else { return nil }
        let isPlain = name.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || "._-".utf8.contains(byte)
        }
        if isPlain, (1...64).contains(name.utf8.count), !name.hasPrefix("-"), !name.hasPrefix(".") { return name }
        problems.report(
            .invalidName, at: document.place, "'\(name)' is not a hostname: 1 to 64 letters, digits, '.', '_' or '-'",
            help: "write it as 'hostname' prints it on the node")
        return nil
    }

    private mutating func labels(_ document: Document?) -> [Node.Label] {
        var labels: [Node.Label] = []
        for (key, value) in document?.map(of: "labels", reporting: &problems) ?? [] {
            let isPlain = key.text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || "._-/".utf8.contains(byte)
            }
            guard isPlain, (1...128).contains(key.text.utf8.count), !key.text.hasPrefix("-"), !key.text.hasPrefix("netplan-swarm.") else {
                problems.report(
                    .invalidName, at: key.place,
                    "'\(key.text)' can't be a node's label: letters, digits, '.', '_', '-' and '/', and not ours ('netplan-swarm.')",
                    help: "call it as com.example.media, or media")
                continue
            }
            if value.kind == .empty { labels.append(Node.Label(key: key.text, value: "")); continue }
            if let text = value.string(reporting: &problems) { labels.append(Node.Label(key: key.text, value: text)) }
        }
        return labels
    }

    mutating func readDevices(_ document: Document?) {
        // One after another, without a list of them: there may be 100,000.
        guard let document, document.isMap(of: "devices", reporting: &problems) else { return }
        let count = document.count
        plan.devices.reserveCapacity(count)
        names.devices.reserve(count)
        for (key, value) in document.entries where key.kind == .text {
            let known = hostKey(key, "device", in: \.devices)
            let name = known ?? HostName(joined: key.text)
            if known != nil { checkReserved(name, at: key) }
            let fields = Fields(value, .device, reporting: &problems)
            var device = Device(name: name)
            device.address = fields.required(
                "address", of: "device \(name)", at: key.place, help: "write address: auto, or the address itself", reporting: &problems
            )
            .flatMap { address($0) }
            device.mac = mac(fields, of: name)
            device.lan = lan(fields["lan"], for: device.address, of: "device \(name)", key: key, path: device.path)
            device.aliases = aliases(fields["aliases"])
            if known == nil { refuse(key, in: \.devices); continue }
            names.devices.add(name.description, Reference(plan.devices.count), at: key)
            plan.devices.append(device)
        }
    }

    mutating func readVIPs(_ document: Document?) {
        for (key, value) in document?.map(of: "VIPs", reporting: &problems) ?? [] {
            let known = hostKey(key, "VIP", in: \.vips)
            let name = known ?? HostName(joined: key.text)
            if known != nil { checkReserved(name, at: key) }
            let fields = Fields(value, .vip, reporting: &problems)
            var vip = VIP(name: name)
            vip.address = fields.required(
                "address", of: "VIP \(name)", at: key.place, help: "write address: 192.168.0.9", reporting: &problems)?
                .address(reporting: &problems)
            vip.lan = lan(fields["lan"], for: vip.address.map { .declared($0) }, of: "VIP \(name)", key: key, path: vip.path)
            let before = problems.count
            for (node, priority) in fields["nodes"]?.map(of: "nodes with their priority", reporting: &problems) ?? [] {
                let reference = resolve(node, "node", in: \.nodes)
                let number = priority.number("a priority", in: 1...255, reporting: &problems)
                if let reference, let number { vip.members.append(VIP.Member(node: reference, priority: number)) }
            }
            noteNodes(fields, of: vip.path, before)
            vip.routerID = fields["router-id"]?.number("a router-id", in: 1...255, reporting: &problems)
            if known == nil { refuse(key, in: \.vips); continue }
            names.vips.add(name.description, Reference(plan.vips.count), at: key)
            plan.vips.append(vip)
        }
    }

    private mutating func mac(_ fields: Fields, of name: HostName) -> MACAddress? {
        let mac = fields["mac"]?.mac(reporting: &problems)
        if mac == nil, fields.has("mac") { plan.refusedMACs.insert(name) }
        return mac
    }

    /// `auto`, or an address.
    mutating func address(_ document: Document) -> Decision<IPv4Address>? {
        document.addressOrAuto(reporting: &problems)
    }

    /// The LAN that is named; else the only one, or the one whose subnet holds the address.
    mutating func lan(
        _ document: Document?, for address: Decision<IPv4Address>?, of noun: @autoclosure () -> String, key: Document,
        path: @autoclosure () -> PlanPath
    )
        -> Reference<LAN>?
    {
        if let document {
            let lan = resolve(document, "LAN", in: \.lans)
            if lan == nil { plan.refusedLANs.insert(path()) }
            return lan
        }
        if names.lans.names.count == 1 { return plan.lans.isEmpty ? nil : Reference(0) }
        switch address {
        case nil: return nil
        case .declared(let address): return plan.lans.firstIndex { $0.subnet.contains(address) }.map { Reference($0) }
        case .open:
            let known = plan.lans.map(\.name.description)
            // Of a LAN that could not be read, it may be that one.
            guard names.lans.names.count == known.count else { return nil }
            if known.isEmpty {
                problems.report(
                    .missingKey, at: key.place, "\(noun()) has 'address: auto', and the plan has no LAN to take an address from",
                    help: "declare its LAN in 'lans'")
            } else {
                problems.report(
                    .missingKey, at: key.place, "\(noun()) has 'address: auto', and the plan has several LANs: it needs the key 'lan'",
                    help: "write \(Spelling.list(known.map { "lan: \($0)" }))")
            }
            return nil
        }
    }
}
