/// An overlay with its subnet.
public struct AllocatedOverlay: Sendable, Hashable {
    public let overlay: Reference<Overlay>
    public let prefix: Prefix<IPv4Address>
    public let origin: Origin
    /// What a container sees.
    public let mtu: Int

    /// The lowest host address, which Docker takes for itself.
    public var gateway: IPv4Address { prefix.first.next ?? prefix.first }
}
