internal import NetPlan

extension ReservationSheet {
    /// The body of a POST to /api/dhcp/scopes/set, an argument a line: `curl -d @FILE` takes the line ends away.
    ///
    /// A bar between the parts is encoded; names and addresses hold nothing that must be.
    func technitium() -> TextBuffer {
        let leases = leases(in: .technitium)
        var text = TextBuffer()
        guard let span = leases.span else { return text }
        text.append(line: "name=\(lan.name)")
        text.append(line: "&startingAddress=\(span.lowerBound)")
        text.append(line: "&endingAddress=\(span.upperBound)")
        text.append(line: "&subnetMask=\(lan.subnet.mask)")
        if let gateway = lan.gateway { text.append(line: "&routerAddress=\(gateway)") }
        if !dns.isEmpty { text.append(line: "&useThisDnsServer=false&dnsServers=\(dns.map(\.description).joined(separator: "%2C"))") }
        text.append(line: "&domainName=\(domain)")
        if let lease = lan.lease.usual {
            text.append(line: "&leaseTimeDays=\(lease / 86_400)&leaseTimeHours=\(lease / 3_600 % 24)&leaseTimeMinutes=\(lease / 60 % 60)")
        }
        text.append(line: "&exclusions=\(leases.gaps.map { "\($0.lowerBound)%7C\($0.upperBound)" }.joined(separator: "%7C"))")
        text.append("&reservedLeases=")
        for (index, reservation) in reservations.enumerated() {
            if index > 0 { text.append("%7C\n") }
            text.append("\(reservation.name)%7C\(reservation.mac.dashed)%7C\(reservation.address)%7Cnetplan-swarm")
        }
        text.newline()
        return text
    }
}
