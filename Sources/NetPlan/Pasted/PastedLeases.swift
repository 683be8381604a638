/// What a dhcpd.conf, or a piece of one, declares.
///
/// Scopes (groups, subnets, pools) lie in one another; each has the index of the one around it, and stands after that in the list.
public struct PastedLeases: Sendable {
    /// A group, subnet, shared network or pool: options of it hold for all inside.
    public struct Scope: Sendable {
        /// "group internal_dns_override".
        public let name: String
        public let place: Place
        public let parent: Int?
        /// Of a subnet: itself.
        public var subnet: Placed<Prefix<IPv4Address>>?
        public var routers: [Placed<IPv4Address>] = []
        public var maskLength: Int?

        /// Whether a range can stand in it.
        public var isNetwork: Bool { name.hasPrefix("subnet") || name.hasPrefix("shared-network") }

        public init(_ name: String, at place: Place, in parent: Int?) {
            self.name = name
            self.place = place
            self.parent = parent
        }
    }

    /// A `host` with what it is given.
    public struct Host: Sendable {
        public let name: Placed<String>
        public let scope: Int?
        public var mac: Placed<MACAddress>?
        public var addresses: [Placed<IPv4Address>] = []
        /// Whether something tells dhcpd who it is, be that readable or not.
        public var isIdentified = false

        public init(_ name: Placed<String>, in scope: Int?) {
            self.name = name
            self.scope = scope
        }
    }

    /// A `range` of addresses to lend.
    public struct Range: Sendable {
        public let range: Placed<AddressRange<IPv4Address>>
        public let scope: Int?

        public init(_ range: Placed<AddressRange<IPv4Address>>, in scope: Int?) {
            self.range = range
            self.scope = scope
        }
    }

    /// A `class` that matches MACs by their first octets.
    public struct Class: Sendable {
        public let name: String
        public let prefix: Placed<MACPrefix>

        public init(_ name: String, _ prefix: Placed<MACPrefix>) {
            self.name = name
            self.prefix = prefix
        }
    }

    public var scopes: [Scope] = []
    public var hosts: [Host] = []
    public var ranges: [Range] = []
    public var classes: [Class] = []
    /// Whether a subnet could not be read: an address that lies in none may be of that one.
    public var hasUnknownSubnets = false

    public init() {}

    /// For each scope, the nearest one at or around it that has something.
    func nearest(_ has: (Scope) -> Bool) -> [Int?] {
        var found: [Int?] = []
        found.reserveCapacity(scopes.count)
        for (index, scope) in scopes.enumerated() {
            found.append(has(scope) ? index : scope.parent.flatMap { $0 < index ? found[$0] : nil })
        }
        return found
    }
}
