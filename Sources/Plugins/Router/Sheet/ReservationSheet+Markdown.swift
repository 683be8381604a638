internal import NetPlan

extension ReservationSheet {
    /// One page for the person who runs the router: what to exclude, what to reserve, and why.
    func markdown() -> TextBuffer {
        var text = TextBuffer()
        text.reserve(96 * (reservations.count + exclusions.count + 16))
        text.append(line: "# \(lan.name): addresses of the site \(site)")
        text.newline()
        appendNetwork(to: &text)
        appendExclusions(to: &text)
        appendReservations(to: &text)
        appendLeasable(to: &text)
        return text
    }

    private func appendNetwork(to text: inout TextBuffer) {
        var facts = ["Network \(lan.subnet)"]
        if let gateway = lan.gateway { facts.append("gateway \(gateway)") }
        if let vlan = lan.vlan { facts.append("VLAN \(vlan)") }
        if !dns.isEmpty { facts.append("DNS \(Spelling.list(dns.map(\.description), "and"))") }
        text.append(line: "\(facts.joined(separator: ", ")).")
        text.append(line: "Written by netplan-swarm from the site's plan: change the plan, not this sheet.")
        if lan.server == .router { return }
        text.newline()
        text.append(
            line:
                "**\(lan.server.rawValue) leases in this network, and keeps to all of this by itself: switch the router's own DHCP off here.**"
        )
    }

    private func appendExclusions(to text: inout TextBuffer) {
        text.newline()
        text.append(line: "## Never lease these")
        text.newline()
        if exclusions.isEmpty { return text.append(line: "Nothing has to be kept out of the DHCP ranges.") }
        text.append(line: "They are in use without asking the router: a lease would put two machines on one address.")
        text.append(line: "Keep them out of the DHCP ranges.")
        text.appendTable(["from", "to", "what", "why"], exclusions) { text, exclusion in
            text.append(exclusion.range.lowerBound)
            text.append(" | ")
            text.append(exclusion.range.upperBound)
            text.append(" | ")
            text.append(markdown: exclusion.name)
            text.append(" | ")
            text.append(markdown: exclusion.note)
        }
    }

    private func appendReservations(to text: inout TextBuffer) {
        text.newline()
        text.append(line: "## Always give these the same address")
        text.newline()
        if reservations.isEmpty { return text.append(line: "Nothing has to be reserved.") }
        text.append(
            line: lan.server == .router
                ? "Other parts of the site rely on it. Make a reservation (a static lease) for each."
                : "\(lan.server.rawValue) has them reserved already.")
        text.appendTable(["address", "MAC", "name"], reservations) { text, reservation in
            text.append(reservation.address)
            text.append(" | ")
            text.append(reservation.mac)
            text.append(" | ")
            text.append(markdown: reservation.name)
        }
    }

    private func appendLeasable(to text: inout TextBuffer) {
        // Another server has its own file.
        if lan.server != .router { return }
        text.newline()
        text.append(line: "## Free to lease")
        text.newline()
        if leasable.isEmpty {
            text.append(line: "Nothing: the plan has no DHCP range in this network.")
        } else {
            text.append(line: "Where the router can't exclude addresses, set these as its DHCP ranges.")
            text.newline()
            for range in leasable {
                text.append("- ")
                text.append(range)
                text.newline()
            }
        }
    }
}

extension TextBuffer {
    /// A table with a blank line before it; `cells` writes a row's cells with ` | ` between them.
    fileprivate mutating func appendTable<Row>(_ heads: [String], _ rows: [Row], _ cells: (inout TextBuffer, Row) -> Void) {
        newline()
        append(line: "| \(heads.joined(separator: " | ")) |")
        append(line: "|\(String(repeating: " --- |", count: heads.count))")
        for row in rows {
            append("| ")
            cells(&self, row)
            append(" |\n")
        }
    }

    /// Text that stays what it is: what Markdown could take for its own is escaped (CommonMark 0.31, 2.4).
    mutating func append(markdown text: String) {
        func isSpecial(_ byte: UInt8) -> Bool {
            switch Unicode.Scalar(byte) {
            case "\\", "`", "*", "_", "<", ">", "[", "]", "|", "~", "&": true
            default: false
            }
        }
        if !text.utf8.contains(where: isSpecial) { return append(text) }
        for scalar in text.unicodeScalars {
            if scalar.isASCII, isSpecial(UInt8(scalar.value)) { append(ascii: "\\") }
            append(String(scalar))
        }
    }
}
