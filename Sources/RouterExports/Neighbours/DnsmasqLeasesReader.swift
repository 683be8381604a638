internal import NetPlan

/// Reads dnsmasq.leases: `expiry mac address name client-id`, a line for each (dnsmasq(8), 2.90).
enum DnsmasqLeasesReader {
    static func read(_ lines: [ExportLine]) -> RouterExport {
        var draft = ExportDraft()
        var sightings: [Sighting] = []
        for line in lines {
            let words = line.words
            // Behind the line `duid …` are the leases of IPv6.
            guard words.count >= 4, words[0] != "duid", let address = IPv4Address(words[2]) else { continue }
            // A MAC that is no Ethernet's has its type before it: `06-aa:bb:…`.
            guard !words[1].contains("-") else { continue }
            if let mac = draft.mac(words[1], line: line.number) { sightings.append(Sighting(address, mac, line: line.number)) }
        }
        return RouterExport(.dnsmasqLeases, .sightings(sightings), remarks: draft.remarks)
    }
}
