/// A whole XML file: its root, and the comments and instructions around it. A document type is read over, and not kept.
public struct XMLDocument: Sendable {
    public var before: [XMLNode] = []
    public var root: XMLElement
    public var after: [XMLNode] = []

    public init(_ root: XMLElement) { self.root = root }
}
