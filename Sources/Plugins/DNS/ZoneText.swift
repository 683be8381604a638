internal import NetPlan

/// A zone's file: every name in full, with a dot at its end, and every line with its time (RFC 1035, section 5).
struct ZoneText {
    private(set) var buffer = TextBuffer()

    init(_ zone: Zone, servers: [HostName], site: HostName) {
        var body = TextBuffer()
        body.reserve(64 * zone.records.count)
        let server = servers.first.map { "\($0)." } ?? "localhost."
        for name in servers.isEmpty ? ["localhost."] : servers.map({ "\($0)." }) {
            body.append(line: "\(zone.name). \(Zone.ttl) IN NS \(name)")
        }
        var times: [String: Int] = [:]
        for entry in zone.records { Self.append(entry, &times, to: &body) }
        buffer.reserve(body.bytes.count + 256)
        buffer.append(line: "; Written by netplan-swarm for the site \(site): change its plan, not this file.")
        buffer.append(
            line: "\(zone.name). \(Zone.ttl) IN SOA \(server) hostmaster.\(zone.name). \(Self.serial(of: body.bytes)) 3600 900 1209600 300")
        buffer.append(body)
    }

    /// Another content, another serial: of the bytes (FNV-1a), for a date would differ from run to run. Never 0.
    private static func serial(of bytes: [UInt8]) -> UInt32 {
        max(bytes.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }, 1)
    }

    private static func append(_ entry: Zone.Entry, _ times: inout [String: Int], to text: inout TextBuffer) {
        let type: String
        switch entry.value {
        case .address(let address): type = address.v4 == nil ? "AAAA" : "A"
        case .pointer: type = "PTR"
        case .alias: type = "CNAME"
        case .text: type = "TXT"
        }
        // What is of one name and type has one time, the first that is given (RFC 2181, section 5.2).
        let key = "\(entry.name) \(type)"
        let time = times[key] ?? entry.ttl ?? Zone.ttl
        times[key] = time
        text.append("\(entry.name). \(time) IN \(type) ")
        switch entry.value {
        case .address(let address): text.append(address)
        case .pointer(let name), .alias(let name): text.append("\(name).")
        case .text(let strings): text.append(strings.map(\.zoneQuoted).joined(separator: " "))
        }
        text.newline()
    }
}
