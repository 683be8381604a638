/// What one engine says that it has, looked at once.
public struct EngineState: Sendable, Hashable {
    /// A network of the engine, or of its swarm.
    public struct Network: Sendable, Hashable {
        public let id: String
        public let network: DockerNetwork
        /// What is known here to hang on it, sorted.
        public let attached: [Attached]

        public init(id: String, network: DockerNetwork, attached: [Attached]) {
            self.id = id
            self.network = network
            self.attached = attached
        }
    }

    /// A member of the swarm.
    public struct Member: Sendable, Hashable {
        public let id: String
        public let hostname: String
        public let labels: [String: String]

        public init(id: String, hostname: String, labels: [String: String]) {
            self.id = id
            self.hostname = hostname
            self.labels = labels
        }
    }

    /// The engine's part in a swarm.
    public enum Role: String, Sendable, Hashable {
        case none, worker, manager
    }

    /// What it calls its machine.
    public let hostname: String
    /// As it writes it: "20.10.24+dfsg1".
    public let version: String
    public let role: Role
    public let networks: [Network]
    /// Nobody where it is no manager.
    public let members: [Member]

    public init(hostname: String, version: String, role: Role, networks: [Network], members: [Member]) {
        self.hostname = hostname
        self.version = version
        self.role = role
        self.networks = networks
        self.members = members
    }

    /// Those of that name: 20.10 makes a second one where it is asked to.
    public func networks(named name: String) -> [Network] { networks.filter { $0.network.name == name } }
}
