internal import NetPlan
internal import XML

extension RouterBackup {
    mutating func mergePfSense(_ sheet: ReservationSheet) throws(Refusal) {
        let entries = PfSenseEntries(sheet: sheet)
        let unit = unit
        try document.root.edit(["dhcpd", try interface(in: sheet.lan)], by: unit) { (server, depth) throws(Refusal) in
            server.remove { ["staticmap", "pool"].contains($0.name) && sheet.isOurs($0.child("descr")?.text ?? "") }
            var foreign = ForeignEntries(beside: sheet)
            for map in server.children("staticmap") {
                // pfSense compares MACs to the letter; we know them in either case.
                try foreign.add(
                    macs: (map.child("mac")?.text).flatMap { MACAddress($0) }.map { [$0] } ?? [],
                    addresses: (map.child("ipaddr")?.text).flatMap { IPv4Address($0) }.map { [$0] } ?? [])
            }
            if let range = entries.range {
                // There is one, and it is the LAN's: the plan decides it.
                server.edit(["range"], by: unit, depth: depth) { element, depth in
                    element.content = range.indented(by: unit, depth: depth).content
                }
            } else {
                try foreign.check(server.child("range", "from")?.text, server.child("range", "to")?.text)
            }
            for pool in server.children("pool") { try foreign.check(pool.child("range", "from")?.text, pool.child("range", "to")?.text) }
            let maps = zip(sheet.reservations, entries.staticMaps).filter { !foreign.present.contains($0.0.name) }.map(\.1)
            server.append(entries.pools + maps, by: unit, depth: depth)
        }
    }
}
