/// A network that is made or taken away. Nothing about a network can be edited: one that has to be another is both, in that order.
public struct NetworkChange: Sendable, Hashable, Codable {
    /// What is done with it.
    public enum Kind: String, Sendable, Hashable, Codable {
        case create, remove
    }

    public let kind: Kind
    public let network: DockerNetwork
    /// Of a pair: what the other one takes away, or makes, under the same name.
    public let counterpart: DockerNetwork?

    public init(_ kind: Kind, _ network: DockerNetwork, counterpart: DockerNetwork? = nil) {
        self.kind = kind
        self.network = network
        self.counterpart = counterpart
    }

    /// What takes it back.
    public var inverse: NetworkChange { NetworkChange(kind == .create ? .remove : .create, network, counterpart: counterpart) }
}
