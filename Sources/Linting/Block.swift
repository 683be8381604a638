internal import NetPlan

/// A piece of a text that is read as one: its lines, or what is left of them without quote marks and indentation.
struct Block {
    /// A part of one line, that knows where it stands.
    struct Line {
        /// Counted from 1.
        let number: Int
        /// Of its first byte, counted from 1 in code points.
        var column: Int
        var bytes: Range<Int>

        /// Without the first bytes, none of which continues a character.
        func dropping(_ count: Int) -> Line {
            Line(number: number, column: column + count, bytes: (bytes.lowerBound + count)..<bytes.upperBound)
        }
    }

    let text: PastedText
    var lines: [Line]
    /// Whether it is a word or two in a sentence, which need not be whole.
    var isFragment = false

    func bytes(of line: Line) -> ArraySlice<UInt8> { text.bytes[line.bytes] }

    /// The line without blanks on either side.
    func trimmed(_ line: Line) -> ArraySlice<UInt8> { bytes(of: line).trimmed }

    /// All of it, as a text of its own.
    var joined: [UInt8] {
        var joined: [UInt8] = []
        for line in lines {
            joined += bytes(of: line)
            joined.append(UInt8(ascii: "\n"))
        }
        return joined
    }

    /// Where a mark in `joined` stands in the file.
    func mark(of mark: Mark) -> Mark {
        let index = Int(mark.line) - 1
        guard lines.indices.contains(index) else { return Mark(line: lines.last?.number ?? 1, column: 1) }
        return Mark(line: lines[index].number, column: lines[index].column + Int(mark.column) - 1, width: Int(mark.width))
    }

    /// The lines from one index up to another.
    func part(_ range: Range<Int>) -> Block { Block(text: text, lines: Array(lines[range]), isFragment: isFragment) }

    /// Without what all its lines are indented by.
    var dedented: Block {
        let indents = lines.compactMap { line in bytes(of: line).firstIndex { !$0.isBlank }.map { $0 - line.bytes.lowerBound } }
        guard let least = indents.min(), least > 0 else { return self }
        var block = self
        block.lines = lines.map { $0.dropping(min(least, $0.bytes.count)) }
        return block
    }
}
