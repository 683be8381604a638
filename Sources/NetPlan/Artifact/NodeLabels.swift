/// Labels that a member of the swarm should bear.
public struct NodeLabels: Sendable, Hashable {
    public var node: Reference<Node>
    public var labels: [Node.Label]

    public init(node: Reference<Node>, labels: [Node.Label]) {
        self.node = node
        self.labels = labels
    }
}
