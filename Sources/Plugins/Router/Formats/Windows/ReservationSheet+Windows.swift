internal import NetPlan

extension ReservationSheet {
    /// A CSV whose columns are what PowerShell's cmdlets call their parameters: `Import-Csv`, a kind picked, and on into the cmdlet.
    ///
    /// docs/router.md has the three lines.
    func windows() -> TextBuffer {
        let leases = leases(in: .windows)
        let scope = lan.subnet.first
        var text = TextBuffer()
        text.reserve(128 * (reservations.count + 4))
        text.append(line: "Kind,ScopeId,StartRange,EndRange,IPAddress,Name,ClientId,Description")
        if let span = leases.span { text.append(line: "scope,\(scope),\(span.lowerBound),\(span.upperBound),,\(lan.name),,\(marker)") }
        for gap in leases.gaps { text.append(line: "exclusion,\(scope),\(gap.lowerBound),\(gap.upperBound),,,,") }
        for reservation in reservations {
            text.append("reservation,\(scope),,,\(reservation.address),\(reservation.name),\(reservation.mac.dashed),\(marker)\n")
        }
        return text
    }
}
