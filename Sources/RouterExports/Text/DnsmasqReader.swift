internal import NetPlan

/// Reads dnsmasq's configuration, and the hosts file that `dhcp-hostsfile` names (dnsmasq(8), 2.90).
struct DnsmasqReader {
    private var draft = ExportDraft()

    static func read(_ lines: [ExportLine]) -> RouterExport {
        var reader = DnsmasqReader()
        for line in lines { reader.add(line) }
        return reader.draft.export(.dnsmasq)
    }

    private mutating func add(_ line: ExportLine) {
        // A '#' starts a comment only where white space is before it, and nothing in an option for DHCP has a blank in it.
        guard var text = line.words.first else { return }
        if text.hasPrefix("--") { text.removeFirst(2) }
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let fields = (parts.count == 2 ? parts[1] : parts[0]).split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        switch parts.count == 2 ? parts[0] : "" {
        case "dhcp-range": addRange(fields, line: line.number)
        case "dhcp-host": addHost(fields, line: line.number)
        case "dhcp-option", "dhcp-option-force": addOption(fields, line: line.number)
        case "conf-file", "conf-dir", "dhcp-hostsfile", "dhcp-hostsdir", "dhcp-optsfile", "servers-file":
            draft.remark("another file is named, and not read: give that one, too", line: line.number)
        case "" where fields.count > 1 && ExportValue.mac(fields[0]) != nil: addHost(fields, line: line.number)
        default: break
        }
    }

    private mutating func addRange(_ fields: [String], line: Int) {
        let fields = fields.drop { $0.contains(":") && ["set:", "tag:", "net:", "interface:"].contains(where: $0.hasPrefix) }
        guard let first = fields.first, !first.contains(":") else { return }
        let last = fields.count > 1 ? fields[fields.startIndex + 1] : ""
        if fields.count > 2, let network = ExportValue.network(first, fields[fields.startIndex + 2]),
            fields[fields.startIndex + 2].contains(".")
        {
            draft.configuration.networks.append(.init(network, line: line))
        }
        // static, proxy, ra-only …: nothing is leased to strangers.
        if let letter = last.utf8.first, !(0x30...0x39).contains(letter) { return }
        draft.addRange(first, last.isEmpty ? first : last, line: line)
    }

    private mutating func addHost(_ fields: [String], line: Int) {
        var (macs, address, name, isIdentified, isIgnored): ([String], String?, String?, Bool, Bool) = ([], nil, nil, false, false)
        for field in fields where !field.isEmpty {
            if field == "ignore" {
                isIgnored = true
            } else if field.hasPrefix("id:") || field.contains("*") {
                isIdentified = true
            } else if field.hasPrefix("set:") || field.hasPrefix("net:") || field.hasPrefix("tag:") || field.hasPrefix("[") {
                continue
            } else if IPv4Address(field) != nil {
                address = field
            } else if field.contains(":") {
                macs.append(field)
            } else if !Self.isTime(field) {
                name = field
            }
        }
        guard let address else { return }
        // Without anybody to give it to, the address is withheld from everybody.
        if macs.isEmpty, !isIdentified, name == nil || isIgnored, let range = ExportValue.range(address) {
            draft.configuration.withheld.append(.init(range, line: line))
        } else if !isIgnored {
            draft.addReservation(address, macs, name: name, line: line)
        }
    }

    /// `12h`, `infinite`.
    private static func isTime(_ field: String) -> Bool {
        if field == "infinite" { return true }
        let digits = field.utf8.prefix { (0x30...0x39).contains($0) }
        return digits.count > 0 && field.utf8.count <= digits.count + 1
    }

    private mutating func addOption(_ fields: [String], line: Int) {
        let fields = fields.drop { ["set:", "tag:", "net:"].contains(where: $0.hasPrefix) }
        guard let option = fields.first, option == "3" || option == "option:router" else { return }
        for router in fields.dropFirst() { draft.addGateway(router, line: line) }
    }
}
