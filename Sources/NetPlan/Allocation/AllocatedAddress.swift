/// An address with its owner.
public struct AllocatedAddress: Sendable, Hashable {
    /// What sort of thing an address belongs to.
    public enum Kind: String, Sendable, Hashable, Codable {
        case gateway, node, device, vip, service
    }

    /// Whose an address is.
    public enum Owner: Sendable, Hashable {
        /// A LAN's gateway, which may be one of the devices.
        case gateway(Reference<Device>?)
        case node(Reference<Node>)
        /// A node in a LAN that is not its own: which of its `also`.
        case attachment(Reference<Node>, index: Int)
        case device(Reference<Device>)
        case vip(Reference<VIP>)
        case service(Reference<Service>, on: Reference<Node>)

        public var kind: Kind {
            switch self {
            case .gateway: .gateway
            case .node, .attachment: .node
            case .device: .device
            case .vip: .vip
            case .service: .service
            }
        }
    }

    /// The key of its owner; `<lan>-gateway` where no device is the gateway, `<node>-<lan>` for a node's other LANs.
    public let name: String
    public let owner: Owner
    public let lan: Reference<LAN>
    public let address: IPAddress
    public let mac: MACAddress?
    public let origin: Origin

    public var kind: Kind { owner.kind }
}
