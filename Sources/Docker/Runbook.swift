/// How a network is taken away that something is attached to: who that is, in which order, and what rests meanwhile.
///
/// Docker would take it away from under a stopped container, which then never starts again (measured, 20.10).
struct Runbook: Sendable, Hashable {
    let sentence: String
    let steps: [String]

    var obstacle: Obstacle { Obstacle(sentence, steps: steps) }

    /// For one that has to be another.
    init(making wanted: DockerNetwork, of old: EngineState.Network, hostname: String) {
        let differences = old.network.differences(from: wanted).map(\.description).joined(separator: "; ")
        sentence =
            "network \(wanted.name) has to be made again, as Docker can't change one: \(differences)"
            + Self.affected(old.attached, hostname: hostname, network: old.network)
        let allow = "netplan-swarm apply --allow recreate:\(wanted.name)"
        steps =
            Self.detach(old, hostname: hostname) + ["\(allow)        nothing is on it then, and it is gone for a moment"]
            + Self.attach(old, hostname: hostname)
    }

    /// For one that nobody wants any more.
    init(taking old: EngineState.Network, hostname: String) {
        sentence =
            "network \(old.network.name) is no longer in the plan, and can't be taken away"
            + Self.affected(old.attached, hostname: hostname, network: old.network)
        steps = Self.detach(old, hostname: hostname) + ["run it again"]
    }

    private static func affected(_ attached: [Attached], hostname: String, network: DockerNetwork) -> String {
        let whose = network.isSwarmWide ? "on all nodes" : "on \(hostname)"
        if attached.isEmpty { return ". Nothing known here is on it" }
        return
            ". \(attached.map(\.description).joined(separator: ", ")) \(attached.count == 1 ? "is" : "are") on it, and rest\(attached.count == 1 ? "s" : "") meanwhile \(whose)"
    }

    /// What hangs on a config-only network hangs on those that take their settings from it.
    private static func detach(_ old: EngineState.Network, hostname: String) -> [String] {
        old.attached.map { attachment in
            switch attachment.kind {
            case .service:
                old.network.isSwarmWide
                    ? "docker service update --network-rm \(old.network.name) \(attachment.name)        on a manager"
                    : "docker service update --constraint-add node.hostname!=\(hostname) \(attachment.name)        on a manager: its tasks leave this node"
            case .container, .stoppedContainer:
                "docker network disconnect --force \(attachment.network ?? old.network.name) \(attachment.name)"
            }
        }
    }

    private static func attach(_ old: EngineState.Network, hostname: String) -> [String] {
        old.attached.map { attachment in
            switch attachment.kind {
            case .service:
                old.network.isSwarmWide
                    ? "docker service update --network-add \(old.network.name) \(attachment.name)"
                    : "docker service update --constraint-rm node.hostname!=\(hostname) \(attachment.name)"
            case .container, .stoppedContainer:
                "docker network connect \(attachment.network ?? old.network.name) \(attachment.name)"
            }
        }
    }
}
