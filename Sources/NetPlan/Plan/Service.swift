/// Something that has a name, an address or a route.
public struct Service: Sendable, Hashable, Codable {
    /// The network that a service is reached by.
    public enum Network: Sendable, Hashable, Codable {
        case overlay(Reference<Overlay>)
        case macvlan(Reference<Macvlan>)
    }

    /// One of the service's addresses on a macvlan.
    public struct Address: Sendable, Hashable, Codable {
        public let node: Reference<Node>
        public let address: Decision<IPv4Address>
    }

    /// What Traefik speaks to the service.
    public enum Scheme: String, Sendable, Hashable, Codable, CaseIterable {
        case http, https, h2c
    }

    /// A route for connections that are not HTTP.
    public struct TCPRoute: Sendable, Hashable, Codable {
        public var entrypoint: String
        /// Nil for any: a plain connection tells no name.
        public var sni: DomainName?
    }

    /// A route for datagrams.
    public struct UDPRoute: Sendable, Hashable, Codable {
        public var entrypoint: String
    }

    public var name: Identifier
    public var network: Network?
    public var nodes: [Listed<Reference<Node>>] = []
    /// Whether the plan has an `address` for it at all, be it of any use or not.
    public var wantsAddress = false
    /// In the order of `nodes`; empty where the service has no address of its own.
    public var addresses: [Address] = []
    public var names: [DomainName] = []
    public var published: [PublishedPort] = []
    public var port: Int?
    public var scheme = Scheme.http
    public var middlewares: [Listed<Middleware>] = []
    public var backends: [Listed<Backend>] = []
    public var tcp: TCPRoute?
    public var udp: UDPRoute?

    public init(name: Identifier) { self.name = name }

    public var path: PlanPath { PlanPath("services")[name] }

    public var macvlan: Reference<Macvlan>? { if case .macvlan(let macvlan) = network { macvlan } else { nil } }
    public var overlay: Reference<Overlay>? { if case .overlay(let overlay) = network { overlay } else { nil } }
}
