/// A member of the swarm.
public struct Node: Sendable, Hashable, Codable {
    /// What a node does in the swarm.
    public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
        case manager, worker
    }

    /// A node's presence in a LAN that is not its own.
    public struct Attachment: Sendable, Hashable, Codable {
        public var lan: Reference<LAN>
        public var address: Decision<IPv4Address>?
        public var mac: MACAddress?
        public var interface: String?
        /// `<node>-<lan>`.
        public var name: HostName
    }

    /// A label of the swarm's node.
    public struct Label: Sendable, Hashable, Codable {
        public let key: String
        public let value: String

        public init(key: String, value: String) {
            self.key = key
            self.value = value
        }
    }

    public var name: HostName
    public var address: Decision<IPv4Address>?
    public var address6: IPv6Address?
    public var mac: MACAddress?
    public var lan: Reference<LAN>?
    public var interface: String?
    public var also: [Attachment] = []
    /// As Docker knows it, in the case that it was written in.
    public var hostname: String
    public var role = Role.worker
    public var labels: [Label] = []
    public var aliases: [HostName] = []

    public init(name: HostName) {
        self.name = name
        hostname = name.description
    }

    public var path: PlanPath { PlanPath("nodes")[name] }
}
