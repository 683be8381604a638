/// What the plan says, or that the program is to decide.
public enum Decision<Value: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    case declared(Value)
    case open

    public var declared: Value? { if case .declared(let value) = self { value } else { nil } }
}
