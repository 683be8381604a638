internal import NetPlan
internal import XML

extension RouterBackup {
    mutating func mergeDnsmasq(_ sheet: ReservationSheet) throws(Refusal) {
        let entries = OPNsenseEntries(sheet: sheet)
        let ranges = entries.dnsmasqRanges(on: try interface(in: sheet.lan))
        let unit = unit
        try document.root.edit(["dnsmasq"], by: unit) { (dnsmasq, depth) throws(Refusal) in
            dnsmasq.remove { entry in
                switch entry.name {
                case "hosts": sheet.isOurs(entry.child("descr")?.text ?? "")
                case "dhcp_ranges": sheet.isOurs(entry.child("description")?.text ?? "")
                default: false
                }
            }
            var foreign = ForeignEntries(beside: sheet)
            for host in dnsmasq.children("hosts") {
                // Without a MAC it is a name, and reserves nothing.
                try foreign.add(macs: host.list("hwaddr"), addresses: host.child("hwaddr") == nil ? [] : host.list("ip"))
            }
            for range in dnsmasq.children("dhcp_ranges") {
                try foreign.check(range.child("start_addr")?.text, range.child("end_addr")?.text)
            }
            let hosts = zip(sheet.reservations, entries.dnsmasqHosts).filter { !foreign.present.contains($0.0.name) }.map(\.1)
            dnsmasq.append(hosts + ranges, by: unit, depth: depth)
        }
    }

    mutating func mergeKea(_ sheet: ReservationSheet) throws(Refusal) {
        let entries = OPNsenseEntries(sheet: sheet)
        let unit = unit
        var subnetID = entries.keaSubnetID
        var foreign = ForeignEntries(beside: sheet)
        let path = ["OPNsense", "Kea", "dhcp4"]
        try document.root.edit(path + ["subnets"], by: unit) { (subnets, depth) throws(Refusal) in
            let isHere = { (entry: XMLElement) in entry.name == "subnet4" && entry.child("subnet")?.text == sheet.lan.subnet.description }
            guard let subnet = subnets.children.first(where: isHere) else {
                return subnets.append([entries.keaSubnet], by: unit, depth: depth)
            }
            if let id = subnet.attribute("uuid") { subnetID = id }
            if entries.keaPools.isEmpty {
                for pool in subnet.child("pools")?.text.split(separator: "\n") ?? [] { try foreign.check(pool: String(pool)) }
                return
            }
            subnets.content = subnets.content.map { node in
                guard case .element(var element) = node, isHere(element) else { return node }
                element.edit(["pools"], by: unit, depth: depth + 1) { pools, _ in pools.content = [.text(entries.keaPools)] }
                return .element(element)
            }
        }
        try document.root.edit(path + ["reservations"], by: unit) { (reservations, depth) throws(Refusal) in
            reservations.remove { $0.name == "reservation" && sheet.isOurs($0.child("description")?.text ?? "") }
            for entry in reservations.children("reservation") where entry.child("subnet")?.text == subnetID {
                try foreign.add(macs: entry.list("hw_address"), addresses: entry.list("ip_address"))
            }
            let missing = zip(sheet.reservations, entries.keaReservations(in: subnetID)).filter { !foreign.present.contains($0.0.name) }
            reservations.append(missing.map(\.1), by: unit, depth: depth)
        }
    }

    mutating func mergeUnbound(_ sheet: ReservationSheet) {
        let unit = unit
        document.root.edit(["OPNsense", "unboundplus", "hosts"], by: unit) { hosts, depth in
            hosts.remove { $0.name == "host" && sheet.isOurs($0.child("description")?.text ?? "") }
            hosts.append(OPNsenseEntries(sheet: sheet).unboundHosts, by: unit, depth: depth)
        }
    }
}

extension XMLElement {
    /// The values of a list field: OPNsense writes them with commas between.
    fileprivate func list<Value: LosslessStringConvertible>(_ name: String) -> [Value] {
        child(name)?.text.split { $0 == "," || $0.isWhitespace }.compactMap { Value(String($0)) } ?? []
    }
}

extension ForeignEntries {
    /// A pool of Kea's: two addresses with a dash between them, or a prefix.
    fileprivate func check(pool: String) throws(RouterBackup.Refusal) {
        let ends = pool.split(separator: "-").map { $0.trimmingSpace() }
        if ends.count == 2 { return try check(ends[0], ends[1]) }
        let parts = pool.trimmingSpace().split(separator: "/")
        guard parts.count == 2, let address = IPv4Address(String(parts[0])), let length = Int(parts[1]), (0...32).contains(length) else {
            return
        }
        try check(Prefix(around: address, length: length).range)
    }
}

extension StringProtocol {
    fileprivate func trimmingSpace() -> String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
