/// A network that the router owns.
public struct LAN: Sendable, Hashable, Codable {
    /// Who leases addresses in a LAN.
    public enum Server: String, Sendable, Hashable, Codable, CaseIterable {
        case router, dhcpd, kea, dnsmasq, pihole, adguard
    }

    /// Addresses that are kept by hand.
    public struct Reserved: Sendable, Hashable, Codable {
        public let range: AddressRange<IPv4Address>
        public let note: String
        /// Its place in the plan's list.
        public let index: Int
    }

    public var name: HostName
    public var subnet: Prefix<IPv4Address>
    public var subnet6: Prefix<IPv6Address>?
    public var gateway: IPv4Address?
    public var dns: [Listed<DNSServer>] = []
    public var vlan: Int?
    public var mtu = 1500
    public var interface = "eth0"
    /// Who leases; where the plan leaves it open, dhcpd if a group or class names the LAN, else the router.
    public var server = Server.router
    public var ranges: [Listed<AddressRange<IPv4Address>>] = []
    public var lease = Lease()
    public var reserved: [Reserved] = []
    public var sliceSize = 30
    public var sliceEnd = AddressSet<IPv4Address>.End.top

    public init(name: HostName, subnet: Prefix<IPv4Address>) {
        self.name = name
        self.subnet = subnet
    }

    public var path: PlanPath { PlanPath("lans")[name] }
}
