internal import NetPlan

/// Reads dhcpd.leases, which is a log: of several leases of an address the last one counts (dhcpd.leases(5), 4.4).
enum DhcpdLeasesReader {
    static func read(_ bytes: [UInt8]) -> RouterExport {
        var (draft, tokens) = (ExportDraft(), BraceTokens(bytes))
        var last: [IPv4Address: Sighting?] = [:]
        var lease: (address: IPv4Address, line: Int, mac: MACAddress?, isActive: Bool)?
        var depth = 0
        while let token = tokens.next() {
            switch token {
            case .open(let words, let line):
                depth += 1
                guard depth == 1, words.first == "lease", words.count > 1 else { continue }
                lease = draft.address(words[1], "a lease", line: line).map { ($0, line, nil, true) }
            case .statement(let words, let line):
                if words.starts(with: ["hardware", "ethernet"]), words.count > 2 { lease?.mac = draft.mac(words[2], line: line) }
                if words.starts(with: ["binding", "state"]), words.count > 2 { lease?.isActive = words[2] == "active" }
            case .close:
                depth = max(depth - 1, 0)
                guard depth == 0, let ended = lease else { continue }
                last[ended.address] = .some(ended.isActive ? Sighting(ended.address, ended.mac, line: ended.line) : nil)
                lease = nil
            }
        }
        let sightings = last.values.compactMap(\.self).sorted { $0.line < $1.line }
        return RouterExport(.dhcpdLeases, .sightings(sightings), remarks: draft.remarks)
    }
}
