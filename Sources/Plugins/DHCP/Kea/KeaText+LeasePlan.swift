internal import NetPlan

extension KeaText {
    /// An option of DHCP by Kea's name for it.
    struct Option: Equatable {
        let name: String
        /// Addresses and host names: nothing that JSON would escape.
        let data: String
    }

    /// Addresses to lend, and to whom.
    struct Pool {
        let range: AddressRange<IPv4Address>
        /// The client class that may have them; nil for everybody.
        let members: String?
    }

    struct Reservation {
        let host: LeasePlan.Host
        /// What its group says of it, as more keys of the object: made once for all of them.
        var ofGroup = ""
    }

    func options(of subnet: LeasePlan.Subnet) -> [Option] {
        var options = Self.options(subnet.options)
        if let broadcast = subnet.prefix.broadcast { options.append(Option(name: "broadcast-address", data: broadcast.description)) }
        if subnet.mtu != 1500 { options.append(Option(name: "interface-mtu", data: String(subnet.mtu))) }
        return options
    }

    private static func options(_ options: LeasePlan.Options) -> [Option] {
        var known: [Option] = []
        func add(_ name: String, _ addresses: [IPv4Address]) {
            if !addresses.isEmpty { known.append(Option(name: name, data: addresses.map(\.description).joined(separator: ", "))) }
        }
        add("routers", options.routers)
        add("subnet-mask", [options.mask])
        known.append(Option(name: "domain-name", data: options.domain.description))
        add("domain-name-servers", options.dns)
        return known
    }

    /// Strangers known by their MAC first; then, where a LAN has any, those that are not: a pool admits one class. Last the groups
    /// that lend for times of their own, which Kea keeps with a class and not with a reservation.
    func classes(of leases: LeasePlan) -> [String] {
        var classes: [String] = []
        for subnet in leases.subnets {
            for known in subnet.classes {
                let prefix = known.macPrefix.description.filter { $0 != ":" }
                classes.append(
                    "{\"name\": \"\(known.name)\", \"test\": \"substring(pkt4.mac, 0, \(known.macPrefix.octets)) == 0x\(prefix)\"}")
            }
        }
        for subnet in leases.subnets where !subnet.classes.isEmpty {
            let members = subnet.classes.map { "member('\($0.name)')" }.joined(separator: " or ")
            classes.append("{\"name\": \"\(Self.others(in: subnet))\", \"test\": \"not (\(members))\"}")
        }
        for group in leases.groups where hasOwnTimes(group, in: leases) {
            classes.append("{\"name\": \"\(Self.name(of: group))\", \(Self.text(LeaseTimes(group.options.lease)))}")
        }
        return classes
    }

    /// With a blank, which no class of a plan has in its name.
    private static func others(in subnet: LeasePlan.Subnet) -> String { "others in \(subnet.name)" }
    private static func name(of group: LeasePlan.Group) -> String { "group \(group.name)" }

    func pools(of subnet: LeasePlan.Subnet) -> [Pool] {
        let general = subnet.ranges.map { Pool(range: $0, members: subnet.classes.isEmpty ? nil : Self.others(in: subnet)) }
        return general + subnet.classes.flatMap { known in known.ranges.map { Pool(range: $0, members: known.name.description) } }
    }

    /// The groups' hosts. What a group says must stand with each of them: a class's options would lose to the subnet's.
    func members(of leases: LeasePlan) -> [Reservation] {
        leases.groups.flatMap { group -> [Reservation] in
            let text = keys(of: group, in: leases)
            return group.hosts.map { Reservation(host: $0, ofGroup: text) }
        }
    }

    private func keys(of group: LeasePlan.Group, in leases: LeasePlan) -> String {
        var text = TextBuffer()
        if hasOwnTimes(group, in: leases) { text.append(", \"client-classes\": [\"\(Self.name(of: group))\"]") }
        if let server = group.nextServer { text.append(", \"next-server\": \"\(server)\"") }
        if let filename = group.filename {
            text.append(", \"boot-file-name\": ")
            text.append(json: filename)
        }
        let inherited = leases.subnet(of: group).map { Self.options($0.options) } ?? []
        let own = Self.options(group.options).filter { !inherited.contains($0) }
        if !own.isEmpty {
            let options = own.map { "{\"name\": \"\($0.name)\", \"data\": \"\($0.data)\"}" }
            text.append(", \"option-data\": [\(options.joined(separator: ", "))]")
        }
        return String(text)
    }

    private func hasOwnTimes(_ group: LeasePlan.Group, in leases: LeasePlan) -> Bool {
        leases.subnet(of: group).map { LeaseTimes($0.options.lease) } != LeaseTimes(group.options.lease)
    }
}
