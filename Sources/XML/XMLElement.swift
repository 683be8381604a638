/// An element with all that stands in it: a plain value.
///
///     XMLElement("range", ["start": "192.168.0.100", "end": "192.168.0.199"])      // <range start="192.168.0.100" end="192.168.0.199"/>
public struct XMLElement: Sendable {
    /// As it is written, with its prefix: `svg:path`.
    public var name: String
    /// In the order of the text; a namespace's declaration is one of them.
    public var attributes: [XMLAttribute]
    public var content: [XMLNode]
    /// The line that it starts in; nil where it was not read.
    public var line: Int?

    /// An attribute without a value is left out.
    public init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: [XMLNode] = []) {
        self.name = name
        self.attributes = attributes.compactMap { pair in pair.value.map { XMLAttribute(name: pair.key, value: $0) } }
        self.content = content
    }

    /// An element with elements in it.
    public init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], children: [XMLElement]) {
        self.init(name, attributes, children.map(XMLNode.element))
    }

    /// An element with a text in it.
    public init(_ name: String, text: String) { self.init(name, [:], text.isEmpty ? [] : [.text(text)]) }

    /// The elements in it, in order.
    public var children: [XMLElement] { content.compactMap { if case .element(let element) = $0 { element } else { nil } } }

    /// The elements in it of one name.
    public func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

    /// The first element in it of that name.
    public func child(_ name: String) -> XMLElement? {
        for case .element(let element) in content where element.name == name { return element }
        return nil
    }

    /// The first element below it, each name a level down: `root.child("interfaces", "lan")`.
    public func child(_ first: String, _ rest: String...) -> XMLElement? {
        rest.reduce(child(first)) { $0?.child($1) }
    }

    /// The value of an attribute.
    public func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// The text in it, not that of the elements in it.
    public var text: String {
        content.reduce(into: "") { text, node in
            switch node {
            case .text(let part), .cdata(let part): text += part
            case .element, .comment, .instruction: break
            }
        }
    }
}
