internal import NetPlan

/// Goes through a block byte by byte, and knows its line and column all the while: no line is ever counted twice.
struct Cursor {
    private let bytes: [UInt8]
    private let lines: [Block.Line]
    /// The index of the line in the block.
    private(set) var line: Int
    private(set) var offset: Int
    private(set) var column: Int

    init(_ block: Block, line: Int = 0) {
        bytes = block.text.bytes
        lines = block.lines
        self.line = line
        offset = line < lines.count ? lines[line].bytes.lowerBound : 0
        column = line < lines.count ? lines[line].column : 1
    }

    var isAtEnd: Bool { line >= lines.count }

    /// The byte here; a line feed behind each line; nil at the end.
    var byte: UInt8? {
        guard line < lines.count else { return nil }
        return offset < lines[line].bytes.upperBound ? bytes[offset] : UInt8(ascii: "\n")
    }

    /// The byte after this one on the same line; a line feed behind the line.
    var next: UInt8? {
        guard line < lines.count, offset < lines[line].bytes.upperBound else { return nil }
        return offset + 1 < lines[line].bytes.upperBound ? bytes[offset + 1] : UInt8(ascii: "\n")
    }

    /// What is left of this line.
    var rest: ArraySlice<UInt8> { line < lines.count ? bytes[offset..<lines[line].bytes.upperBound] : [] }

    mutating func advance() {
        guard line < lines.count else { return }
        if offset < lines[line].bytes.upperBound {
            offset += 1
            // A character's place is that of its first byte.
            if offset >= lines[line].bytes.upperBound || !bytes[offset].continuesCharacter { column += 1 }
            return
        }
        line += 1
        guard line < lines.count else { return }
        offset = lines[line].bytes.lowerBound
        column = lines[line].column
    }

    mutating func advance(_ count: Int) { for _ in 0..<count { advance() } }

    /// To the end of this line, which is not passed.
    mutating func skipLine() { while let byte, byte != UInt8(ascii: "\n") { advance() } }

    var mark: Mark { mark(width: 1) }

    func mark(width: Int) -> Mark {
        let number = line < lines.count ? lines[line].number : lines.last?.number ?? 1
        return Mark(line: number, column: column, width: width)
    }

    /// What lies between an earlier place and this one, as lines of their own.
    func lines(since start: Cursor) -> [Block.Line] {
        guard start.line < lines.count else { return [] }
        if start.line == line { return [Block.Line(number: lines[line].number, column: start.column, bytes: start.offset..<offset)] }
        var found = [
            Block.Line(number: lines[start.line].number, column: start.column, bytes: start.offset..<lines[start.line].bytes.upperBound)
        ]
        found += lines[(start.line + 1)..<min(line, lines.count)]
        if line < lines.count {
            found.append(Block.Line(number: lines[line].number, column: lines[line].column, bytes: lines[line].bytes.lowerBound..<offset))
        }
        return found
    }
}
