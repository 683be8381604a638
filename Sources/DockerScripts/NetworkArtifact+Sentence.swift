internal import NetPlan

extension NetworkArtifact {
    /// What it is, for the line above its call.
    var sentence: String {
        switch driver {
        case .config(let config): "macvlan \(planName), this node's slice of it: \(config.slice)"
        case .macvlan(let config): "macvlan \(planName) of this node alone: \(config.slice)"
        case .swarmMacvlan(let source): "macvlan \(planName) over the swarm: each node takes its slice from its own \(source)"
        case .overlay(let config): "overlay \(planName): \(config.subnet)"
        }
    }
}

extension NetworkArtifact.MacvlanConfig {
    /// Where its containers get their addresses from.
    fileprivate var slice: Prefix<IPv4Address> { range ?? subnet }
}
