internal import NetPlan

/// Tells the formats that are plain text from each other: the first line that only one of them has decides.
enum TextFormat {
    static func guess(_ lines: [ExportLine]) -> ExportFormat? {
        // None has so many lines that say nothing.
        for line in lines.prefix(100_000) {
            let words = ExportLine(number: line.number, bytes: line.bytes.prefix(512)).words
            if let first = words.first, let sign = signs.first(where: { $0.isSeen(first, words) }) { return sign.format }
        }
        return nil
    }

    private typealias Sign = (format: ExportFormat, isSeen: @Sendable (_ first: String, _ words: [String]) -> Bool)

    private static let signs: [Sign] = [
        (
            .vyos,
            { first, words in
                words.count > 1 && (first == "set" ? sections.contains(words[1]) : sections.contains(first) && words[1] == "{")
            }
        ),
        (.routeros, { first, _ in first.hasPrefix("/") && menus.contains { first.dropFirst().hasPrefix($0) } }),
        (.openwrt, { first, words in first == "config" && words.count > 1 || isShown(first) }),
        (
            .dhcpdLeases,
            { first, words in first == "lease" && words.last == "{" || ["authoring-byte-order", "server-duid"].contains(first) }
        ),
        (
            .dhcpd,
            { first, words in
                statements.contains(first) && words.last.map { $0.hasSuffix(";") || $0.hasSuffix("{") || $0.hasSuffix("}") } ?? false
            }
        ),
        (.dnsmasq, { first, _ in options.contains { first.hasPrefix($0) } || isHost(first) }),
        (.neighbours, { first, words in words.count > 2 && words[1] == "dev" && IPAddress(first) != nil }),
        (.dnsmasqLeases, { first, words in words.count > 3 && Int(first) != nil && IPv4Address(words[2]) != nil }),
    ]

    /// What the configuration of VyOS and EdgeOS begins with.
    private static let sections: Set = [
        "container", "firewall", "high-availability", "interfaces", "load-balance", "nat", "policy", "port-forward", "protocols", "qos",
        "service",
        "system", "traffic-control", "vpn", "vrf",
    ]
    private static let menus = ["ip", "interface", "system", "routing", "user", "queue", "tool", "ppp"]
    private static let statements: Set = [
        "allow", "authoritative;", "class", "ddns-update-style", "default-lease-time", "deny", "group", "host", "include", "log-facility",
        "max-lease-time", "option", "pool", "range", "shared-network", "subnet",
    ]
    private static let options = [
        "address=", "bogus-priv", "conf-dir=", "dhcp-", "domain=", "domain-needed", "expand-hosts", "host-record=", "interface=",
        "listen-address=",
        "local=", "no-resolv", "server=",
    ]

    /// `dhcp.@host[0].ip='192.168.0.11'`: what `uci show` prints.
    private static func isShown(_ word: String) -> Bool {
        guard let end = word.firstIndex(of: "=") else { return false }
        return word[..<end].contains(".")
    }

    /// `de:ad:ab:6b:d3:09,192.168.0.11,ds1`: a line of the file that `dhcp-hostsfile` names.
    private static func isHost(_ word: String) -> Bool {
        let fields = word.split(separator: ",").map(String.init)
        return fields.count > 1 && ExportValue.mac(fields[0]) != nil
    }
}
