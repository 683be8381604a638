extension PlanReader {
    mutating func readRecords(_ document: Document?) {
        guard let document else { return }
        let fields = Fields(document, .dns, reporting: &problems)
        for (index, element) in (fields["records"]?.list(of: "records", reporting: &problems) ?? []).enumerated() {
            let fields = Fields(element, .record, reporting: &problems)
            let help = "write {name: git.home.arpa, type: A, values: [192.168.0.11]}"
            let name = fields.required("name", of: "a record", at: element.place, help: help, reporting: &problems)
            let type = fields.required("type", of: "a record", at: element.place, help: help, reporting: &problems)
            let values = fields.required("values", of: "a record", at: element.place, help: help, reporting: &problems)
            let ttl = fields["ttl"]?.number("a TTL", in: 0...2_147_483_647, reporting: &problems)
            let kind = type?.choice(Record.Kind.self, "the type of a record", reporting: &problems)
            guard let name = name?.domainName(reporting: &problems), let kind, let values else { continue }
            let domain = plan.domain
            let read = listed(values, of: "values") { element, problems in
                Self.value(element, of: kind, below: domain, reporting: &problems)
            }
            plan.records.append(Record(name: name.qualified(by: domain), kind: kind, values: read, ttl: ttl, index: index))
        }
    }

    private static func value(
        _ document: Document, of kind: Record.Kind, below domain: HostName, reporting problems: inout Diagnostics
    ) -> Record.Value? {
        switch kind {
        case .a: document.address(reporting: &problems).map { .address(.v4($0)) }
        case .aaaa: document.address6(reporting: &problems).map { .address(.v6($0)) }
        case .cname: target(document, reporting: &problems).map { .name($0.qualified(by: domain)) }
        case .txt: document.string(reporting: &problems).map { .text($0) }
        }
    }

    /// What a CNAME points to: a name, and no address (RFC 1035, section 3.3.1).
    private static func target(_ document: Document, reporting problems: inout Diagnostics) -> HostName? {
        if document.kind == .text, IPAddress(document.text) != nil {
            problems.report(
                .invalidName, at: document.place, "a CNAME points to a name, and \(document.text) is an address", help: "write type: A")
            return nil
        }
        return document.hostName(reporting: &problems)
    }

    mutating func readDHCP(_ document: Document?) {
        if let document {
            let fields = Fields(document, .dhcp, reporting: &problems)
            readGroups(fields["groups"])
            readClasses(fields["classes"])
        }
        let named = Set((plan.groups.map(\.lan) + plan.classes.map(\.lan)).compactMap(\.self))
        for lan in named.subtracting(names.lansWithServer) { plan.lans[lan.index].server = .dhcpd }
    }

    private mutating func readGroups(_ document: Document?) {
        for (key, value) in document?.map(of: "groups", reporting: &problems) ?? [] {
            let name = identifierKey(key)
            let fields = Fields(value, .group, reporting: &problems)
            var group = DHCPGroup(name: name ?? Identifier(joined: "group"))
            let hosts = fields.required(
                "hosts", of: "group \(key.text)", at: key.place, help: "write hosts: [ds1, printer] or [all-nodes]", reporting: &problems)
            group.members = hosts.map { members($0) } ?? []
            group.lan = fields["lan"].map { resolve($0, "LAN", in: \.lans) } ?? lan(of: group)
            group.lease = fields["lease"].map { lease($0, over: group.lan.map { plan[$0].lease } ?? Lease()) } ?? Lease()
            group.routers = fields["routers"].map { list in listed(list, of: "addresses") { $0.address(reporting: &$1) } }
            group.maskLength = fields["subnet-mask"].flatMap { mask($0) }
            group.dns = fields["dns"].map { nameServers($0) }
            group.domain = fields["domain"]?.hostName(reporting: &problems)
            group.filename = fields["filename"].flatMap { filename($0) }
            group.nextServer = fields["next-server"]?.address(reporting: &problems)
            if name != nil { plan.groups.append(group) }
        }
    }

    /// It travels in a field of 128 bytes that ends in a NUL (RFC 2131, 2); dhcpd 4.4 refuses one of 10 kB, and cuts others off.
    private mutating func filename(_ document: Document) -> String? {
        guard let name = document.string(reporting: &problems) else { return nil }
        if name.utf8.count < 128 { return name }
        problems.report(
            .invalidName, at: document.place, "a file name of \(name.utf8.count) bytes is too long: DHCP has room for 127",
            help: "serve it by a shorter name")
        return nil
    }

    private mutating func members(_ document: Document) -> [Listed<DHCPGroup.Member>] {
        var members: [Listed<DHCPGroup.Member>] = []
        for (index, element) in document.list(of: "nodes and devices", reporting: &problems).enumerated() {
            guard element.isText(.name(of: "a node or device"), reporting: &problems) else { continue }
            let text = element.text.lowercased()
            if text == "all-nodes" {
                members.append(Listed(.allNodes, at: index))
            } else if let node = names.nodes[text] {
                if let node { members.append(Listed(.node(node), at: index)) }
            } else if let device = names.devices[text] {
                if let device { members.append(Listed(.device(device), at: index)) }
            } else {
                reportUnknown(element, "node or device", among: names.nodes.names, names.devices.names)
            }
        }
        return members
    }

    /// The LAN of a group's first host that has one.
    private func lan(of group: DHCPGroup) -> Reference<LAN>? {
        for member in group.members {
            let lan: Reference<LAN>?
            switch member.value {
            case .node(let node): lan = plan[node].lan
            case .device(let device): lan = plan[device].lan
            case .allNodes: lan = plan.nodes.lazy.compactMap(\.lan).first
            }
            if let lan { return lan }
        }
        return nil
    }

    /// A netmask, as a length: ones, then zeros.
    private mutating func mask(_ document: Document) -> Int? {
        guard let mask = document.address(reporting: &problems) else { return nil }
        if let length = Prefix(mask: mask, around: mask)?.length, length > 0 { return length }
        problems.report(
            .invalidAddress, at: document.place, "\(mask) is not a netmask, which is ones and then zeros in binary",
            help: "a netmask looks like 255.255.255.0")
        return nil
    }

    private mutating func readClasses(_ document: Document?) {
        for (key, value) in document?.map(of: "classes", reporting: &problems) ?? [] {
            let name = identifierKey(key)
            let fields = Fields(value, .dhcpClass, reporting: &problems)
            var dhcpClass = DHCPClass(name: name ?? Identifier(joined: "class"))
            let noun = "class \(key.text)"
            dhcpClass.macPrefix = fields.required(
                "mac-prefix", of: noun, at: key.place, help: "write mac-prefix: \"52:54:00\"", reporting: &problems)?
                .macPrefix(reporting: &problems)
            dhcpClass.range = fields.required(
                "range", of: noun, at: key.place, help: "write range: 192.168.0.200-192.168.0.219", reporting: &problems)?
                .range(reporting: &problems)
            dhcpClass.lan = lan(
                fields["lan"], for: dhcpClass.range.map { .declared($0.lowerBound) }, of: noun, key: key, path: dhcpClass.path)
            if name != nil { plan.classes.append(dhcpClass) }
        }
    }
}
