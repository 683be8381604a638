internal import NetPlan

/// A setting of Pi-hole's that is a list of texts, in JSON. None of them holds what JSON or a shell would take for more than itself: they
/// are made of addresses, names and numbers.
struct PiholeList {
    let key: String
    private var lines = TextBuffer()

    init(key: String) { self.key = key }

    /// Adds a text, a line each in the list.
    mutating func append(_ write: (inout TextBuffer) -> Void) {
        lines.append(lines.bytes.isEmpty ? "\n  \"" : ",\n  \"")
        write(&lines)
        lines.append(ascii: "\"")
    }

    /// `[`, a line each, `]`: how many bytes that is decides whether it can be an argument.
    var count: Int { lines.bytes.count + (lines.bytes.isEmpty ? 2 : 3) }

    func append(to text: inout TextBuffer) {
        text.append(ascii: "[")
        text.append(lines)
        text.append(lines.bytes.isEmpty ? "]" : "\n]")
    }
}
