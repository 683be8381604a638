internal import Docker
internal import Wire

/// A change at an engine, or of the node's interfaces, as it is shown.
///
///     ! network pihole-config (docker)
///         ip-range is 192.168.0.240/30, not 192.168.0.252/30
struct DockerListing {
    /// "add", "change", "remove" or "recreate".
    let change: String
    let headline: String
    let details: [String]
    private let kind: String
    private let name: String

    /// Nil for the first half of a pair: the second one speaks for both.
    init?(_ change: DockerChange) {
        guard let sign = change.sign else { return nil }
        self.change =
            switch sign {
            case .add: "add"
            case .remove: "remove"
            case .change: "change"
            case .recreate: "recreate"
            }
        (kind, name) =
            switch change {
            case .network(let change): ("network", change.network.name)
            case .labels(let change): ("labels", change.hostname)
            case .shim(let change): ("shim", change.name)
            }
        headline = "\(sign.rawValue) \(change.subject) (docker)"
        details = change.details
    }

    var listing: JSON.DiffListing {
        JSON.DiffListing(change: change, kind: kind, name: name, emitter: "docker", disturbs: details)
    }
}
