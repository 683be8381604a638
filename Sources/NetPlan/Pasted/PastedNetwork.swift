/// A Docker network as a command, a compose file or `docker network inspect` has it.
///
/// What could not be read was reported, and is absent here.
public struct PastedNetwork: Sendable {
    /// What Docker makes of it.
    public enum Driver: Sendable, Hashable {
        case overlay, macvlan, ipvlan, bridge
        /// Anything else, of which nothing is known.
        case other
    }

    /// The kind of text that it stands in.
    public enum Origin: Sendable, Hashable {
        case command, compose, inspected
    }

    /// One of its IPv4 subnets.
    public struct Subnet: Sendable {
        public let prefix: Placed<Prefix<IPv4Address>>
        public var gateway: Placed<IPv4Address>?
        /// `--ip-range`: the slice that addresses are handed out from.
        public var range: Placed<Prefix<IPv4Address>>?
        public var auxiliary: [Placed<IPv4Address>] = []

        public init(_ prefix: Placed<Prefix<IPv4Address>>) { self.prefix = prefix }

        /// The recipe from the web: a slice of a LAN as a subnet of its own.
        var isRecipe: Bool { range == nil && prefix.value.length >= 29 }

        /// What Docker hands out from.
        var slice: Placed<Prefix<IPv4Address>> { range ?? prefix }
    }

    public let name: Placed<String>
    public let origin: Origin
    /// Which text it stands in: those of one text are made together.
    public let text: Int
    public var driver = Driver.bridge
    /// `--scope swarm`, where it is written.
    public var swarmScope: Place?
    public var isConfigOnly = false
    public var isInternal = false
    /// `--ingress`: the swarm's routing mesh itself.
    public var isIngress = false
    public var configFrom: Placed<String>?
    public var parent: Placed<String>?
    public var subnets: [Subnet] = []
    public var subnets6: [Placed<Prefix<IPv6Address>>] = []
    /// Whether it stands in a sentence, as an example of what is spoken about.
    public var isFragment = false
    /// Whether something of it is unknown: a variable, or a text that is no value. What is missing may then be there.
    public var hasUnknown = false
    /// Whether Docker took it and never gave it a subnet.
    public var isUnallocated = false

    public init(_ name: Placed<String>, from origin: Origin, text: Int) {
        self.name = name
        self.origin = origin
        self.text = text
    }

    /// Whether its containers are in the LAN itself.
    var isInLAN: Bool { driver == .macvlan || driver == .ipvlan }

    /// Whether it is one that Docker has by itself.
    var isDockersOwn: Bool { isIngress || Pools.networkNames.contains(name.value) }

    /// "macvlan pihole", for messages.
    var noun: String {
        let kind =
            switch driver {
            case .overlay: "overlay"
            case .macvlan: "macvlan"
            case .ipvlan: "ipvlan"
            case .bridge: "bridge"
            case .other: "network"
            }
        return "\(isConfigOnly ? "config-only network" : kind) \(name.value)"
    }

    /// What makes two texts speak of one network: the name and all that it is.
    var identity: [String] {
        [name.value, "\(driver)", "\(isConfigOnly)", parent?.value ?? ""]
            + subnets.map { "\($0.prefix.value) \($0.gateway.map { "\($0.value)" } ?? "") \($0.range.map { "\($0.value)" } ?? "")" }
    }

    /// How a setting is written where the network stands.
    func spelled(_ key: String, _ value: String) -> String {
        switch origin {
        case .command, .inspected: "--\(key)=\(value)"
        case .compose: "\(key.replacing("-", with: "_")): \(value)"
        }
    }
}
