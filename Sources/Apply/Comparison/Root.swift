/// Something that a site stands on: whoever moves it may cut himself off.
public struct Root: Sendable, Hashable {
    /// Where it stands in the plan: `lans.home.gateway`.
    public let name: String
    /// As the plan says it.
    public let value: String

    /// Which of the site's nodes the host is: nobody changes that but by a slip of `--node`, which would take away what the right one has.
    public static func host(named node: String) -> Root { Root(hostName, node) }

    static let hostName = "node"

    /// Names it.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
