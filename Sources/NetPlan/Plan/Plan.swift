/// What a person declared about a site's network. It has gaps: an open address is decided by the allocation.
///
/// Every value in it was read without a fault. What had one was reported and is not here; a thing that others may name
/// stays, without the part that was wrong.
public struct Plan: Sendable, Hashable, Codable {
    public var site: HostName
    /// Whether it was written and refused, or left out: `site` stands in for it.
    public var isSiteRefused = false
    public var domain: HostName
    public var engine: EngineVersion
    public var ignores: [Ignore] = []
    public var lans: [LAN] = []
    /// Whether the plan has LANs whose subnet could not be read: an address outside of all others may be theirs.
    public var hasUnreadableLANs = false
    /// LANs whose gateway, nodes and devices whose MAC was written and refused: they lack it for another reason.
    public var refusedGateways: Set<HostName> = []
    public var refusedMACs: Set<HostName> = []
    /// Nodes, devices, VIPs and classes that name a LAN which is none: where they are, nobody knows.
    public var refusedLANs: Set<PlanPath> = []
    /// Macvlans, services and VIPs whose list of nodes was written and refused: it is not empty, but unknown.
    public var refusedNodeLists: Set<PlanPath> = []
    /// Whether a node's role, or a node with whatever role, was written and refused.
    public var refusedRoles = false
    public var pools = Pools()
    public var external: [ExternalNetwork] = []
    public var nodes: [Node] = []
    public var devices: [Device] = []
    /// Whether `devices:` stands before `nodes:` in the file: addresses are given in that order.
    public var devicesComeFirst = false
    public var vips: [VIP] = []
    public var macvlans: [Macvlan] = []
    public var overlays: [Overlay] = []
    public var ingress: [IngressTarget] = []
    public var services: [Service] = []
    public var records: [Record] = []
    public var groups: [DHCPGroup] = []
    public var classes: [DHCPClass] = []

    public init(site: HostName, domain: HostName, engine: EngineVersion) {
        self.site = site
        self.domain = domain
        self.engine = engine
    }

    @inlinable public subscript(_ lan: Reference<LAN>) -> LAN { lans[lan.index] }
    @inlinable public subscript(_ node: Reference<Node>) -> Node { nodes[node.index] }
    @inlinable public subscript(_ device: Reference<Device>) -> Device { devices[device.index] }
    @inlinable public subscript(_ vip: Reference<VIP>) -> VIP { vips[vip.index] }
    @inlinable public subscript(_ macvlan: Reference<Macvlan>) -> Macvlan { macvlans[macvlan.index] }
    @inlinable public subscript(_ overlay: Reference<Overlay>) -> Overlay { overlays[overlay.index] }
    @inlinable public subscript(_ service: Reference<Service>) -> Service { services[service.index] }
}
