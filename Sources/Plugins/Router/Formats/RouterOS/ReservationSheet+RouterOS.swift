internal import NetPlan

extension ReservationSheet {
    /// A script for `/import`. It can run twice: what is there is set, and what is ours is taken away before it is added again.
    ///
    /// Names are letters, digits, dots and dashes: in quotes, none of them means anything to RouterOS.
    func routeros() -> TextBuffer {
        var text = TextBuffer()
        text.reserve(400 * (reservations.count + 8))
        text.append(
            comments: header(
                .routeros,
                [
                    "Run it with /import, as often as you like. The DHCP server of this LAN has to be called \(lan.name):",
                    "rename it, or change the name in this file.",
                ]), mark: "#")
        let server = #""\#(lan.name)""#
        text.append(
            line: #":if ([:len [/ip dhcp-server find where name=\#(server)]] = 0) do={ :error "no DHCP server is called \#(lan.name)" }"#)
        appendPool(to: &text, server: server)
        appendNetwork(to: &text)
        // A dot is any character to a pattern; the first backslash is the string's.
        let pattern = "^\(marker): ".replacing(".", with: #"\\."#)
        text.append(line: #"/ip dhcp-server lease remove [find where comment~"\#(pattern)"]"#)
        for reservation in reservations {
            let mac = reservation.mac.uppercase
            text.append(line: "/ip dhcp-server lease remove [find where dynamic=yes and mac-address=\"\(mac)\"]")
            text.append(
                line:
                    #":do { /ip dhcp-server lease add server=\#(server) address=\#(reservation.address) mac-address=\#(mac) comment="\#(remark(on: reservation.name))" }"#
                    + #" on-error={ :put "\#(reservation.name) was not added: another lease has its MAC or its address" }"#)
        }
        return text
    }

    private func appendPool(to text: inout TextBuffer, server: String) {
        let ranges = leases(in: .routeros).ranges
        if ranges.isEmpty { return }
        let pool = #""netplan-swarm-\#(lan.name)""#
        let list = ranges.map(\.text).joined(separator: ",")
        text.append(line: "# What may be leased.")
        text.append(line: ":if ([:len [/ip pool find where name=\(pool)]] = 0) do={ /ip pool add name=\(pool) ranges=\(list) }")
        text.append(line: "/ip pool set [find where name=\(pool)] ranges=\(list)")
        let lease = lan.lease.usual.map { " lease-time=\($0)s" } ?? ""
        text.append(line: "/ip dhcp-server set [find where name=\(server)] address-pool=\(pool)\(lease)")
    }

    private func appendNetwork(to text: inout TextBuffer) {
        var settings = lan.gateway.map { " gateway=\($0)" } ?? ""
        if !dns.isEmpty { settings += " dns-server=\(dns.map(\.description).joined(separator: ","))" }
        settings += #" domain="\#(domain)""#
        let there = "[/ip dhcp-server network find where address=\(lan.subnet)]"
        text.append(line: "# What clients are told.")
        text.append(line: ":if ([:len \(there)] = 0) do={ /ip dhcp-server network add address=\(lan.subnet) }")
        text.append(line: "/ip dhcp-server network set \(there)\(settings)")
        text.append(line: "# What is always leased to the same machine.")
    }
}
