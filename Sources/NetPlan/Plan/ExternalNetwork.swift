/// A network that is not ours and must not be overlapped.
public struct ExternalNetwork: Sendable, Hashable, Codable {
    public var name: Identifier
    public var subnet: Prefix<IPv4Address>

    public var path: PlanPath { PlanPath("external")[name] }
}
