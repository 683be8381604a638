internal import NetPlan

/// Tells the formats that are plain text from each other: each line that one of them could have written counts for it.
enum TextFormat {
    static func guess(_ lines: [ExportLine]) -> ExportFormat? {
        var counts: [ExportFormat: Int] = [:]
        // A file of a million leases is known by its start.
        for line in lines.lazy.filter({ $0.bytes.contains { !$0.isBlank } }).prefix(20_000) {
            if let format = format(of: line) { counts[format, default: 0] += 1 }
        }
        // Both are made of statements, and only the leases have leases in them.
        if counts[.dhcpdLeases] != nil { counts[.dhcpd] = nil }
        // What is the same count is the same in every run.
        return ExportFormat.allCases.filter { counts[$0] != nil }.max { counts[$0, default: 0] < counts[$1, default: 0] }
    }

    private static func format(of line: ExportLine) -> ExportFormat? {
        let words = ExportLine(number: line.number, bytes: line.bytes.prefix(512)).words
        guard let first = words.first else { return nil }
        let second = words.count > 1 ? words[1] : ""
        switch first {
        case "shared-network-name", "static-mapping", "dhcp-server", "system", "service",
            "default-router" where second == "{" || words.count > 1 && line.bytes.first?.isBlank ?? false:
            return .vyos
        case "set" where ["service", "system", "interfaces", "firewall", "nat", "protocols"].contains(second): return .vyos
        case "config" where ["dhcp", "host", "dnsmasq", "interface", "domain"].contains(second),
            "option" where words.count == 3 && !second.contains("-") && !line.text.hasSuffix(";"):
            return .openwrt
        case "lease" where words.last == "{", "authoring-byte-order", "server-duid": return .dhcpdLeases
        case "subnet", "host", "group", "pool", "shared-network", "class":
            return words.last.map { $0.hasSuffix("{") || $0.hasSuffix("}") } ?? false ? .dhcpd : nil
        case "range", "option", "authoritative;", "default-lease-time", "max-lease-time", "hardware", "fixed-address":
            return line.text.contains(";") ? .dhcpd : nil
        case "/ip", "/interface", "/system", "/ipv6", "/user", "/routing": return .routeros
        default: break
        }
        if first.hasPrefix("/ip/") || first.hasPrefix("/interface/") || first.hasPrefix("/system/") { return .routeros }
        if ["dhcp-", "host-record=", "address=/", "server=", "interface=", "domain=", "expand-hosts", "bogus-priv"].contains(
            where: first.hasPrefix)
        {
            return .dnsmasq
        }
        if second == "dev", IPAddress(first) != nil { return .neighbours }
        if words.count >= 5, Int(first) != nil, IPv4Address(words[2]) != nil, second.contains(":") { return .dnsmasqLeases }
        if isUCI(first) { return .openwrt }
        let fields = first.split(separator: ",").map(String.init)
        return fields.count >= 2 && ExportValue.mac(fields[0]) != nil && fields.contains { IPv4Address($0) != nil } ? .dnsmasq : nil
    }

    /// `dhcp.@host[0].ip='192.168.0.11'`.
    private static func isUCI(_ word: String) -> Bool {
        ["dhcp.", "network."].contains(where: word.hasPrefix) && word.contains("=")
    }
}
