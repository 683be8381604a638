internal import NetPlan
internal import YAML

/// A block read as YAML, or as JSON, which is YAML too; its texts know their place in the file.
struct YAMLBlock {
    let root: Document
    private let block: Block

    /// Nil, and told, where it can't be read: then nothing in it is judged.
    init?(_ block: Block, reporting problems: inout Diagnostics) {
        var own = Diagnostics()
        let file = block.text.file
        guard let root = YAMLReader.read(block.joined, file: file, reporting: &own) else {
            if let fault = own.all.first(where: { $0.rule == .syntax }), case .mark(_, let mark) = fault.place {
                problems.report(
                    .syntax, .warning, at: .mark(file: file, block.mark(of: mark)),
                    "\(fault.message); nothing around it is judged", help: fault.help)
            }
            return nil
        }
        self.root = root
        self.block = block
    }

    /// A text at its place in the file; nil where it is no text, or an empty one.
    func word(_ document: Document?) -> Word? {
        guard let document, document.kind == .text, !document.text.isEmpty else { return nil }
        return Word(document.text.utf8, at: mark(document))
    }

    func mark(_ document: Document) -> Mark { block.mark(of: document.mark) }
}

extension Document {
    /// The value of a key; nil where it has none, or this is no map.
    subscript(key: String) -> Document? { entries.first { $0.key.kind == .text && $0.key.text == key }?.value }

    /// Whether it is a text that says yes.
    var isTrue: Bool { kind == .text && ["true", "yes", "on"].contains(text.lowercased()) }
}
