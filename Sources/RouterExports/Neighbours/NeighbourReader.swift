internal import NetPlan

/// Reads what `ip neigh` prints: `192.168.0.11 dev eth0 lladdr de:ad:ab:6b:d3:09 REACHABLE` (ip-neighbour(8)).
enum NeighbourReader {
    static func read(_ lines: [ExportLine]) -> RouterExport {
        var draft = ExportDraft()
        var sightings: [Sighting] = []
        for line in lines {
            let words = line.words
            // Without a MAC nobody answered: FAILED, INCOMPLETE.
            guard words.count > 3, let address = IPv4Address(words[0]), let index = words.firstIndex(of: "lladdr"), index + 1 < words.count,
                words.last != "FAILED"
            else { continue }
            if let mac = draft.mac(words[index + 1], line: line.number) { sightings.append(Sighting(address, mac, line: line.number)) }
        }
        return RouterExport(.neighbours, .sightings(sightings), remarks: draft.remarks)
    }

    /// What `ip -json neigh` prints.
    static func read(_ list: some Sequence<JSONValue>) -> RouterExport {
        var draft = ExportDraft()
        var sightings: [Sighting] = []
        for entry in list {
            guard let address = entry["dst"].flatMap({ IPv4Address($0.text) }), let mac = entry["lladdr"],
                entry["state"]?.list.contains(where: { $0.text == "FAILED" }) != true
            else { continue }
            if let mac = draft.mac(mac.text, line: entry.line) { sightings.append(Sighting(address, mac, line: entry.line)) }
        }
        return RouterExport(.neighbours, .sightings(sightings), remarks: draft.remarks)
    }
}
