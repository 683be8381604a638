internal import NetPlan
internal import XML

/// Reads what `nmap -oX` writes: the hosts that are up (nmap.dtd, 1.05).
enum NmapReader {
    static func read(_ root: XMLElement) -> RouterExport {
        var draft = ExportDraft()
        var sightings: [Sighting] = []
        for host in root.children("host") where (host.child("status")?.attribute("state") ?? "up") == "up" {
            let (addresses, line) = (host.children("address"), host.line ?? 1)
            func address(_ kind: String) -> XMLElement? { addresses.first { $0.attribute("addrtype") == kind } }
            guard let found = address("ipv4"), let seen = draft.address(found.attribute("addr") ?? "", "a host", line: line) else {
                continue
            }
            let mac = address("mac").flatMap { draft.mac($0.attribute("addr") ?? "", line: line) }
            sightings.append(Sighting(seen, mac, line: found.line ?? line))
        }
        return RouterExport(.nmap, .sightings(sightings), remarks: draft.remarks)
    }
}
