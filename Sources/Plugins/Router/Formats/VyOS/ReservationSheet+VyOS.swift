internal import NetPlan

extension ReservationSheet {
    /// Commands for the configuration mode. A `set` that was set before changes nothing.
    func vyos(_ dialect: VyOSDialect) -> TextBuffer {
        var text = TextBuffer()
        text.reserve(256 * (reservations.count + 8))
        var steps = [
            "Paste it after 'configure', then 'compare', 'commit' and 'save'. '\(lan.name)' is the name of the shared network:",
            "write yours where the router has this subnet under another one.",
        ]
        if dialect.hasSubnetID { steps.append("The subnet-id is any number that no other subnet of the router has.") }
        text.append(comments: header(dialect.format, steps), mark: "#")
        let subnet = "service dhcp-server shared-network-name \(lan.name) subnet \(lan.subnet)"
        func set(_ what: String) { text.append(line: "set \(subnet) \(what)") }

        if dialect.hasSubnetID { set("subnet-id '\(number)'") }
        if let gateway = lan.gateway { set("\(dialect.option)default-router '\(gateway)'") }
        for server in dns { set("\(dialect.option)\(dialect.nameServer) '\(server)'") }
        set("\(dialect.option)domain-name '\(domain)'")
        if let lease = lan.lease.usual { set("lease '\(lease)'") }

        let ranges = leases(in: dialect.format).ranges
        if !ranges.isEmpty {
            // What was leased before and is not now would stay beside the new ranges.
            text.append(line: "delete \(subnet) \(dialect.numbersRanges ? "range" : "start")")
        }
        for (index, range) in ranges.enumerated() {
            if dialect.numbersRanges {
                set("range \(index) start '\(range.lowerBound)'")
                set("range \(index) stop '\(range.upperBound)'")
            } else {
                set("start \(range.lowerBound) stop '\(range.upperBound)'")
            }
        }
        for reservation in reservations {
            set("static-mapping \(reservation.name) ip-address '\(reservation.address)'")
            set("static-mapping \(reservation.name) \(dialect.mac) '\(reservation.mac)'")
        }
        return text
    }
}
