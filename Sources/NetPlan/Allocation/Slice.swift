/// The part of a LAN from which the containers of one macvlan on one node take their addresses.
public struct Slice: Sendable, Hashable {
    public let macvlan: Reference<Macvlan>
    public let node: Reference<Node>
    public let lan: Reference<LAN>
    public let prefix: Prefix<IPv4Address>
    /// What Docker really hands out of it.
    public let usable: [AddressRange<IPv4Address>]
    public let origin: Origin
}
