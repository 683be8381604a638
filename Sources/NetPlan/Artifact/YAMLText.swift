/// YAML under construction: block style, two blanks for each level, and every text in double quotes, so that none is read as
/// a number, a boolean or a date (YAML 1.2, 7.3.1).
///
///     text.map("deploy") { $0.list("labels", ["a=1"]) }
///     // deploy:
///     //   labels:
///     //     - "a=1"
public struct YAMLText {
    public private(set) var buffer = TextBuffer()
    private var depth = 0
    /// Whether a dash of a list stands already where the next line begins.
    private var isBegun = false

    /// A file for a site, which begins by saying where it comes from.
    public init(site: HostName) {
        comment("Written by netplan-swarm for the site \(site): change its plan, not this file.")
    }

    /// A line for whoever opens the file, made of our own words and names alone: Traefik runs templates even in a comment.
    public mutating func comment(_ text: String) {
        buffer.append(line: "# \(text)")
    }

    private mutating func begin() {
        if isBegun { isBegun = false; return }
        for _ in 0..<depth { buffer.append("  ") }
    }

    private mutating func begin(_ key: String) {
        begin()
        buffer.append(Self.isPlain(key) ? key : Self.quoted(key))
        buffer.append(ascii: ":")
    }

    private mutating func deeper(_ body: (inout YAMLText) -> Void) {
        depth += 1
        body(&self)
        depth -= 1
    }

    /// A key, and below it what `body` writes, which must be something: Traefik refuses a folder for an empty map.
    public mutating func map(_ key: String, _ body: (inout YAMLText) -> Void) {
        begin(key)
        buffer.newline()
        deeper(body)
    }

    public mutating func emptyMap(_ key: String) {
        begin(key)
        buffer.append(line: " {}")
    }

    public mutating func entry(_ key: String, _ value: String) {
        begin(key)
        buffer.append(ascii: " ")
        buffer.append(line: Self.quoted(value))
    }

    public mutating func entry(_ key: String, _ value: Bool) {
        begin(key)
        buffer.append(line: value ? " true" : " false")
    }

    public mutating func entry(_ key: String, _ value: Int) {
        begin(key)
        buffer.append(line: " \(value)")
    }

    /// A list of texts; nothing where there are none.
    public mutating func list(_ key: String, _ values: [String]) {
        if values.isEmpty { return }
        map(key) { text in
            for value in values {
                text.begin()
                text.buffer.append("- ")
                text.buffer.append(line: Self.quoted(value))
            }
        }
    }

    /// A list of maps, each written by `body`; nothing where there are none.
    public mutating func maps<Element>(_ key: String, _ elements: [Element], _ body: (inout YAMLText, Element) -> Void) {
        if elements.isEmpty { return }
        map(key) { text in
            for element in elements { text.item { body(&$0, element) } }
        }
    }

    private mutating func item(_ body: (inout YAMLText) -> Void) {
        begin()
        buffer.append("- ")
        isBegun = true
        deeper(body)
    }

    /// A key with a tree of the plan's own, as it was written. Whole numbers and booleans without quotes stay so.
    public mutating func tree(_ key: String, _ document: Document) {
        begin(key)
        switch document.kind {
        case .map where document.count > 0, .list where document.count > 0:
            buffer.newline()
            deeper { $0.children(of: document) }
        default:
            buffer.append(ascii: " ")
            scalar(document)
        }
    }

    private mutating func children(of document: Document) {
        for (key, value) in document.entries where key.kind == .text { tree(key.text, value) }
        for element in document.elements {
            switch element.kind {
            case .map where element.count > 0, .list where element.count > 0: item { $0.children(of: element) }
            default:
                begin()
                buffer.append("- ")
                scalar(element)
            }
        }
    }

    /// The rest of a line.
    private mutating func scalar(_ document: Document) {
        switch document.kind {
        case .list: buffer.append(line: "[]")
        case .map, .empty, .refused: buffer.append(line: "{}")
        case .text:
            let text = document.text
            let staysPlain = document.isPlain && (text == "true" || text == "false" || Self.isWhole(text))
            buffer.append(line: staysPlain ? text : Self.quoted(text))
        }
    }
}
