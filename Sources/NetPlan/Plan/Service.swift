/// Something that has a name, an address or a route.
public struct Service: Sendable, Hashable, Codable {
    public enum Network: Sendable, Hashable, Codable {
        case overlay(Reference<Overlay>)
        case macvlan(Reference<Macvlan>)
    }

    /// One of the service's addresses on a macvlan.
    public struct Address: Sendable, Hashable, Codable {
        public let node: Reference<Node>
        public let address: Decision<IPv4Address>
    }

    public enum Scheme: String, Sendable, Hashable, Codable, CaseIterable {
        case http, https, h2c
    }

    public struct TCPRoute: Sendable, Hashable, Codable {
        public var entrypoint: String
        /// Nil for any: a plain connection tells no name.
        public var sni: DomainName?
    }

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

/// A Traefik middleware: a bare name is ours, `name@provider` is somebody else's.
public struct Middleware: Sendable, Hashable, Codable {
    public let name: String
    public let provider: String?

    public init(name: String, provider: String? = nil) {
        self.name = name
        self.provider = provider
    }
}

/// A server outside the swarm: a URL for HTTP, host and port for TCP and UDP.
public struct Backend: Sendable, Hashable, Codable {
    public enum Host: Sendable, Hashable, Codable {
        case address(IPAddress)
        case name(HostName)
    }

    /// Nil where the text is host and port alone.
    public let scheme: Service.Scheme?
    public let host: Host
    /// Nil where a URL leaves it to its scheme.
    public let port: Int?

    public init(scheme: Service.Scheme?, host: Host, port: Int?) {
        self.scheme = scheme
        self.host = host
        self.port = port
    }
}

/// A port of a service that the swarm publishes, as in a compose file.
public struct PublishedPort: Sendable, Hashable, Codable {
    public enum Transport: String, Sendable, Hashable, Codable, CaseIterable {
        case tcp, udp, sctp
    }

    /// Nil where Docker chooses one.
    public let published: ClosedRange<Int>?
    public let target: ClosedRange<Int>
    public let transport: Transport
}

/// Where names of services without an address of their own point.
public enum IngressTarget: Sendable, Hashable, Codable {
    case vip(Reference<VIP>)
    case node(Reference<Node>)
}

/// A DNS record that the plan spells out.
public struct Record: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case a = "A"
        case aaaa = "AAAA"
        case cname = "CNAME"
        case txt = "TXT"
    }

    public enum Value: Sendable, Hashable, Codable {
        case address(IPAddress)
        case name(HostName)
        case text(String)
    }

    public var name: DomainName
    public var kind: Kind
    public var values: [Listed<Value>]
    /// In seconds; nil for the zone's.
    public var ttl: Int?
    /// Its place in the plan's list.
    public var index: Int
}
