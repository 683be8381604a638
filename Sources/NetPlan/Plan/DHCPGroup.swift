/// Hosts that a DHCP server treats alike.
public struct DHCPGroup: Sendable, Hashable, Codable {
    /// A host of the group, or all of them.
    public enum Member: Sendable, Hashable, Codable {
        case node(Reference<Node>)
        case device(Reference<Device>)
        /// Every node with a MAC.
        case allNodes
    }

    public var name: Identifier
    public var lan: Reference<LAN>?
    public var members: [Listed<Member>] = []
    public var lease = Lease()
    /// Nil for the LAN's gateway.
    public var routers: [Listed<IPv4Address>]?
    /// The length of the group's own netmask; nil for the LAN's.
    public var maskLength: Int?
    /// Nil for the LAN's.
    public var dns: [Listed<DNSServer>]?
    /// Nil for the site's.
    public var domain: HostName?
    public var filename: String?
    public var nextServer: IPv4Address?

    public init(name: Identifier) { self.name = name }

    public var path: PlanPath { PlanPath("dhcp", "groups")[name] }
}
