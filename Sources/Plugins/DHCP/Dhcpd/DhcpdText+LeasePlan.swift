internal import NetPlan

extension DhcpdText {
    /// The server's own settings, then the classes, which must stand before the pools that name them, then the subnets.
    mutating func appendSubnets(of leases: LeasePlan) {
        newline()
        statement("authoritative")
        statement("ddns-update-style none")
        for subnet in leases.subnets {
            for known in subnet.classes { append(known) }
        }
        for subnet in leases.subnets {
            newline()
            append(subnet)
        }
    }

    private mutating func append(_ known: LeasePlan.Class) {
        newline()
        block("class \(Self.quoted(known.name.description))") { text in
            // Byte 0 of `hardware` is the kind of network. Hex in quotes is accepted and matches nobody.
            text.statement("match if substring (hardware, 1, \(known.macPrefix.octets)) = \(known.macPrefix)")
        }
    }

    private mutating func append(_ subnet: LeasePlan.Subnet) {
        block("subnet \(subnet.prefix.first) netmask \(subnet.prefix.mask)") { text in
            text.append(subnet.options, within: .dhcpd)
            text.statement("option broadcast-address", subnet.prefix.broadcast.map { [$0] } ?? [])
            if subnet.mtu != 1500 { text.statement("option interface-mtu \(subnet.mtu)") }
            text.appendPools(of: subnet)
        }
    }

    /// The general ranges need a pool of their own only to keep the members of classes out of it.
    private mutating func appendPools(of subnet: LeasePlan.Subnet) {
        if subnet.classes.isEmpty {
            for range in subnet.ranges { self.range(range) }
            return
        }
        pool(subnet.ranges, permits: subnet.classes.map { "deny members of \(Self.quoted($0.name.description))" })
        for known in subnet.classes {
            pool(known.ranges, permits: ["allow members of \(Self.quoted(known.name.description))"])
        }
    }

    private mutating func pool(_ ranges: [AddressRange<IPv4Address>], permits: [String]) {
        if ranges.isEmpty { return }
        block("pool") { text in
            for permit in permits { text.statement(permit) }
            for range in ranges { text.range(range) }
        }
    }

    /// `outer` are the times that are in force around it.
    private mutating func append(_ options: LeasePlan.Options, within outer: LeaseTimes) {
        let times = LeaseTimes(options.lease)
        // What the plan leaves open is dhcpd's own, unless that is in the way: it lends for no more than a day whatever the default is.
        for (keyword, declared, needed, inherited) in [
            ("min-lease-time", options.lease.minimum, times.minimum, outer.minimum),
            ("default-lease-time", options.lease.usual, times.usual, outer.usual),
            ("max-lease-time", options.lease.maximum, times.maximum, outer.maximum),
        ] where declared != nil || needed != inherited {
            statement("\(keyword) \(needed)")
        }
        statement("option routers", options.routers)
        statement("option subnet-mask", [options.mask])
        statement("option domain-name", quoted: options.domain.description)
        statement("option domain-name-servers", options.dns)
    }

    /// Hosts of no group. A `host` is global wherever it stands: dhcpd finds the subnet by the address.
    mutating func appendHosts(of leases: LeasePlan) {
        if leases.hosts.isEmpty { return }
        newline()
        hosts(leases.hosts, in: leases.domain)
    }

    mutating func appendGroups(of leases: LeasePlan) {
        for group in leases.groups {
            newline()
            block("group \(Self.name(group.name))") { text in
                text.append(group.options, within: leases.subnet(of: group).map { LeaseTimes($0.options.lease) } ?? .dhcpd)
                text.statement("filename", quoted: group.filename)
                text.statement("next-server", group.nextServer.map { [$0] } ?? [])
                text.hosts(group.hosts, in: leases.domain)
            }
        }
    }

    /// dhcpd takes digits for a number where a name is meant (4.4.3-P1): such a name is quoted.
    private static func name(_ name: Identifier) -> String {
        let text = name.description
        return text.utf8.first.map { (0x30...0x39).contains($0) } ?? true ? quoted(text) : text
    }

    mutating func appendInclude(of path: String) {
        newline()
        statement("include", quoted: path)
    }
}
