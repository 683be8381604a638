/// Where names of services without an address of their own point.
public enum IngressTarget: Sendable, Hashable, Codable {
    case vip(Reference<VIP>)
    case node(Reference<Node>)
}
