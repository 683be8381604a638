/// One attribute of an element.
public struct XMLAttribute: Sendable, Hashable {
    /// As it is written, with its prefix.
    public var name: String
    public var value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
