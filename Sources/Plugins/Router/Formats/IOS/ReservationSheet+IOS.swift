internal import NetPlan

extension ReservationSheet {
    /// Lines for the configuration mode. IOS leases the whole network less what is excluded, and has a pool for each reservation.
    func ios() -> TextBuffer {
        var text = TextBuffer()
        text.reserve(160 * (reservations.count + 8))
        text.append(
            comments: header(
                .ios,
                [
                    "Paste it after 'configure terminal'. A client is known by its identifier, type 1 and its MAC: one that sends none",
                    "is known by its hardware-address instead.",
                ]), mark: "!")
        let leases = leases(in: .ios)
        if !leases.ranges.isEmpty {
            for range in leases.exclusions(in: lan.subnet) {
                let last = range.lowerBound == range.upperBound ? "" : " \(range.upperBound)"
                text.append(line: "ip dhcp excluded-address \(range.lowerBound)\(last)")
            }
            text.append(line: "ip dhcp pool \(lan.name)")
            text.append(line: " network \(lan.subnet.first) \(lan.subnet.mask)")
            appendOptions(to: &text)
        }
        for reservation in reservations {
            text.append(line: "ip dhcp pool \(lan.name)-\(reservation.name)")
            text.append(line: " host \(reservation.address) \(lan.subnet.mask)")
            text.append(line: " client-identifier \(reservation.mac.clientIdentifier)")
            text.append(line: " client-name \(reservation.name.prefix { $0 != "." })")
            appendOptions(to: &text)
        }
        return text
    }

    private func appendOptions(to text: inout TextBuffer) {
        if let gateway = lan.gateway { text.append(line: " default-router \(gateway)") }
        if !dns.isEmpty { text.append(line: " dns-server \(dns.map(\.description).joined(separator: " "))") }
        text.append(line: " domain-name \(domain)")
        if let lease = lan.lease.usual { text.append(line: " lease \(lease / 86_400) \(lease / 3_600 % 24) \(lease / 60 % 60)") }
    }
}
