/// A Docker network whose containers sit in the LAN itself, with a disjoint slice of it for each node.
public struct Macvlan: Sendable, Hashable, Codable {
    /// Where the network exists.
    public enum Scope: String, Sendable, Hashable, Codable, CaseIterable {
        /// A config-only network on each node and one network over the swarm.
        case swarm
        /// A network of its own on each node.
        case local
    }

    /// How a slice is told to Docker.
    public enum Mode: String, Sendable, Hashable, Codable, CaseIterable {
        /// The LAN as subnet, its router as gateway, the slice as range.
        case range
        /// The slice as subnet: what recipes on the web do.
        case subnet
    }

    /// A slice that the plan fixes by hand.
    public struct FixedSlice: Sendable, Hashable, Codable {
        public let node: Reference<Node>
        public let prefix: Prefix<IPv4Address>
    }

    public var name: Identifier
    public var nodes: [Listed<Reference<Node>>] = []
    public var lan: Reference<LAN>?
    /// The length of an open slice; nil for the LAN's.
    public var size: Int?
    public var slices: [FixedSlice] = []
    public var scope = Scope.swarm
    public var mode = Mode.range
    public var shim = false

    public init(name: Identifier) { self.name = name }

    public var path: PlanPath { PlanPath("macvlans")[name] }

    /// The config-only network that a swarm-scope macvlan is made from.
    public var configName: String { "\(name)-config" }
}
