internal import NetPlan

extension DockerChange {
    /// What happens, as a sign: `+` it comes, `-` it goes, `~` it is changed, `!` it has to be made again.
    public enum Sign: String, Sendable, Hashable {
        case add = "+"
        case remove = "-"
        case change = "~"
        case recreate = "!"
    }

    /// Nil for the first half of a pair: the second one speaks for both.
    public var sign: Sign? {
        switch self {
        case .network(let change):
            switch (change.kind, change.counterpart) {
            case (.create, nil): .add
            case (.create, _?): .recreate
            case (.remove, nil): .remove
            case (.remove, _?): nil
            }
        case .labels: .change
        case .shim(let change): change.before == nil ? .add : change.after == nil ? .remove : .change
        }
    }

    /// What it is about: "network pihole-config", "labels of ds1", "shim nps-pihole".
    public var subject: String {
        switch self {
        case .network(let change): "network \(change.network.name.printable)"
        case .labels(let change): "labels of \(change.hostname.printable)"
        case .shim(let change): "shim \(change.name)"
        }
    }

    /// What is different afterwards, a line each: "ip-range is 192.168.0.240/30, not 192.168.0.252/30".
    public var details: [String] { words.map(\.printable) }

    private var words: [String] {
        switch self {
        case .network(let change):
            guard let counterpart = change.counterpart else { return [change.network.sentence] }
            let (old, new) = change.kind == .create ? (counterpart, change.network) : (change.network, counterpart)
            return old.differences(from: new).map(\.description)
        case .labels(let change):
            return change.labels.flatMap { label in
                [label.before.map { "- \(label.key)=\($0)" }, label.after.map { "+ \(label.key)=\($0)" }].compactMap(\.self)
            }
        case .shim(let change):
            return [change.before.map { "- \($0)" }, change.after.map { "+ \($0)" }].compactMap(\.self)
        }
    }
}

extension String {
    /// With '?' for every control character: anybody may put some into Docker, and this goes to a terminal.
    var printable: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? "?" : $0 }))
    }
}

extension DockerNetwork {
    /// What it is: "macvlan on eth0, 192.168.0.0/24, of it 192.168.0.252/30".
    var sentence: String {
        if let configFrom { return "\(driver) over the swarm, each node's settings from its own \(configFrom)" }
        let kind = isConfigOnly ? "settings for a macvlan" : isSwarmWide ? "\(driver) over the swarm" : driver
        let parent = options["parent"].map { " on \($0)" } ?? ""
        let pools = pools.map { pool in pool.subnet + (pool.range.map { ", of it \($0)" } ?? "") }
        return ([kind + parent] + pools).joined(separator: ", ")
    }
}

extension ShimState: CustomStringConvertible {
    /// "192.168.0.252/30 from 192.168.0.11 on eth0, MAC 02:70:c0:a8:00:0b"
    public var description: String {
        let ways = routes.map { $0.slice + ($0.source.map { " from \($0)" } ?? "") }
        return "\(ways.isEmpty ? "no way" : ways.joined(separator: " and ")) on \(parent), MAC \(mac)"
            + (isDiscreet ? "" : ", heard in the LAN")
    }
}
