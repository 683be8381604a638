internal import NetPlan

/// Reads OpenWrt's /etc/config/dhcp, with /etc/config/network behind or before it where both are given, and `uci show` of either.
///
/// What dnsmasq makes of it is in its init script (openwrt, package/network/services/dnsmasq/files/dnsmasq.init).
enum OpenWrtReader {
    static func read(_ lines: [ExportLine]) -> RouterExport {
        let sections = UCISection.all(in: lines)
        var draft = ExportDraft()
        var networks: [String: Network] = [:]
        for section in sections where section.type == "interface" {
            guard let network = Network(section) else { continue }
            networks[section.name] = network
            draft.configuration.networks.append(.init(network.prefix, line: network.line))
        }
        for section in sections {
            switch section.type {
            case "dhcp": add(section, in: networks, to: &draft)
            case "host": addHost(section, to: &draft)
            default: break
            }
        }
        return draft.export(.openwrt)
    }

    /// An interface with an address of its own.
    private struct Network {
        let prefix: Prefix<IPv4Address>
        let own: IPv4Address
        let line: Int

        init?(_ section: UCISection) {
            guard let text = section.value("ipaddr"), let start = text.split(separator: "/").first,
                let own = IPv4Address(String(start)),
                let prefix = ExportValue.network(text) ?? ExportValue.network(text, section.value("netmask") ?? "255.255.255.0")
            else { return nil }
            (self.prefix, self.own, line) = (prefix, own, section.line(of: "ipaddr"))
        }
    }

    private static func add(_ section: UCISection, in networks: [String: Network], to draft: inout ExportDraft) {
        if section.isTrue("ignore") || section.value("dynamicdhcp") == "0" || section.value("dhcpv4") == "disabled" { return }
        // Only a name that is one is ever repeated.
        let interface = Identifier(section.value("interface") ?? section.name)?.description ?? "lan"
        let line = section.line(of: "start")
        guard let start = Int(section.value("start") ?? "100"), let count = Int(section.value("limit") ?? "150"), start >= 0, count > 0,
            start <= 1 << 24, count <= 1 << 24
        else { return draft.remark("a range's start or limit is no number", line: line, hidesLeases: true) }
        let network = networks[interface]
        addGateways(of: section, in: network, to: &draft)
        guard let network = network?.prefix else {
            draft.configuration.relativeRanges.append(.init(interface: interface, start: start, count: count, line: line))
            return
        }
        let first = Int(network.first.bits) + start
        let last = min(first + count - 1, Int(network.last.bits))
        guard first <= last else { return }
        let range = IPv4Address(bits: UInt32(clamping: first))...IPv4Address(bits: UInt32(clamping: last))
        draft.configuration.ranges.append(.init(range, line: line))
    }

    /// Option 3 (RFC 2132, 3.5); without one dnsmasq tells its own address.
    private static func addGateways(of section: UCISection, in network: Network?, to draft: inout ExportDraft) {
        let options = section.values("dhcp_option").map { $0.split(separator: ",").map(String.init) }
        let routers = options.filter { $0.first == "3" || $0.first == "option:router" }
        for router in routers { for address in router.dropFirst() { draft.addGateway(address, line: section.line(of: "dhcp_option")) } }
        if routers.isEmpty, let network { draft.configuration.gateways.append(.init(network.own, line: network.line)) }
    }

    private static func addHost(_ section: UCISection, to draft: inout ExportDraft) {
        guard let address = section.value("ip"), address != "ignore" else { return }
        let macs = section.values("mac").flatMap { $0.split(separator: " ").map(String.init) }
        let line = section.line(of: "ip")
        // Nobody's: dnsmasq withholds it from everybody.
        if macs.isEmpty, section.value("name") == nil, section.value("duid") == nil, let range = ExportValue.range(address) {
            draft.configuration.withheld.append(.init(range, line: line))
        } else {
            draft.addReservation(address, macs, name: section.value("name"), line: line)
        }
    }
}
