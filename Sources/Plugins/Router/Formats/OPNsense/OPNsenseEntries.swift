internal import NetPlan
internal import XML

/// A LAN's entries in OPNsense's configuration (core 26.1: the models of Dnsmasq, Kea and Unbound).
struct OPNsenseEntries {
    let sheet: ReservationSheet

    private func id(_ kind: String, _ name: some CustomStringConvertible) -> String {
        EntryID(sheet.site.description, sheet.lan.name.description, kind, name.description).description
    }

    /// A name's first label, and what it is below.
    private func parts(of name: String) -> (host: String, domain: String) {
        guard let dot = name.firstIndex(of: ".") else { return (name, sheet.domain.description) }
        return (String(name[..<dot]), String(name[name.index(after: dot)...]))
    }

    /// dnsmasq's hosts: a reservation and a name at once.
    var dnsmasqHosts: [XMLElement] {
        sheet.reservations.map { reservation in
            let (host, domain) = parts(of: reservation.name)
            return XMLElement(
                "hosts", ["uuid": id("dnsmasq-host", reservation.name)],
                children: [
                    XMLElement("host", text: host), XMLElement("domain", text: domain),
                    XMLElement("ip", text: reservation.address.description), XMLElement("hwaddr", text: reservation.mac.description),
                    XMLElement("ignore", text: "0"), XMLElement("descr", text: sheet.remark(on: reservation.name)),
                ])
        }
    }

    /// dnsmasq's ranges, on an interface by its name in the configuration: `lan`, `opt1`.
    func dnsmasqRanges(on interface: String) -> [XMLElement] {
        sheet.leases(in: .opnsense).ranges.map { range in
            var children = [
                XMLElement("interface", text: interface), XMLElement("start_addr", text: range.lowerBound.description),
                XMLElement("end_addr", text: range.upperBound.description),
            ]
            if let lease = sheet.lan.lease.usual { children.append(XMLElement("lease_time", text: String(lease))) }
            children.append(XMLElement("domain_type", text: "range"))
            children.append(XMLElement("description", text: sheet.remark(on: range.text)))
            return XMLElement("dhcp_ranges", ["uuid": id("dnsmasq-range", range.lowerBound)], children: children)
        }
    }

    /// Kea's name for the LAN's subnet, where it has none yet.
    var keaSubnetID: String { id("kea-subnet", sheet.lan.subnet) }

    /// The text of a subnet's pools: a line each.
    var keaPools: String { sheet.leases(in: .opnsenseKea).ranges.map(\.text).joined(separator: "\n") }

    var keaSubnet: XMLElement {
        var options = [XMLElement("domain_name", text: sheet.domain.description)]
        if let gateway = sheet.lan.gateway { options.append(XMLElement("routers", text: gateway.description)) }
        if !sheet.dns.isEmpty {
            options.append(XMLElement("domain_name_servers", text: sheet.dns.map(\.description).joined(separator: ",")))
        }
        return XMLElement(
            "subnet4", ["uuid": keaSubnetID],
            children: [
                XMLElement("subnet", text: sheet.lan.subnet.description), XMLElement("option_data_autocollect", text: "0"),
                XMLElement("option_data", children: options), XMLElement("match-client-id", text: "1"),
                XMLElement("pools", text: keaPools), XMLElement("description", text: sheet.marker),
            ])
    }

    /// Kea's reservations; each names its subnet by that entry's UUID.
    func keaReservations(in subnet: String) -> [XMLElement] {
        sheet.reservations.map { reservation in
            XMLElement(
                "reservation", ["uuid": id("kea-reservation", reservation.name)],
                children: [
                    XMLElement("subnet", text: subnet), XMLElement("ip_address", text: reservation.address.description),
                    XMLElement("hw_address", text: reservation.mac.description),
                    XMLElement("hostname", text: parts(of: reservation.name).host),
                    XMLElement("description", text: sheet.remark(on: reservation.name)),
                ])
        }
    }

    /// Unbound's host overrides: every name that the hosts files have for an address of the LAN.
    var unboundHosts: [XMLElement] {
        sheet.allocation.namedAddresses().flatMap { entry -> [XMLElement] in
            let isHere =
                switch entry.address {
                case .v4(let address): sheet.lan.subnet.contains(address)
                case .v6(let address): sheet.lan.subnet6?.contains(address) ?? false
                }
            if !isHere { return [] }
            // Unbound adds the domain to none of them: those without a dot are for hosts files.
            return entry.names.filter { $0.contains(".") }.enumerated().map { index, name in
                unboundHost(name, entry.address, isFirst: index == 0)
            }
        }
    }

    private func unboundHost(_ name: String, _ address: IPAddress, isFirst: Bool) -> XMLElement {
        let (host, domain) = parts(of: name)
        return XMLElement(
            "host", ["uuid": id("unbound-host", "\(name) \(address)")],
            children: [
                XMLElement("enabled", text: "1"), XMLElement("hostname", text: host), XMLElement("domain", text: domain),
                XMLElement("rr", text: address.v4 == nil ? "AAAA" : "A"), XMLElement("server", text: address.description),
                // An address has one name when it is looked up backwards.
                XMLElement("addptr", text: isFirst ? "1" : "0"), XMLElement("description", text: sheet.remark(on: name)),
            ])
    }
}
