/// A virtual address that keepalived moves between nodes.
public struct VIP: Sendable, Hashable, Codable {
    /// A node that may hold the address; the highest priority does.
    public struct Member: Sendable, Hashable, Codable {
        public let node: Reference<Node>
        public let priority: Int
    }

    public var name: HostName
    public var address: IPv4Address?
    public var lan: Reference<LAN>?
    public var members: [Member] = []
    public var routerID: Int?

    public init(name: HostName) { self.name = name }

    public var path: PlanPath { PlanPath("vips")[name] }
}
