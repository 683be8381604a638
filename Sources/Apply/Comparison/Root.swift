/// Something that a site stands on: whoever moves it may cut himself off.
public struct Root: Sendable, Hashable {
    /// Where it stands in the plan: `lans.home.gateway`.
    public let name: String
    /// As the plan says it.
    public let value: String

    /// Names it.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
