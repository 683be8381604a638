/// Which of the plan's LANs, nodes, … something means: an index into the plan's own list.
public struct Reference<Target>: Sendable, Hashable, Codable {
    public let index: Int
    public init(_ index: Int) { self.index = index }
}

extension Array {
    /// A reference to each element, in order.
    public var references: [Reference<Element>] { indices.map(Reference.init) }
}

/// A value that stood in a list of the plan, and where: what was refused beside it leaves a gap in the count.
public struct Listed<Value: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    public let value: Value
    public let index: Int

    public init(_ value: Value, at index: Int) {
        self.value = value
        self.index = index
    }
}

/// What the plan says, or that the program is to decide.
public enum Decision<Value: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    case declared(Value)
    case open

    public var declared: Value? { if case .declared(let value) = self { value } else { nil } }
}
