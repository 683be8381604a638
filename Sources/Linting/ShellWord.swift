internal import NetPlan

/// A word of a command, as the shell would give it on; nothing is expanded.
struct ShellWord {
    /// Without quotes and backslashes.
    var text: [UInt8] = []
    /// Where it starts, and how many columns it takes.
    var mark: Mark
    /// Whether nothing in it is a variable, the output of another command, or a place to fill in.
    var isKnown = true
    /// Behind each of the first signs of equality: the index in the text, and where that stands.
    var equals: [(index: Int, mark: Mark)] = []
    /// What stood between quotes and holds a command of its own.
    var quoted: [Block.Line] = []

    var shown: String { text.shown }

    /// What stands before the first sign of equality.
    var key: String { text.prefix { $0 != UInt8(ascii: "=") }.shown }

    /// As a value to be read.
    var word: Word { Word(text, at: mark, isKnown: isKnown) }

    func `is`(_ word: String) -> Bool { text.elementsEqual(word.utf8) }

    /// What stands behind the first sign of equality, as a word of its own.
    var value: ShellWord? {
        guard let (index, start) = equals.first else { return nil }
        return part(from: index, at: start)
    }

    /// What stands behind some bytes without quotes, as `eth0` in `-oparent=eth0`.
    func dropping(_ count: Int) -> ShellWord { part(from: count, at: Mark(line: Int(mark.line), column: Int(mark.column) + count)) }

    private func part(from index: Int, at start: Mark) -> ShellWord {
        let end = Int(mark.column) + Int(mark.width)
        var part = self
        part.text = Array(text[index...])
        part.mark = Mark(line: Int(start.line), column: Int(start.column), width: start.line == mark.line ? end - Int(start.column) : 1)
        part.equals = equals.filter { $0.index > index }.map { ($0.index - index, $0.mark) }
        part.isKnown = isKnown || !Placeholder.isIn(part.text)
        return part
    }

    /// The values of a list with commas.
    var parts: [ShellWord] {
        if !text.contains(UInt8(ascii: ",")) { return [self] }
        var parts: [ShellWord] = []
        var column = Int(mark.column)
        for piece in text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            let width = piece.count { !$0.continuesCharacter }
            var word = self
            word.text = Array(piece)
            word.mark = Mark(line: Int(mark.line), column: column, width: width)
            word.equals = []
            if !piece.isEmpty { parts.append(word) }
            column += width + 1
        }
        return parts
    }
}
