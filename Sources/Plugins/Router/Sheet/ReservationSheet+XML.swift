internal import NetPlan
internal import XML

extension ReservationSheet {
    /// All that the sheet says, for a program that reads XML: schema/reservation-sheet.xsd is its form.
    func xml() -> TextBuffer {
        var root = XMLElement(
            "reservation-sheet",
            [
                "version": "1", "site": site.description, "lan": lan.name.description, "domain": domain.description,
                "subnet": lan.subnet.description, "gateway": lan.gateway?.description, "vlan": lan.vlan.map(String.init),
                "server": lan.server.rawValue,
            ])
        root.content += dns.map { .element(XMLElement("dns", ["address": $0.description])) }
        root.content += leasable.map { range in
            .element(XMLElement("leasable", ["first": range.lowerBound.description, "last": range.upperBound.description]))
        }
        root.content += reservations.map { reservation in
            .element(
                XMLElement(
                    "reservation",
                    ["name": reservation.name, "mac": reservation.mac.description, "address": reservation.address.description]))
        }
        root.content += exclusions.map { exclusion in
            let (first, last) = (exclusion.range.lowerBound.description, exclusion.range.upperBound.description)
            return .element(XMLElement("exclusion", ["name": exclusion.name, "first": first, "last": last], [.text(exclusion.note)]))
        }
        return TextBuffer(XMLWriter.bytes(of: XMLDocument(root.indented())))
    }
}
