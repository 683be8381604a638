internal import NetPlan
internal import XML

/// Reads OPNsense's config.xml, or a part of it: dnsmasq, Kea, and ISC's dhcpd of older releases; each where it is switched on.
struct OPNsenseReader {
    private let root: XMLElement
    private let interfaces: RouterInterfaces
    private var draft = ExportDraft()

    static func read(_ root: XMLElement) -> RouterExport {
        var reader = OPNsenseReader(root: root, interfaces: RouterInterfaces(of: root))
        reader.interfaces.add(to: &reader.draft)
        let isWhole = reader.interfaces.isWhole
        let hasISC = ISCSection.add(root, reader.interfaces, to: &reader.draft) {
            // Its PHP asks only whether it is there: the factory default has an empty one.
            $0.child("enable") != nil && $0.value("enable") != "0" || !isWhole
        }
        reader.draft.configuration.keepsReservations = !hasISC
        if let dnsmasq = root.child("dnsmasq"), reader.isOn(dnsmasq.value("enable")) { reader.add(dnsmasq: dnsmasq) }
        if let kea = root.child("OPNsense", "Kea", "dhcp4"), reader.isOn(kea.child("general")?.value("enabled")) { reader.add(kea: kea) }
        return reader.draft.export(.opnsense)
    }

    private init(root: XMLElement, interfaces: RouterInterfaces) {
        self.root = root
        self.interfaces = interfaces
    }

    private func isOn(_ value: String?) -> Bool { value == "1" || (value == nil && !interfaces.isWhole) }

    /// opnsense/core, src/opnsense/mvc/app/models/OPNsense/Dnsmasq/Dnsmasq.xml.
    private mutating func add(dnsmasq: XMLElement) {
        let options = dnsmasq.children("dhcp_options").filter { $0.value("option") == "3" && $0.value("value") != nil }
        for option in options { for router in values(option, "value") { draft.addGateway(router, line: option.line(of: "value")) } }
        for range in dnsmasq.children("dhcp_ranges") {
            // Ranges of IPv6 stand among them.
            guard let first = range.value("start_addr"), !first.contains(":") else { continue }
            let names = values(range, "interface")
            if options.isEmpty {
                for interface in names.compactMap({ interfaces[$0] }) {
                    draft.configuration.gateways.append(.init(interface.address, line: interface.line))
                }
            }
            if let network = names.compactMap({ interfaces[$0]?.network }).first
                ?? range.value("subnet_mask").flatMap({ ExportValue.network(first, $0) })
            {
                draft.configuration.networks.append(.init(network, line: range.line(of: "start_addr")))
            }
            // Without an end nothing is leased to strangers.
            if let last = range.value("end_addr") { draft.addRange(first, last, line: range.line(of: "start_addr")) }
        }
        for host in dnsmasq.children("hosts") where host.value("ignore") != "1" {
            let macs = values(host, "hwaddr")
            // Without a client it is a name alone.
            if macs.isEmpty, host.value("client_id") == nil { continue }
            for address in values(host, "ip") where !address.contains(":") {
                draft.addReservation(address, macs, name: host.value("host"), line: host.line(of: "ip"))
            }
        }
    }

    /// opnsense/core, src/opnsense/mvc/app/models/OPNsense/Kea/KeaDhcpv4.xml.
    private mutating func add(kea: XMLElement) {
        for subnet in kea.child("subnets")?.children("subnet4") ?? [] {
            let line = subnet.line(of: "subnet")
            guard let network = subnet.value("subnet").flatMap({ ExportValue.network($0) }) else {
                draft.remark("a subnet can't be read", line: line)
                continue
            }
            draft.configuration.networks.append(.init(network, line: line))
            if let pools = subnet.value("pools") { draft.addRanges(pools, line: subnet.line(of: "pools")) }
            let routers = subnet.child("option_data").map { values($0, "routers") } ?? []
            for router in routers { draft.addGateway(router, line: subnet.line(of: "option_data")) }
        }
        for host in kea.child("reservations")?.children("reservation") ?? [] {
            guard let address = host.value("ip_address") else { continue }
            let macs = host.value("hw_address").map { [$0] } ?? []
            draft.addReservation(address, macs, name: host.value("hostname"), line: host.line(of: "ip_address"))
        }
    }

    /// What a field lists, with commas.
    private func values(_ element: XMLElement, _ name: String) -> [String] {
        (element.value(name) ?? "").split(whereSeparator: { ", ".contains($0) }).map(String.init)
    }
}
