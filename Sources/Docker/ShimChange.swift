/// A node's own way into a slice that is made, led elsewhere, or taken away, as it is now: a restart of the node forgets it.
public struct ShimChange: Sendable, Hashable, Codable {
    /// The interface.
    public let name: String
    /// Nil where there is no such interface.
    public let before: ShimState?
    /// Nil where there is to be none.
    public let after: ShimState?

    public init(name: String, before: ShimState?, after: ShimState?) {
        self.name = name
        self.before = before
        self.after = after
    }

    /// What takes it back.
    public var inverse: ShimChange { ShimChange(name: name, before: after, after: before) }
}
