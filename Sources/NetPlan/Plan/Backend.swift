/// A server outside the swarm: a URL for HTTP, host and port for TCP and UDP.
public struct Backend: Sendable, Hashable, Codable {
    /// Where the server is.
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

    /// `192.168.0.50:1883`; an IPv6 address stands in brackets (RFC 3986, 3.2.2).
    public var authority: String {
        let host =
            switch host {
            case .address(.v4(let address)): address.description
            case .address(.v6(let address)): "[\(address)]"
            case .name(let name): name.description
            }
        return port.map { "\(host):\($0)" } ?? host
    }
}
