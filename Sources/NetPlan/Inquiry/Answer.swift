/// Who or what an address, a MAC or a name is, and why.
public struct Answer: Sendable, Hashable {
    /// What sort of thing it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        // Who can own an address.
        case gateway, node, device, vip, service
        // Networks.
        case lan, macvlan, slice, overlay, external
        // What only speaks of an address or a host.
        case record, group, server
        case dhcpClass = "dhcp-class"
        // What nobody owns.
        case unusable, container, leased, reserved, docker, taken, free
    }

    public let kind: Kind
    /// A phrase that can follow "is": "node ds1", "free".
    public let phrase: String
    /// The key in the plan; nil where nobody owns it.
    public var name: String?
    /// Of a slice, or of a service's address.
    public var node: HostName?
    public var lan: Reference<LAN>?
    public var address: IPAddress?
    /// Of a network.
    public var network: Prefix<IPv4Address>?
    /// The neighbours that are the same: of a free address, what else is free around it.
    public var range: AddressRange<IPv4Address>?
    public var mac: MACAddress?
    /// Host names that lead here.
    public var names: [String] = []
    public var origin: Origin?
    /// Where the plan speaks of it.
    public var declared: Place?
    /// The line of the lock, where it was decided in an earlier run.
    public var locked: Place?
    /// What it lies in, and what else speaks of it.
    public var covers: [Cover] = []

    init(_ kind: Kind, _ phrase: String, name: String? = nil) {
        self.kind = kind
        self.phrase = phrase
        self.name = name
    }
}
