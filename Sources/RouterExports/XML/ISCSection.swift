internal import NetPlan
internal import XML

/// The `<dhcpd>` of pfSense and of OPNsense before 26.1: an element for each interface (pfsense, src/etc/inc/services.inc).
enum ISCSection {
    /// Whether any interface leases.
    static func add(_ root: XMLElement, _ interfaces: RouterInterfaces, to draft: inout ExportDraft, isOn: (XMLElement) -> Bool) -> Bool {
        var leases = false
        for served in root.child("dhcpd")?.children ?? [] where isOn(served) {
            leases = true
            if let router = served.value("gateway") {
                draft.addGateway(router, line: served.line(of: "gateway"))
            } else if let interface = interfaces[served.name] {
                draft.configuration.gateways.append(.init(interface.address, line: interface.line))
            }
            for range in served.children("range") + served.children("pool").flatMap({ $0.children("range") }) {
                // A new pool is written with nothing in it.
                guard let first = range.value("from"), let last = range.value("to") else { continue }
                draft.addRange(first, last, line: range.line(of: "from"))
            }
            for host in served.children("staticmap") {
                // Without an address it only lets the MAC in.
                guard let address = host.value("ipaddr") else { continue }
                let macs = host.value("mac").map { [$0] } ?? []
                draft.addReservation(address, macs, name: host.value("hostname"), line: host.line(of: "ipaddr"))
            }
        }
        return leases
    }
}
