/// One thing to do at an engine, or at the interfaces of its node. A plain value that knows its own inverse.
public enum DockerChange: Sendable, Hashable, Codable {
    case network(NetworkChange)
    case labels(LabelChange)
    case shim(ShimChange)

    /// What takes it back.
    public var inverse: DockerChange {
        switch self {
        case .network(let change): .network(change.inverse)
        case .labels(let change): .labels(change.inverse)
        case .shim(let change): .shim(change.inverse)
        }
    }

    /// Whether something of ours goes with it, and nothing comes in its place.
    public var isDeletion: Bool {
        switch self {
        case .network(let change): change.kind == .remove && change.counterpart == nil
        case .labels: false
        case .shim(let change): change.after == nil
        }
    }

    /// Whether a network goes, for another one of that name.
    public var recreated: String? {
        guard case .network(let change) = self, change.kind == .create, change.counterpart != nil else { return nil }
        return change.network.name
    }
}
