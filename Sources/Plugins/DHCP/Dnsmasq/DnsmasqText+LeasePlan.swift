internal import NetPlan

extension DnsmasqText {
    /// The LANs that dnsmasq serves. Its options find their machines by tags: those of a LAN's ranges yield to those of a group.
    mutating func append(_ leases: LeasePlan, slices: [Slice]) {
        newline()
        buffer.append(line: "dhcp-authoritative")
        option("domain", leases.domain.description)
        for subnet in leases.subnets {
            newline()
            append(subnet)
            for slice in slices where slice.lan == subnet.lan { withhold(slice.prefix) }
        }
        for group in leases.groups {
            newline()
            append(group, in: leases)
        }
        if !leases.hosts.isEmpty { newline() }
        append(leases.hosts)
    }

    private static func tag(of subnet: LeasePlan.Subnet) -> String { "lan-\(subnet.name)" }
    private static func tag(of group: LeasePlan.Group) -> String { "group-\(group.name)" }
    private static func tag(of known: LeasePlan.Class) -> String { "class-\(known.name)" }

    private mutating func append(_ subnet: LeasePlan.Subnet) {
        let tag = Self.tag(of: subnet)
        for known in subnet.classes {
            let octets = [known.macPrefix.description] + Array(repeating: "*", count: 6 - known.macPrefix.octets)
            option("dhcp-mac", "set:\(Self.tag(of: known)),\(octets.joined(separator: ":"))")
        }
        // Where a machine with an address of its own is at home, whatever class it is of.
        option("dhcp-range", "set:\(tag),\(subnet.prefix.first),static,\(tail(subnet))")
        let others = subnet.classes.map { "tag:!\(Self.tag(of: $0))," }.joined()
        for range in subnet.ranges { append(range, "\(others)set:\(tag),", subnet) }
        for known in subnet.classes { for range in known.ranges { append(range, "tag:\(Self.tag(of: known)),set:\(tag),", subnet) } }
        // Without a value it is not sent: dnsmasq would give itself for a router.
        option("dhcp-option", (["tag:\(tag)", "option:router"] + subnet.options.routers.map(\.description)).joined(separator: ","))
        append(subnet.options, for: tag, unless: nil)
        if subnet.mtu != 1500 { option("dhcp-option", "tag:\(tag),option:mtu,\(subnet.mtu)") }
    }

    private func tail(_ subnet: LeasePlan.Subnet) -> String { "\(subnet.prefix.mask),\(LeaseTimes(subnet.options.lease).usual)" }

    private mutating func append(_ range: AddressRange<IPv4Address>, _ tags: String, _ subnet: LeasePlan.Subnet) {
        option("dhcp-range", "\(tags)\(range.lowerBound),\(range.upperBound),\(tail(subnet))")
    }

    /// What is told to whoever has the tag, as far as that is not told anyway.
    private mutating func append(_ options: LeasePlan.Options, for tag: String, unless inherited: LeasePlan.Options?) {
        func option(_ name: String, _ addresses: [IPv4Address], _ others: [IPv4Address]?) {
            if addresses.isEmpty || addresses == others { return }
            self.option("dhcp-option", "tag:\(tag),option:\(name),\(addresses.map(\.description).joined(separator: ","))")
        }
        if let inherited {
            option("router", options.routers, inherited.routers)
            option("netmask", [options.mask], [inherited.mask])
            if options.domain != inherited.domain { self.option("dhcp-option", "tag:\(tag),option:domain-name,\(options.domain)") }
        }
        option("dns-server", options.dns, inherited?.dns)
    }

    /// A line without anybody who could ask for it keeps an address from everybody: even where a range is added by hand.
    private mutating func withhold(_ slice: Prefix<IPv4Address>) {
        var next: IPv4Address? = slice.first
        while let address = next, slice.contains(address) {
            buffer.append("dhcp-host=")
            buffer.append(address)
            buffer.newline()
            next = address.next
        }
    }

    private mutating func append(_ group: LeasePlan.Group, in leases: LeasePlan) {
        let (tag, subnet) = (Self.tag(of: group), leases.subnet(of: group))
        append(group.options, for: tag, unless: subnet?.options)
        if group.filename != nil || group.nextServer != nil {
            let file = group.filename.map(Self.quoted) ?? ""
            option("dhcp-boot", "tag:\(tag),\(file)" + (group.nextServer.map { ",,\($0)" } ?? ""))
        }
        let usual = LeaseTimes(group.options.lease).usual
        let isOwn = subnet.map { LeaseTimes($0.options.lease).usual } != usual
        append(group.hosts, tags: "set:\(tag),", time: isOwn ? ",\(usual)" : "")
    }

    /// One line for each host: byte by byte, for there may be many.
    private mutating func append(_ hosts: [LeasePlan.Host], tags: String = "", time: String = "") {
        for host in hosts {
            buffer.append("dhcp-host=")
            buffer.append(host.mac)
            buffer.append(ascii: ",")
            buffer.append(tags)
            buffer.append(host.address)
            buffer.append(ascii: ",")
            buffer.append(host.hostname.isQualified ? host.hostname.short : host.hostname.description)
            buffer.append(time)
            buffer.newline()
        }
    }
}
