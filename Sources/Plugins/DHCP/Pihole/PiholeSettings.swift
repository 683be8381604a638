internal import NetPlan

/// What Pi-hole is told: settings by their names in pihole.toml. Each is replaced as a whole, and no other is touched.
struct PiholeSettings {
    /// A setting of one value: an address or a number.
    struct Single {
        let key: String
        let value: String
    }

    private(set) var hosts = PiholeList(key: "dns.hosts")
    private(set) var aliases = PiholeList(key: "dns.cnameRecords")
    /// Empty where Pi-hole leases nowhere: then its own DHCP settings stay as they are.
    private(set) var singles: [Single] = []
    private(set) var leases = PiholeList(key: "dhcp.hosts")

    var leasesNothing: Bool { singles.isEmpty }

    /// A line for each name and address, the owner of an address first: an address is known by the name that comes first.
    mutating func add(_ records: [ResourceRecord]) {
        for record in records {
            switch record.value {
            case .address(let address):
                hosts.append { text in
                    text.append(address)
                    text.append(ascii: " ")
                    text.append(record.name.base)
                    if let short = record.shortName, record.name.base.isQualified {
                        text.append(ascii: " ")
                        text.append(short)
                    }
                }
            case .name(let target):
                aliases.append { $0.append("\(record.name),\(target)\(record.ttl.map { ",\($0)" } ?? "")") }
            case .text: break
            }
        }
    }

    /// Its one range, what is left out of it, and the machines that it knows.
    mutating func add(_ plan: LeasePlan, in subnet: LeasePlan.Subnet, _ told: Leases, slices: [Slice]) {
        guard let range = told.span, let router = subnet.options.routers.first else { return }
        let usual = LeaseTimes(subnet.options.lease).usual
        singles = [
            Single(key: "dhcp.start", value: "\(range.lowerBound)"), Single(key: "dhcp.end", value: "\(range.upperBound)"),
            Single(key: "dhcp.router", value: "\(router)"), Single(key: "dhcp.netmask", value: "\(subnet.options.mask)"),
            Single(key: "dhcp.leaseTime", value: "\(usual)"),
        ]
        for host in plan.hosts where host.lan == subnet.lan { add(host) }
        for group in plan.groups where group.lan == subnet.lan {
            let own = LeaseTimes(group.options.lease).usual
            for host in group.hosts { add(host, time: own == usual ? "" : ",\(own)") }
        }
        // dnsmasq is behind it: an address alone, without anybody who could ask for it, is kept from everybody. Who has one by a line of
        // their own needs none: the same address twice is an error.
        let known = (plan.hosts + plan.groups.flatMap(\.hosts)).map { $0.address...$0.address }
        let ours = slices.filter { $0.lan == subnet.lan }.map(\.prefix.range)
        for range in AddressSet(told.gaps + ours).subtracting(AddressSet(known)).ranges { withhold(range) }
    }

    private mutating func add(_ host: LeasePlan.Host, time: String = "") {
        leases.append { text in
            text.append(host.mac)
            text.append(ascii: ",")
            text.append(host.address)
            text.append(ascii: ",")
            text.append(host.hostname.isQualified ? host.hostname.short : host.hostname.description)
            text.append(time)
        }
    }

    private mutating func withhold(_ range: AddressRange<IPv4Address>) {
        var next: IPv4Address? = range.lowerBound
        while let address = next, range.contains(address) {
            leases.append { $0.append(address) }
            next = address.next
        }
    }
}
