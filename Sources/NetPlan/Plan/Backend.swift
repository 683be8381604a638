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
}
