/// A value that stood in a list of the plan, and where: what was refused beside it leaves a gap in the count.
public struct Listed<Value: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    public let value: Value
    public let index: Int

    public init(_ value: Value, at index: Int) {
        self.value = value
        self.index = index
    }
}
