/// The plan with every gap filled: each name has its address, each node its slice, each overlay its subnet.
///
/// What could not be decided was reported, and is not here.
public struct Allocation: Sendable, Hashable {
    public let plan: Plan

    /// Gateways, then nodes and devices, VIPs and services, each in the order of the plan.
    public internal(set) var addresses: [AllocatedAddress] = []

    /// By macvlan in the order of the plan, then by node in the order of the macvlan's list.
    public internal(set) var slices: [Slice] = []

    /// In the order of the plan.
    public internal(set) var overlays: [AllocatedOverlay] = []

    /// What a DHCP server may lend to strangers, for each LAN in the order of the plan.
    public internal(set) var leasable: [Leasable] = []

    /// Every decision that the plan left open, to be kept for the next run.
    public internal(set) var lock: Lock

    init(plan: Plan) {
        self.plan = plan
        lock = Lock(site: plan.site)
    }
}

/// How an address, a slice or a subnet came to be.
public enum Origin: String, Sendable, Hashable, Codable {
    /// The plan says it.
    case declared
    /// New in this run.
    case allocated
    /// Decided in an earlier run.
    case locked
}

/// An address with its owner.
public struct AllocatedAddress: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, Codable {
        case gateway, node, device, vip, service
    }

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

/// What a DHCP server may lend to strangers in one LAN.
public struct Leasable: Sendable, Hashable {
    public let lan: Reference<LAN>
    public let ranges: [AddressRange<IPv4Address>]
}
