/// A Docker network that should exist, on one node or over the swarm.
public struct NetworkArtifact: Sendable, Hashable {
    /// What kind of network it is, with all that Docker is told.
    public enum Driver: Sendable, Hashable {
        /// A macvlan of one node, made from a slice.
        case macvlan(MacvlanConfig)
        /// A config-only network: a node's own settings for a swarm-scope macvlan.
        case config(MacvlanConfig)
        /// A macvlan over the swarm that takes each node's settings from its config-only network of that name.
        case swarmMacvlan(configFrom: String)
        case overlay(OverlayConfig)
    }

    /// What `docker network create -d macvlan` is told on one node.
    public struct MacvlanConfig: Sendable, Hashable {
        public var subnet: Prefix<IPv4Address>
        /// Nil only in `mode: subnet`.
        public var gateway: IPv4Address?
        /// The slice; nil only in `mode: subnet`.
        public var range: Prefix<IPv4Address>?
        /// The node's interface in the LAN.
        public var parent: String
        /// Addresses that Docker must not hand out, each with a name for it.
        public var reserved: [Reserved]
        /// The node's own way into the slice; nil where it is isolated from it.
        public var shim: Shim?

        /// An address that Docker holds back.
        public struct Reserved: Sendable, Hashable {
            public var name: String
            public var address: IPv4Address

            public init(name: String, address: IPv4Address) {
                self.name = name
                self.address = address
            }
        }

        /// A way from a node into its slice.
        public struct Shim: Sendable, Hashable {
            public var slice: Prefix<IPv4Address>
            /// The node's own address in the LAN, by which its containers know it.
            public var source: IPv4Address

            public init(slice: Prefix<IPv4Address>, source: IPv4Address) {
                self.slice = slice
                self.source = source
            }
        }

        public init(
            subnet: Prefix<IPv4Address>, gateway: IPv4Address?, range: Prefix<IPv4Address>?, parent: String, reserved: [Reserved] = [],
            shim: Shim? = nil
        ) {
            self.subnet = subnet
            self.gateway = gateway
            self.range = range
            self.parent = parent
            self.reserved = reserved
            self.shim = shim
        }
    }

    /// What `docker network create -d overlay` is told.
    public struct OverlayConfig: Sendable, Hashable {
        public var subnet: Prefix<IPv4Address>
        public var gateway: IPv4Address
        /// Docker's own option is the underlay's MTU: a container sees it less 50 (measured, 20.10). Nil for Docker's default, 1500.
        public var underlayMTU: Int?
        public var attachable: Bool
        public var encrypted: Bool
        public var isInternal: Bool

        public init(
            subnet: Prefix<IPv4Address>, gateway: IPv4Address, underlayMTU: Int?, attachable: Bool, encrypted: Bool, isInternal: Bool
        ) {
            self.subnet = subnet
            self.gateway = gateway
            self.underlayMTU = underlayMTU
            self.attachable = attachable
            self.encrypted = encrypted
            self.isInternal = isInternal
        }
    }

    /// What Docker calls it.
    public var name: String
    /// What the plan calls it: the label `netplan-swarm.network`.
    public var planName: Identifier
    /// The node that it is made on; nil where it is made once, on a manager.
    public var node: Reference<Node>?
    public var driver: Driver

    public init(name: String, planName: Identifier, node: Reference<Node>?, driver: Driver) {
        self.name = name
        self.planName = planName
        self.node = node
        self.driver = driver
    }
}
