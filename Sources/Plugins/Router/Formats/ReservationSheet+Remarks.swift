internal import NetPlan

extension ReservationSheet {
    /// What tells our entries in a router's own configuration from everybody else's: "netplan-swarm lab/home".
    var marker: String { Self.remark("netplan-swarm \(site)/\(lan.name)") }

    /// The marker with what the entry is about: "netplan-swarm lab/home: ds1".
    func remark(on name: String) -> String { Self.remark("\(marker): \(name)") }

    /// Whether a remark is one of ours, for this LAN.
    func isOurs(_ remark: String) -> Bool { remark == marker || remark.hasPrefix(marker + ":") }

    /// The most that OPNsense takes for a description, and the least of all.
    private static func remark(_ text: String) -> String { String(text.prefix(255)) }

    /// What a file says of itself, where its format has comments: a line each, without the comment's mark.
    ///
    /// The notes of reserved ranges are anybody's text, and some of these files are pasted into a terminal: they stay in the sheet.
    func header(_ format: Format, _ steps: [String]) -> [String] {
        var lines = ["netplan-swarm: LAN \(lan.name) of the site \(site), \(lan.subnet)"]
        if format.target?.isVerified == false { lines.append("Not verified on a device: read it before you run it.") }
        lines += steps
        if leasable.isEmpty {
            lines.append("The plan has no DHCP range here: none is set, and none of the router's may hold what follows.")
        }
        if !exclusions.isEmpty { lines.append("Never to be leased, and in no range of this file:") }
        return lines + exclusions.map { "    \($0.range.text)  \($0.name)" }
    }
}

extension TextBuffer {
    /// Comment lines with their mark: `#` or `!`.
    mutating func append(comments lines: [String], mark: String) {
        for line in lines { append(line: "\(mark) \(line)") }
    }
}
