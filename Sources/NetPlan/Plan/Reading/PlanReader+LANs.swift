extension PlanReader {
    mutating func readLANs(_ document: Document?) {
        for (key, value) in document?.map(of: "LANs", reporting: &problems) ?? [] {
            let known = hostKey(key, "LAN", in: \.lans)
            let name = known ?? HostName(joined: key.text)
            let fields = Fields(value, .lan, reporting: &problems)
            let subnet = fields.required(
                "subnet", of: "LAN \(name)", at: key.place, help: "write subnet: 192.168.0.0/24", reporting: &problems)?
                .prefix(IPv4Address.self, reporting: &problems)
            // Read in any case, so that its other faults are found too.
            var lan = LAN(name: name, subnet: subnet ?? Prefix(around: IPv4Address(bits: 0), length: 0))
            let saysServer = read(fields, into: &lan)
            guard subnet != nil, known != nil else {
                refuse(key, in: \.lans)
                plan.hasUnreadableLANs = true
                continue
            }
            names.lans.add(name.description, Reference(plan.lans.count), at: key)
            if saysServer { names.lansWithServer.insert(Reference(plan.lans.count)) }
            plan.lans.append(lan)
        }
    }

    /// Returns whether the plan says who leases.
    private mutating func read(_ fields: Fields, into lan: inout LAN) -> Bool {
        lan.subnet6 = fields["subnet6"]?.prefix(IPv6Address.self, reporting: &problems)
        lan.gateway = fields["gateway"]?.address(reporting: &problems)
        if fields.has("gateway"), lan.gateway == nil { plan.refusedGateways.insert(lan.name) }
        lan.vlan = fields["vlan"]?.number("a VLAN", in: 1...4094, reporting: &problems)
        lan.mtu = fields["mtu"]?.number("an MTU", in: 68...65535, reporting: &problems) ?? lan.mtu
        lan.interface = fields["interface"].flatMap { interface($0) } ?? lan.interface
        let saysServer = readDHCP(fields["dhcp"], into: &lan)
        readReserved(fields["reserved"], into: &lan)
        if let slices = fields["slices"] {
            let fields = Fields(slices, .slices, reporting: &problems)
            lan.sliceSize = fields["size"]?.number("the size of a slice", in: 1...32, reporting: &problems) ?? lan.sliceSize
            lan.sliceEnd =
                fields["from"]?.choice(AddressSet<IPv4Address>.End.self, "the end that slices are cut from", reporting: &problems)
                ?? lan.sliceEnd
        }
        return saysServer
    }

    private mutating func readDHCP(_ document: Document?, into lan: inout LAN) -> Bool {
        guard let document else { return false }
        let fields = Fields(document, .lanDHCP, reporting: &problems)
        lan.server = fields["server"]?.choice(LAN.Server.self, "the DHCP server", reporting: &problems) ?? lan.server
        lan.ranges = ranges(fields["ranges"])
        lan.lease = fields["lease"].map { lease($0) } ?? lan.lease
        return fields.has("server")
    }

    private mutating func ranges(_ document: Document?) -> [Listed<AddressRange<IPv4Address>>] {
        var ranges: [Listed<AddressRange<IPv4Address>>] = []
        for (index, element) in (document?.list(of: "ranges", reporting: &problems) ?? []).enumerated() {
            if let range = element.range(reporting: &problems) { ranges.append(Listed(range, at: index)) }
        }
        return ranges
    }

    /// `other` has the times that are not given here.
    mutating func lease(_ document: Document, over other: Lease = Lease()) -> Lease {
        let fields = Fields(document, .lease, reporting: &problems)
        var lease = Lease()
        lease.minimum = fields["min"]?.duration(reporting: &problems)
        lease.usual = fields["default"]?.duration(reporting: &problems)
        lease.maximum = fields["max"]?.duration(reporting: &problems)
        checkOrder(lease.over(other), fields)
        return lease
    }

    /// dhcpd 4.4.3 lends for the min where that is over the max, and '-t' says nothing.
    private mutating func checkOrder(_ lease: Lease, _ fields: Fields) {
        let times = [("min", lease.minimum), ("default", lease.usual), ("max", lease.maximum)].compactMap { key, seconds in
            seconds.map { (key: key, seconds: $0) }
        }
        for (less, more) in zip(times, times.dropFirst()) where less.seconds > more.seconds {
            // What is wrong between two inherited ones is said where they stand.
            guard let document = fields[more.key] ?? fields[less.key] else { continue }
            let (short, long) = ("(\(Spelling.duration(more.seconds)))", "(\(Spelling.duration(less.seconds)))")
            problems.report(
                .invalidDuration, at: document.place,
                fields.has(more.key)
                    ? "'\(more.key)' \(short) is shorter than \(fields.has(less.key) ? "" : "the LAN's ")'\(less.key)' \(long)"
                    : "'\(less.key)' \(long) is longer than the LAN's '\(more.key)' \(short)",
                help: "a lease's min is its shortest time, then comes default, then max")
            return
        }
    }

    private mutating func readReserved(_ document: Document?, into lan: inout LAN) {
        for (index, element) in (document?.list(of: "reserved ranges", reporting: &problems) ?? []).enumerated() {
            let fields = Fields(element, .reserved, reporting: &problems)
            let range = fields.required(
                "range", of: "a reserved range", at: element.place, help: "write range: 192.168.0.240-192.168.0.247", reporting: &problems)
            let note = fields["note"].flatMap { $0.kind == .empty ? "" : $0.string(reporting: &problems) } ?? ""
            if let range = range?.range(reporting: &problems) { lan.reserved.append(LAN.Reserved(range: range, note: note, index: index)) }
        }
    }

    /// Reads the LANs' DNS servers, once everything that they may name is known.
    mutating func readNameServers(_ document: Document?) {
        guard let document, document.kind == .map else { return }
        for (key, value) in document.entries where key.kind == .text && value.kind == .map {
            guard case .some(.some(let lan)) = names.lans[key.text.lowercased()] else { continue }
            for (field, list) in value.entries where field.kind == .text && field.text == "dns" {
                plan.lans[lan.index].dns = nameServers(list)
            }
        }
    }

    /// Addresses, and names of nodes, devices and services.
    mutating func nameServers(_ document: Document) -> [Listed<DNSServer>] {
        var servers: [Listed<DNSServer>] = []
        for (index, element) in document.list(of: "DNS servers", reporting: &problems).enumerated() {
            if let server = nameServer(element) { servers.append(Listed(server, at: index)) }
        }
        return servers
    }

    private mutating func nameServer(_ element: Document) -> DNSServer? {
        switch element.addressOrName("a DNS server", reporting: &problems) {
        case nil: return nil
        case .address(let address): return .address(address)
        case .name: break
        }
        let text = element.text.lowercased()
        if let node = names.nodes[text] { return node.map(DNSServer.node) }
        if let device = names.devices[text] { return device.map(DNSServer.device) }
        guard let known = names.services[text] else {
            reportUnknown(
                element, "node, device or service",
                among: names.nodes.names, names.services.names, names.devices.names)
            return nil
        }
        guard let service = known else { return nil }
        if plan[service].addresses.isEmpty {
            problems.report(
                .unknownName, at: element.place, "the service '\(text)' has no address of its own, so it can't be a DNS server",
                help: "give it 'address: auto' on a macvlan, or name a node")
            return nil
        }
        return .service(service)
    }

    /// A Linux interface name: at most 15 bytes; ours to hand to a shell and to Docker.
    mutating func interface(_ document: Document) -> String? {
        guard let name = document.string(reporting: &problems) else { return nil }
        let isPlain = name.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || "._-".utf8.contains(byte)
        }
        if isPlain, (1...15).contains(name.utf8.count), ![".", ".."].contains(name), !name.hasPrefix("-") { return name }
        problems.report(
            .invalidName, at: document.place, "'\(name)' is not the name of a network interface: 1 to 15 letters, digits, '.', '_' or '-'",
            help: "write it as 'ip link' shows it: it looks like eth0 or eth0.50")
        return nil
    }
}
