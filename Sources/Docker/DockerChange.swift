/// One thing to do at an engine, or at the interfaces of its node. A plain value that knows its own inverse.
public enum DockerChange: Sendable, Hashable {
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
}
