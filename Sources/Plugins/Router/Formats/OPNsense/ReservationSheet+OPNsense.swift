internal import NetPlan
internal import XML

extension ReservationSheet {
    /// dnsmasq's part of OPNsense's configuration.
    func opnsense() -> TextBuffer {
        let entries = OPNsenseEntries(sheet: self)
        return opnsense(
            "dnsmasq", at: ["dnsmasq"], entries.dnsmasqHosts + entries.dnsmasqRanges(on: "lan"),
            remark: "'lan' is what OPNsense calls the interface of this LAN: write yours where it has another name.")
    }

    /// Kea's part of OPNsense's configuration.
    func opnsenseKea() -> TextBuffer {
        let entries = OPNsenseEntries(sheet: self)
        return opnsense(
            "Kea", at: ["OPNsense", "Kea", "dhcp4"],
            [
                XMLElement("subnets", children: [entries.keaSubnet]),
                XMLElement("reservations", children: entries.keaReservations(in: entries.keaSubnetID)),
            ], remark: "Where OPNsense has this subnet already, its UUID belongs into the reservations.")
    }

    /// Unbound's host overrides in OPNsense's configuration: names alone, for whoever leases elsewhere.
    func opnsenseUnbound() -> TextBuffer {
        opnsense(
            "Unbound", at: ["OPNsense", "unboundplus", "hosts"], OPNsenseEntries(sheet: self).unboundHosts,
            remark: "Names alone: it leases nothing.")
    }

    /// A fragment that lies where it lies in a whole configuration, which holds secrets and is never made here.
    private func opnsense(_ part: String, at path: [String], _ entries: [XMLElement], remark: String) -> TextBuffer {
        let element = path.reversed().reduce(entries) { [XMLElement($1, children: $0)] }
        var document = XMLDocument(XMLElement("opnsense", children: element).indented())
        document.before = Self.remarks(on: "OPNsense's \(part)", remark)
        return TextBuffer(XMLWriter.bytes(of: document))
    }

    /// No name stands in them: one may hold two dashes, which end a comment.
    static func remarks(on part: String, _ remarks: String...) -> [XMLNode] {
        [
            .comment(" netplan-swarm: a part of a configuration, for \(part). 'netplan-swarm export' can merge it into a backup. "),
            .comment(" Not verified on a device: written from its source. "),
        ] + remarks.map { .comment(" \($0) ") }
    }
}
