/// Which of the plan's LANs, nodes, … something means: an index into the plan's own list.
public struct Reference<Target>: Sendable, Hashable, Codable {
    public let index: Int
    public init(_ index: Int) { self.index = index }
}

extension Array {
    /// A reference to each element, in order.
    public var references: [Reference<Element>] { indices.map(Reference.init) }
}
