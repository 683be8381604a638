public import NetPlan

/// Reads what people paste, and judges it without a plan: commands, compose files, what `docker network inspect` prints, dhcpd.conf,
/// and Markdown with any of these. What a text is, its content says.
///
///     var linter = Linter()
///     linter.read(bytes, file: "notes.md", reporting: &problems)
///     linter.judge(reporting: &problems)
///
/// It runs nothing, and looks nothing up. Any bytes can be given to it.
public struct Linter {
    private var pasted = Pasted()
    private var texts = 0

    public init() {}

    /// Reads one file, and gives back what was found in it.
    @discardableResult
    public mutating func read(_ bytes: [UInt8], file: String, reporting problems: inout Diagnostics) -> Tally {
        if let index = bytes.firstIndex(of: 0) {
            let line = bytes[..<index].count { $0 == UInt8(ascii: "\n") } + 1
            problems.report(
                .syntax, at: .mark(file: file, Mark(line: line, column: 1)), "the file holds a NUL byte: it is no text",
                help: "save it as UTF-8 text")
            return Tally(others: 1)
        }
        var tally = Tally()
        for block in Segmenter.blocks(of: PastedText(bytes: bytes, file: file)) {
            for piece in block.pieces { read(piece, into: &tally, reporting: &problems) }
        }
        return tally
    }

    /// Reports what is wrong with all that was read, taken together.
    public func judge(reporting problems: inout Diagnostics) { pasted.judge(reporting: &problems) }

    private mutating func read(_ block: Block, into tally: inout Tally, reporting problems: inout Diagnostics) {
        texts += 1
        switch block.kind {
        case .leases: tally.declarations += LeasesReader.read(block, into: &pasted.leases, reporting: &problems)
        case .compose: tally.networks += ComposeReader.read(block, text: texts, into: &pasted, reporting: &problems)
        case .inspection: tally.networks += InspectionReader.read(block, text: texts, into: &pasted, reporting: &problems)
        case .foreign(let noun):
            guard let line = block.lines.first(where: { !block.trimmed($0).isEmpty }) else { return }
            problems.report(
                .syntax, .note, at: .mark(file: block.text.file, Mark(line: line.number, column: line.column)),
                "this is \(noun), which lint does not read: it is not judged")
            tally.others += 1
            tally.networks += readCommands(block, reporting: &problems)
        case .shell: tally.networks += readCommands(block, reporting: &problems)
        }
    }

    /// The commands of a script, and those within their quotes.
    private mutating func readCommands(_ block: Block, isQuoted: Bool = false, reporting problems: inout Diagnostics) -> Int {
        let reader = ShellReader.read(block)
        let values = ValueReader(file: block.text.file)
        if let mark = reader.unclosed {
            problems.report(
                .syntax, at: .mark(file: values.file, mark), "the quote that opens here is never closed",
                help: "close it: the shell takes all that follows for one word")
        }
        for mark in reader.blanksBehind {
            problems.report(
                .syntax, .warning, at: .mark(file: values.file, mark),
                "a blank stands behind this backslash, so the command ends here for a shell; it is judged as if it went on",
                help: "take the blank out")
        }
        var count = reader.unclosed == nil ? 0 : 1
        for command in reader.commands {
            if let words = command.networkCreation, let mark = command.words.first(where: { $0.text.has(suffix: "docker") })?.mark {
                let draft = NetworkDraft(command: words, at: mark, isFragment: block.isFragment, file: values.file, reporting: &problems)
                if let draft { pasted.networks.append(draft.network(from: .command, in: texts, values, reporting: &problems)) }
                count += 1
            } else if !isQuoted {
                for word in command.words where !word.quoted.isEmpty {
                    count += readCommands(Block(text: block.text, lines: word.quoted), isQuoted: true, reporting: &problems)
                }
            }
        }
        return count
    }
}
