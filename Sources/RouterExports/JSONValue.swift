internal import NetPlan

/// A value of a JSON file, with its line. JSON is read as the YAML that it is, for the lines.
struct JSONValue {
    private let document: Document

    init(_ document: Document) { self.document = document }

    var line: Int { Int(document.mark.line) }
    var text: String { document.text }
    var isList: Bool { document.kind == .list }
    /// What is in a list; nothing for anything else.
    var list: [JSONValue] { document.elements.map(JSONValue.init) }

    /// The value of a key; nil where there is none, or no object.
    subscript(_ key: String) -> JSONValue? {
        for entry in document.entries where entry.key.text == key { return JSONValue(entry.value) }
        return nil
    }
}
