/// The maps of a plan file whose keys are known: the one list that the reader and the tests of the editors' schema go by.
///
///     let fields = Fields(document, .device, reporting: &problems)
///     PlanFormat.tcp.keys      // ["entrypoint", "sni"]
///
/// A map with names for keys, as `nodes`, is none of them. The raw value is the definition's name in schema/.
public enum PlanFormat: String, Sendable, Hashable, CaseIterable {
    case plan, ignore, lan, lanDHCP, lease, reserved, slices, pools, pool, external, node, attachment, device, vip, macvlan, overlay
    case service, tcp, udp, dns, record, dhcp, group, dhcpClass

    /// What such a map is called in a sentence.
    public var noun: String {
        switch self {
        case .plan: "a plan"
        case .ignore: "an entry of 'ignore'"
        case .lan: "a LAN"
        case .lanDHCP, .dhcp: "'dhcp'"
        case .lease: "'lease'"
        case .reserved: "a reserved range"
        case .slices: "'slices'"
        case .pools: "'pools'"
        case .pool: "a pool"
        case .external: "an external network"
        case .node: "a node"
        case .attachment: "an entry of 'also'"
        case .device: "a device"
        case .vip: "a VIP"
        case .macvlan: "a macvlan"
        case .overlay: "an overlay"
        case .service: "a service"
        case .tcp: "'tcp'"
        case .udp: "'udp'"
        case .dns: "'dns'"
        case .record: "a record"
        case .group: "a group"
        case .dhcpClass: "a class"
        }
    }

    /// The keys that it can have, in the order in which they are named to a person.
    public var keys: [String] {
        switch self {
        case .plan:
            [
                "version", "site", "domain", "engine", "ignore", "lans", "pools", "external", "nodes", "devices", "vips", "macvlans",
                "overlays", "ingress", "services", "dns", "dhcp", "outputs",
            ]
        case .ignore: ["rule", "at", "reason"]
        case .lan: ["subnet", "subnet6", "gateway", "dns", "vlan", "mtu", "interface", "dhcp", "reserved", "slices"]
        case .lanDHCP: ["server", "ranges", "lease"]
        case .lease: ["min", "default", "max"]
        case .reserved: ["range", "note"]
        case .slices: ["size", "from"]
        case .pools: ["overlay", "docker", "swarm", "ingress", "docker0", "gwbridge"]
        case .pool: ["base", "size"]
        case .external: ["subnet"]
        case .node: ["address", "address6", "mac", "lan", "interface", "also", "hostname", "role", "labels", "aliases"]
        case .attachment: ["address", "mac", "interface"]
        case .device: ["address", "mac", "lan", "aliases"]
        case .vip: ["address", "lan", "nodes", "router-id"]
        case .macvlan: ["nodes", "lan", "size", "slices", "scope", "mode", "shim"]
        case .overlay: ["subnet", "size", "mtu", "attachable", "encrypted", "internal"]
        case .service:
            ["network", "nodes", "address", "names", "published", "port", "scheme", "middlewares", "backends", "tcp", "udp"]
        case .tcp: ["entrypoint", "sni"]
        case .udp: ["entrypoint"]
        case .dns: ["records"]
        case .record: ["name", "type", "values", "ttl"]
        case .dhcp: ["groups", "classes"]
        case .group: ["lan", "hosts", "lease", "routers", "subnet-mask", "dns", "domain", "filename", "next-server"]
        case .dhcpClass: ["lan", "mac-prefix", "range"]
        }
    }
}

extension Fields {
    /// Finds the keys of a map of the plan file.
    public init(_ document: Document, _ format: PlanFormat, reporting problems: inout Diagnostics) {
        self.init(document, of: format.noun, format.keys, reporting: &problems)
    }
}
