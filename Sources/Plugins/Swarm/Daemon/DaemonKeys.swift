internal import NetPlan

/// The keys of one daemon.json that are ours; what is empty is not named (docs.docker.com, "dockerd", daemon configuration file).
struct DaemonKeys: Sendable, Hashable {
    /// docker0's network, in which it has the first address itself.
    var bridge: Prefix<IPv4Address>?
    var pools: [Pools.Pool] = []
    var dns: [IPAddress] = []
    var searchDomains: [HostName] = []
    var insecureRegistries: [Backend] = []
    /// Of the default bridge; other networks have their own.
    var mtu: Int?
    var mirrors: [Backend] = []

    /// What has to be right before there is a swarm. Where the plan says nothing, or what Docker does by itself, there is no key.
    mutating func take(_ pools: Pools) {
        self.pools = pools.docker?.map(\.value) ?? []
        bridge = pools.docker == nil && pools.docker0 == Pools.dockerDefaults.first?.base ? nil : pools.docker0
    }

    /// Each key with its value as JSON, in the order of the alphabet. No text in it has anything to escape.
    var values: [(key: String, json: String)] {
        var values: [(key: String, json: String)] = []
        if let bridge, let host = bridge.first.next { values.append(("bip", Self.string("\(host)/\(bridge.length)"))) }
        if !pools.isEmpty {
            values.append(("default-address-pools", Self.list(pools.map { "{\"base\": \(Self.string($0.base)), \"size\": \($0.size)}" })))
        }
        if !dns.isEmpty { values.append(("dns", Self.list(dns.map(Self.string)))) }
        if !searchDomains.isEmpty { values.append(("dns-search", Self.list(searchDomains.map(Self.string)))) }
        if !insecureRegistries.isEmpty {
            values.append(("insecure-registries", Self.list(insecureRegistries.map { Self.string($0.authority) })))
        }
        if let mtu, mtu != 1500 { values.append(("mtu", "\(mtu)")) }
        if !mirrors.isEmpty {
            values.append(
                ("registry-mirrors", Self.list(mirrors.map { Self.string("\(($0.scheme ?? .https).rawValue)://\($0.authority)") })))
        }
        return values
    }

    private static func string(_ value: some CustomStringConvertible) -> String { "\"\(value)\"" }

    private static func list(_ values: [String]) -> String { "[\(values.joined(separator: ", "))]" }

    var isEmpty: Bool { values.isEmpty }

    /// The file as it is where nobody else has a key in it, a key a line.
    var text: TextBuffer {
        var text = TextBuffer()
        text.append(line: "{")
        for (index, value) in values.enumerated() {
            text.append("  \"\(value.key)\": \(value.json)")
            text.append(line: index + 1 < values.count ? "," : "")
        }
        text.append(line: "}")
        return text
    }
}
