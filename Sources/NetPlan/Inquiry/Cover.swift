/// Something that an address lies in, or that speaks of it, besides its owner: a LAN, a range, a pool, a record.
public struct Cover: Sendable, Hashable {
    /// What sort of thing it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case lan, slice, reserved
        case range = "dhcp-range"
        case dhcpClass = "dhcp-class"
        case server = "dns-server"
        case router = "group-router"
        case bootServer = "next-server"
        case overlay, external, record, backend
        case overlayPool = "overlay-pool"
        case dockerPool = "docker-pool"
        case swarmPool = "swarm-pool"
        case ingress, docker0
        case gwbridge = "docker_gwbridge"
    }

    public let kind: Kind
    /// A phrase: "the slice 192.168.0.252/30 of macvlan pihole on ds1".
    public let phrase: String
    /// Nil where it is no range of IPv4.
    public let range: AddressRange<IPv4Address>?
    /// Where the plan says it.
    public let place: Place

    /// Whether it speaks of this very address, which lies in nothing by it.
    public var isMention: Bool { [.server, .router, .bootServer, .record, .backend].contains(kind) }
}
