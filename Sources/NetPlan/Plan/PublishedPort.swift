/// A port of a service that the swarm publishes, as in a compose file.
public struct PublishedPort: Sendable, Hashable, Codable {
    /// The protocol of a port.
    public enum Transport: String, Sendable, Hashable, Codable, CaseIterable {
        case tcp, udp, sctp
    }

    /// Nil where Docker chooses one.
    public let published: ClosedRange<Int>?
    public let target: ClosedRange<Int>
    public let transport: Transport

    /// A port of TCP that something listens on.
    public init(listeningOn port: Int) {
        published = nil
        target = port...port
        transport = .tcp
    }
}
