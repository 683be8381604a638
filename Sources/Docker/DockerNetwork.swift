/// A Docker network with all that its making takes, in Docker's own words: what an engine has, or what the plan wants.
///
/// Addresses stay as Docker spells them, so that what is taken away can be made again to the letter; what they mean is compared by
/// `differences(from:)`. The fields are those of `GET /networks/{id}` (docs.docker.com/reference/api/engine).
public struct DockerNetwork: Sendable, Hashable, Codable {
    /// A part of `IPAM.Config`: a subnet, and what of it is handed out.
    public struct Pool: Sendable, Hashable, Codable {
        public var subnet: String
        public var range: String?
        public var gateway: String?
        /// Addresses that are held back, each under a name.
        public var reserved: [String: String] = [:]

        public init(subnet: String, range: String? = nil, gateway: String? = nil, reserved: [String: String] = [:]) {
            self.subnet = subnet
            self.range = range
            self.gateway = gateway
            self.reserved = reserved
        }
    }

    public var name: String
    /// "macvlan", "overlay" …; "null" where it is config-only, and nothing where the swarm never gave it what it asked for.
    public var driver: String
    /// Whether it is the swarm's, and not this engine's alone.
    public var isSwarmWide = false
    public var isInternal = false
    public var isAttachable = false
    public var isConfigOnly = false
    /// The config-only network that it takes its settings from, on each node its own.
    public var configFrom: String?
    public var hasIPv4 = true
    public var hasIPv6 = false
    public var addressDriver = "default"
    public var addressOptions: [String: String] = [:]
    public var pools: [Pool] = []
    public var options: [String: String] = [:]
    public var labels: [String: String] = [:]

    public init(name: String, driver: String) {
        self.name = name
        self.driver = driver
    }

    /// Whether the swarm has taken it on and never gave it a subnet: what it asked for meets another network, and nothing says so.
    public var isUnallocated: Bool { isSwarmWide && driver.isEmpty }

    /// Whether this is what the swarm has of a network that is being made, or never will be: its name, its labels and its source.
    public func isBeginning(of network: DockerNetwork) -> Bool {
        isUnallocated && network.isSwarmWide && name == network.name && labels == network.labels && configFrom == network.configFrom
    }
}
