internal import NetPlan

/// What Pi-hole can't be told (FTL 6.4, by its source).
enum PiholeLimits {
    /// The longest argument that Linux hands to a program, its end included (MAX_ARG_STRLEN).
    private static let longestArgument = 131_072

    /// Its API reads no more of a request (MAX_PAYLOAD_BYTES).
    private static let longestRequest = 65_534

    /// The records that it can be told. What can't is reported.
    static func taken(of records: [ResourceRecord], in plan: Plan, reporting problems: inout Diagnostics) -> [ResourceRecord] {
        let known = DnsmasqLimits.known(of: records)
        var reported: Set<DomainName> = []
        return records.filter { record in
            if case .text = record.value {
                problems.report(
                    .targetLimit, at: .value(record.namePath(in: plan) ?? PlanPath("outputs", "pihole")), "Pi-hole has no TXT records",
                    help: "let dnsmasq, BIND or unbound answer for \(record.name)")
                return false
            }
            if record.name.isWildcard {
                if reported.insert(record.name).inserted {
                    problems.report(
                        .targetLimit, at: .value(record.namePath(in: plan) ?? PlanPath("outputs", "pihole")),
                        "Pi-hole has no wildcards, and \(record.name) is one", help: "write each name below \(record.name.base)")
                }
                return false
            }
            return DnsmasqLimits.takes(record, knowing: known, by: "Pi-hole", reporting: &problems)
        }
    }

    /// What it is told to lease, and how it is told: one range, with single addresses left out. It takes none that holds the gateway, or
    /// that begins or ends in .0 or .255.
    static func told(of subnet: LeasePlan.Subnet, in plan: Plan, reporting problems: inout Diagnostics) -> Leases {
        let router = subnet.options.routers.first
        let below = AddressSet(subnet.ranges.filter { range in router.map { range.upperBound < $0 } ?? true })
        let above = AddressSet(subnet.ranges).subtracting(below)
        var part = below.count < above.count ? above : below
        while let end = [part.ranges.first?.lowerBound, part.ranges.last?.upperBound].compactMap(\.self).first(where: isRound) {
            part = part.subtracting(AddressSet([end...end]))
        }
        let told = Leases(subnet.ranges, by: .exclusionsInRange, within: part)
        let path = plan[subnet.lan].path
        if let loss = told.loss(to: "Pi-hole", in: subnet.name) {
            problems.report(
                .targetLimit, told.span == nil ? .error : nil, at: .value(path["dhcp"]["ranges"]), loss,
                help: "keep what may be leased on one side of the gateway, from no .0 and to no .255")
        }
        let servers = plan[subnet.lan].dns
        if subnet.options.dns.count > 1, servers.count == 1, let name = servers.first.flatMap({ plan.name(of: $0.value) }) {
            let addresses = Spelling.list(subnet.options.dns.map(\.description), "and")
            problems.report(
                .targetLimit, at: .value(path["dns"]),
                "\(name) has \(subnet.options.dns.count) addresses, \(addresses): clients are told only that of the Pi-hole that leases",
                help: "write the address of that one alone, or let dhcpd, Kea or dnsmasq serve the LAN")
        } else if subnet.options.dns.count > 1 {
            problems.report(
                .targetLimit, at: .value(path["dns"]), "Pi-hole tells its clients no DNS server but itself",
                help: "name Pi-hole alone, or let dhcpd, Kea or dnsmasq serve the LAN")
        }
        if subnet.mtu != 1500 {
            problems.report(
                .targetLimit, at: .value(path["mtu"]), "Pi-hole tells its clients no MTU", help: "let dhcpd, Kea or dnsmasq serve the LAN")
        }
        return told
    }

    private static func isRound(_ address: IPv4Address) -> Bool { [0, 255].contains(address.bits & 255) }

    /// Whether there can be calls, and whether there can be a request: an error where there is neither.
    static func takes(
        _ settings: PiholeSettings, _ request: TextBuffer, reporting problems: inout Diagnostics
    ) -> (calls: Bool, request: Bool) {
        let longest = [settings.hosts, settings.aliases, settings.leases].max { $0.count < $1.count }
        let place = Place.key(PlanPath("outputs", "pihole"))
        let help = "let dnsmasq, BIND or unbound answer for so many names"
        if let longest, longest.count >= longestArgument {
            problems.report(
                .targetLimit, .error, at: place,
                "\(longest.key) has \(longest.count) bytes: Pi-hole can be given \(longestArgument - 1) in a call, and \(longestRequest) by its API",
                help: help)
            return (false, false)
        }
        if request.bytes.count > longestRequest {
            problems.report(
                .targetLimit, .note, at: place,
                "Pi-hole's API reads \(longestRequest) bytes, and there are \(request.bytes.count): netplan-swarm.sh alone is written",
                help: help)
            return (true, false)
        }
        return (true, true)
    }
}

extension Plan {
    /// What a DNS server is called in the plan; nil for an address.
    fileprivate func name(of server: DNSServer) -> String? {
        switch server {
        case .address: nil
        case .node(let node): self[node].name.description
        case .device(let device): self[device].name.description
        case .service(let service): self[service].name.description
        }
    }
}
