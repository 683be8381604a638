/// How an address, a slice or a subnet came to be.
public enum Origin: String, Sendable, Hashable, Codable {
    /// The plan says it.
    case declared
    /// New in this run.
    case allocated
    /// Decided in an earlier run.
    case locked
}
