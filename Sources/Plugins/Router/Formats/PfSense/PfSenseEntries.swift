internal import NetPlan
internal import XML

/// A LAN's entries in pfSense's configuration (xmlparse.inc, services_dhcp.php).
struct PfSenseEntries {
    let sheet: ReservationSheet

    private var ranges: [AddressRange<IPv4Address>] { sheet.leases(in: .pfsense).ranges }

    /// The interface's own range: pfSense has one, and pools beside it.
    var range: XMLElement? { ranges.first.map(Self.range) }

    var pools: [XMLElement] {
        ranges.dropFirst().map { XMLElement("pool", children: [Self.range($0), Self.remark(sheet.remark(on: $0.text))]) }
    }

    var staticMaps: [XMLElement] {
        sheet.reservations.map { reservation in
            // A host name without a domain is wanted, and a qualified one only where it is told apart by it.
            let name = reservation.name
            let host = name.prefix { $0 != "." }
            var children = [
                XMLElement("mac", text: reservation.mac.description), XMLElement("cid"),
                XMLElement("ipaddr", text: reservation.address.description), XMLElement("hostname", text: String(host)),
                Self.remark(sheet.remark(on: name)),
            ]
            if host.count < name.count { children.append(XMLElement("domain", text: String(name.dropFirst(host.count + 1)))) }
            return XMLElement("staticmap", children: children)
        }
    }

    private static func range(_ range: AddressRange<IPv4Address>) -> XMLElement {
        XMLElement(
            "range",
            children: [XMLElement("from", text: range.lowerBound.description), XMLElement("to", text: range.upperBound.description)])
    }

    /// pfSense writes descriptions as CDATA, encodes them for HTML inside it, and decodes every text once more than XML does.
    private static func remark(_ text: String) -> XMLElement {
        let encoded = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#039;")
        return XMLElement("descr", [:], [.cdata(encoded)])
    }
}
