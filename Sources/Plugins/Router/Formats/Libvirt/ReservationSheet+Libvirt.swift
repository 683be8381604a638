internal import NetPlan
internal import XML

extension ReservationSheet {
    /// A whole network for `virsh net-define`, the host its router. libvirt finds a free bridge by itself.
    func libvirt() -> TextBuffer {
        let ranges = leases(in: .libvirt).ranges.map { range in
            XMLElement("range", ["start": range.lowerBound.description, "end": range.upperBound.description])
        }
        let hosts = reservations.map { reservation in
            XMLElement(
                "host", ["mac": reservation.mac.description, "name": reservation.name, "ip": reservation.address.description])
        }
        let address = XMLElement(
            "ip", ["address": lan.gateway?.description, "prefix": String(lan.subnet.length)],
            children: ranges.isEmpty && hosts.isEmpty ? [] : [XMLElement("dhcp", children: ranges + hosts)])
        let root = XMLElement(
            "network",
            children: [
                XMLElement("name", text: lan.name.description), XMLElement("forward", ["mode": "nat"]),
                XMLElement("domain", ["name": domain.description]), address,
            ])
        return TextBuffer(XMLWriter.bytes(of: XMLDocument(root.indented())))
    }
}
