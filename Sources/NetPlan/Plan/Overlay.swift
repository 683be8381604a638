/// A Docker network over all nodes of the swarm.
public struct Overlay: Sendable, Hashable, Codable {
    public var name: Identifier
    /// Nil where what was declared could not be read.
    public var subnet: Decision<Prefix<IPv4Address>>?
    /// The length of an open subnet.
    public var size = 24
    /// What a container sees; nil for the most that the nodes' LANs carry.
    public var mtu: Int?
    public var attachable = false
    public var encrypted = false
    public var isInternal = false

    public init(name: Identifier) { self.name = name }

    public var path: PlanPath { PlanPath("overlays")[name] }
}
