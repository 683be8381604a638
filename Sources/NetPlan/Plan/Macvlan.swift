/// A Docker network whose containers sit in the LAN itself, with a disjoint slice of it for each node.
public struct Macvlan: Sendable, Hashable, Codable {
    public enum Scope: String, Sendable, Hashable, Codable, CaseIterable {
        /// A config-only network on each node and one network over the swarm.
        case swarm
        /// A network of its own on each node.
        case local
    }

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

/// A network that is not ours and must not be overlapped.
public struct ExternalNetwork: Sendable, Hashable, Codable {
    public var name: Identifier
    public var subnet: Prefix<IPv4Address>

    public var path: PlanPath { PlanPath("external")[name] }
}
