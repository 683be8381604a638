/// Finds the pieces of a text that are to be read: code in Markdown, or the whole of it.
struct Segmenter {
    private let text: PastedText
    private let lines: [Block.Line]
    private var blocks: [Block] = []
    /// Lines that are no code by their form, but may hold commands.
    private var plain: [Block.Line] = []
    /// Lines that are a code span each, one after the other, as where a long command was marked line by line.
    private var spans: [Block.Line] = []
    private var indented: [Block.Line] = []

    /// The pieces, in order of their ends.
    static func blocks(of text: PastedText) -> [Block] {
        let lines = text.lines
        let whole = Block(text: text, lines: lines)
        // What is one text by all its lines is not taken apart.
        if whole.kind != .shell, !lines.contains(where: { fence(whole.bytes(of: unquoted($0, in: text))) != nil }) { return [whole] }
        var segmenter = Segmenter(text: text, lines: lines)
        segmenter.run()
        return segmenter.blocks
    }

    private init(text: PastedText, lines: [Block.Line]) {
        self.text = text
        self.lines = lines
    }

    private mutating func run() {
        var index = 0
        var isAfterBlank = true
        while index < lines.count {
            let line = Self.unquoted(lines[index], in: text)
            let bytes = text.bytes[line.bytes]
            index += 1
            if let fence = Self.fence(bytes) {
                end()
                let start = index
                while index < lines.count, !Self.closes(fence, text.bytes[Self.unquoted(lines[index], in: text).bytes]) { index += 1 }
                add(lines[start..<index].map { Self.unindented(Self.unquoted($0, in: text), fence.indent, in: text) })
                index += 1
                isAfterBlank = true
            } else if let span = Self.wholeSpan(line, in: text) {
                endIndented()
                endPlain()
                spans.append(span)
                isAfterBlank = false
            } else if bytes.trimmed.isEmpty {
                endSpans()
                // A blank line ends no script, and no block of indented code.
                if !indented.isEmpty { indented.append(line) } else { plain.append(line) }
                isAfterBlank = true
            } else if (isAfterBlank || !indented.isEmpty), bytes.has(prefix: "    ") || bytes.has(prefix: "\t") {
                endSpans()
                indented.append(line)
                isAfterBlank = false
            } else {
                endSpans()
                endIndented()
                addPlain(line)
                isAfterBlank = false
            }
        }
        end()
    }

    private mutating func end() {
        // Indented commands join the plain ones.
        endIndented()
        endPlain()
        endSpans()
    }

    private mutating func endPlain() { add(plain); plain = [] }
    private mutating func endSpans() { add(spans); spans = [] }

    /// Indented lines may go on with a script that is not indented: only what is something else stands for itself.
    private mutating func endIndented() {
        if indented.isEmpty { return }
        let block = Block(text: text, lines: indented).dedented
        if block.kind == .shell { plain += indented } else { endPlain(); blocks.append(block) }
        indented = []
    }

    private mutating func add(_ lines: [Block.Line]) {
        if lines.contains(where: { !$0.bytes.isEmpty }) { blocks.append(Block(text: text, lines: lines).dedented) }
    }

    /// A line of prose: its code spans that hold a command are blocks; without one, the line itself may be a command.
    private mutating func addPlain(_ line: Block.Line) {
        let found = Self.spans(of: line, in: text).filter { text.bytes[$0.bytes].holds("network create") }
        if found.isEmpty { plain.append(line) }
        for span in found { blocks.append(Block(text: text, lines: [span], isFragment: true)) }
    }

    /// Without the marks of a quotation.
    private static func unquoted(_ line: Block.Line, in text: PastedText) -> Block.Line {
        var line = line
        while true {
            let bytes = text.bytes[line.bytes]
            let indent = bytes.prefix { $0 == 0x20 }.count
            guard indent < 4, bytes.dropFirst(indent).first == UInt8(ascii: ">") else { return line }
            let isSpaced = bytes.dropFirst(indent + 1).first == 0x20
            line = line.dropping(indent + (isSpaced ? 2 : 1))
        }
    }

    private static func unindented(_ line: Block.Line, _ indent: Int, in text: PastedText) -> Block.Line {
        line.dropping(min(indent, text.bytes[line.bytes].prefix { $0.isBlank }.count))
    }

    private struct Fence {
        let sign: UInt8
        let count: Int
        let indent: Int
    }

    /// Three or more backticks or tildes, with a language or without (CommonMark, section 4.5).
    private static func fence(_ bytes: ArraySlice<UInt8>) -> Fence? {
        let indent = bytes.prefix { $0.isBlank }.count
        let rest = bytes.dropFirst(indent)
        guard let sign = rest.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return nil }
        let count = rest.prefix { $0 == sign }.count
        guard count >= 3, sign != UInt8(ascii: "`") || !rest.dropFirst(count).contains(sign) else { return nil }
        return Fence(sign: sign, count: count, indent: indent)
    }

    private static func closes(_ fence: Fence, _ bytes: ArraySlice<UInt8>) -> Bool {
        let trimmed = bytes.trimmed
        return trimmed.count >= fence.count && trimmed.allSatisfy { $0 == fence.sign }
    }

    /// The inside of the one code span that a line is.
    private static func wholeSpan(_ line: Block.Line, in text: PastedText) -> Block.Line? {
        let bytes = text.bytes[line.bytes].trimmed
        guard bytes.count > 2, bytes.first == UInt8(ascii: "`"), bytes.last == UInt8(ascii: "`") else { return nil }
        let inside = bytes.dropFirst().dropLast()
        if inside.contains(UInt8(ascii: "`")) { return nil }
        let before = bytes.startIndex - line.bytes.lowerBound
        return Block.Line(number: line.number, column: line.column + before + 1, bytes: inside.indices)
    }

    /// What stands between runs of backticks of one length (CommonMark, section 6.1).
    private static func spans(of line: Block.Line, in text: PastedText) -> [Block.Line] {
        var spans: [Block.Line] = []
        var (column, index) = (line.column, line.bytes.lowerBound)
        var open: (count: Int, column: Int, index: Int)?
        while index < line.bytes.upperBound {
            guard text.bytes[index] == UInt8(ascii: "`") else {
                index += 1
                if index >= line.bytes.upperBound || !text.bytes[index].continuesCharacter { column += 1 }
                continue
            }
            let count = text.bytes[index..<line.bytes.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
            if let start = open, start.count == count {
                spans.append(Block.Line(number: line.number, column: start.column, bytes: start.index..<index))
                open = nil
            } else if open == nil {
                open = (count, column + count, index + count)
            }
            (column, index) = (column + count, index + count)
        }
        return spans
    }
}
