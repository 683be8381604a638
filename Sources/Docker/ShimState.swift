public import NetPlan

/// What an interface is like that leads a node into a slice: all that the kernel was told.
public struct ShimState: Sendable, Hashable, Codable {
    /// The node's interface in the LAN.
    public var parent: String
    public var mac: MACAddress
    /// The slices that it leads to, each with the address by which the node is known there.
    public var routes: [Route]
    /// Whether it has the address that it asks in, and keeps quiet to the LAN: `arp_filter` 1, `arp_announce` 2.
    public var isDiscreet: Bool

    /// A way through the interface.
    public struct Route: Sendable, Hashable, Codable {
        public var slice: String
        public var source: String?

        public init(slice: String, source: String?) {
            self.slice = slice
            self.source = source
        }
    }

    public init(parent: String, mac: MACAddress, routes: [Route], isDiscreet: Bool) {
        self.parent = parent
        self.mac = mac
        self.routes = routes
        self.isDiscreet = isDiscreet
    }

    /// As the plan wants it.
    public init(_ shim: Shim) {
        self.init(
            parent: shim.parent, mac: shim.mac, routes: [Route(slice: shim.slice.description, source: shim.source.description)],
            isDiscreet: true)
    }
}
