internal import NetPlan

/// Splits a script, or what was copied from a terminal, into commands of words with their places. It runs nothing.
///
/// Only where a line names docker is it read by the rules of a shell: prose, and what programs printed, is full of single quotes.
struct ShellReader {
    private let block: Block
    private var cursor: Cursor
    private(set) var commands: [ShellCommand] = []
    /// Where a quote opens in one of them that nothing closes.
    private(set) var unclosed: Mark?
    private var openQuote: Mark?
    /// Backslashes of our commands that a blank keeps from joining the next line.
    private(set) var blanksBehind: [Mark] = []
    /// Whether `# ` starts a line of root's, and not a comment.
    private let hasRootPrompt: Bool
    /// The first line that a backslash does not join to the one that is read now.
    private var resumption = 0

    init(_ block: Block) {
        self.block = block
        cursor = Cursor(block)
        hasRootPrompt = !block.lines.contains { line in
            let bytes = block.trimmed(line)
            return bytes.has(prefix: "#!") || ((bytes.has(prefix: "docker") || bytes.has(prefix: "sudo")) && bytes.holds("docker network"))
        }
    }

    /// Every command of a line that names docker.
    static func read(_ block: Block) -> ShellReader {
        var reader = ShellReader(block)
        reader.run()
        return reader
    }

    private mutating func run() {
        var line = 0
        while line < block.lines.count {
            guard block.bytes(of: block.lines[line]).holds("docker") else { line += 1; continue }
            cursor = Cursor(block, line: line)
            resumption = line + 1
            let blanks = blanksBehind.count
            var found = false
            var isWhole = true
            while isWhole, cursor.line < resumption, !cursor.isAtEnd {
                let command: ShellCommand
                (command, isWhole) = readCommand()
                guard command.networkCreation != nil || command.deploysStack || command.words.contains(where: { !$0.quoted.isEmpty }) else {
                    continue
                }
                found = true
                if isWhole {
                    commands.append(command)
                } else if command.networkCreation != nil || command.deploysStack {
                    // Else the line may have begun inside a text of several lines, and what seems to open there closes it.
                    unclosed = openQuote
                }
            }
            if !found { blanksBehind.removeSubrange(blanks...) }
            // Quotes that go on over lines are believed where the command is one of ours.
            line = found && isWhole ? max(cursor.line, resumption) : resumption
        }
    }

    /// Reads up to the end of a command, which is not whole where a quote is open at the end of the text.
    private mutating func readCommand() -> (command: ShellCommand, isWhole: Bool) {
        var command = ShellCommand()
        skipPrompt()
        var skipsNext = false
        while let byte = cursor.byte {
            switch byte {
            case 0x20, 0x09: cursor.advance()
            case UInt8(ascii: "\n"):
                cursor.advance()
                return (command, true)
            case UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "("), UInt8(ascii: ")"):
                cursor.advance()
                return (command, true)
            case UInt8(ascii: "#"): cursor.skipLine()
            case UInt8(ascii: "$") where opensCreation:
                cursor.advance(2)
                return (command, true)
            case UInt8(ascii: ">"),
                UInt8(ascii: "<") where !isPlaceholder:
                // A redirection and its target are no words of the command.
                while cursor.byte == byte || cursor.byte == UInt8(ascii: "&") { cursor.advance() }
                skipsNext = true
            default:
                if joinsNextLine() { break }
                let start = cursor
                guard let word = readWord() else { return (command, false) }
                // The number before a redirection is a file's.
                let isNumber = word.text.allSatisfy(\.isDigit) && (cursor.byte == UInt8(ascii: ">") || cursor.byte == UInt8(ascii: "<"))
                if !skipsNext, !isNumber { command.words.append(word) }
                skipsNext = false
                if cursor.line == start.line, cursor.offset == start.offset { cursor.advance() }
            }
        }
        return (command, true)
    }

    /// At the start of a line: `# ` and `> ` of a terminal.
    private mutating func skipPrompt() {
        while cursor.byte?.isBlank ?? false { cursor.advance() }
        guard cursor.next == 0x20, cursor.byte == UInt8(ascii: ">") || (hasRootPrompt && cursor.byte == UInt8(ascii: "#")) else { return }
        cursor.advance(2)
    }

    /// A backslash at the end of a line, or what other shells have for it: a backtick, a caret. Steps over it.
    private mutating func joinsNextLine() -> Bool {
        guard let byte = cursor.byte, "\\`^".utf8.contains(byte) else { return false }
        let behind = cursor.rest.dropFirst()
        let isRemark = byte == UInt8(ascii: "\\") && behind.first?.isBlank ?? false && behind.trimmed.first == UInt8(ascii: "#")
        guard behind.trimmed.isEmpty || isRemark else { return false }
        if byte == UInt8(ascii: "\\"), cursor.next != UInt8(ascii: "\n") { blanksBehind.append(cursor.mark) }
        if cursor.line + 1 == resumption { resumption += 1 }
        cursor.skipLine()
        cursor.advance()
        while cursor.byte?.isBlank ?? false { cursor.advance() }
        if cursor.byte == UInt8(ascii: ">"), cursor.next == 0x20 { cursor.advance(2) }
        return true
    }

    /// Whether `$(docker network create …` starts here: a command like others, whatever takes what it prints.
    private var opensCreation: Bool {
        guard cursor.byte == UInt8(ascii: "$"), cursor.next == UInt8(ascii: "(") else { return false }
        let inside = cursor.rest.dropFirst(2).prefix(64).trimmed
        return ["docker network create", "sudo docker network create"].contains { inside.has(prefix: $0) }
    }

    /// Whether `<your subnet>` starts here, and no redirection.
    private var isPlaceholder: Bool {
        guard cursor.byte == UInt8(ascii: "<"), let next = cursor.next, next.isLetter else { return false }
        return cursor.rest.prefix(64).contains(UInt8(ascii: ">"))
    }

    /// Reads one word; nil where a quote is open at the end of the text.
    private mutating func readWord() -> ShellWord? {
        let start = cursor
        var word = ShellWord(mark: start.mark)
        while let byte = cursor.byte {
            switch byte {
            case 0x20, 0x09, UInt8(ascii: "\n"), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "("),
                UInt8(ascii: ")"):
                return finished(word, from: start)
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                guard readQuoted(byte, into: &word) else { return nil }
            case UInt8(ascii: "\\"):
                // At the end of a line it joins what follows; the word goes on there only where nothing blank is between.
                if cursor.next == UInt8(ascii: "\n") { return finished(word, from: start) }
                cursor.advance()
                take(into: &word)
            case UInt8(ascii: "$") where opensCreation:
                return finished(word, from: start)
            case UInt8(ascii: "$"), UInt8(ascii: "`"):
                word.isKnown = false
                readExpansion(into: &word)
            case UInt8(ascii: "<") where isPlaceholder:
                word.isKnown = false
                while let inner = cursor.byte, inner != UInt8(ascii: ">"), inner != UInt8(ascii: "\n") { take(into: &word) }
                if cursor.byte == UInt8(ascii: ">") { take(into: &word) }
            case UInt8(ascii: ">"), UInt8(ascii: "<"):
                return finished(word, from: start)
            default: take(into: &word)
            }
        }
        return finished(word, from: start)
    }

    private func finished(_ word: ShellWord, from start: Cursor) -> ShellWord {
        var word = word
        word.mark = start.mark(width: cursor.line == start.line ? cursor.column - start.column : 1)
        return word
    }

    /// One byte of a word, with what has to be known of a sign of equality.
    private mutating func take(into word: inout ShellWord) {
        guard let byte = cursor.byte else { return }
        word.text.append(byte)
        cursor.advance()
        if byte == UInt8(ascii: "="), word.equals.count < 3 { word.equals.append((word.text.count, cursor.mark)) }
    }

    private mutating func readQuoted(_ quote: UInt8, into word: inout ShellWord) -> Bool {
        let opening = cursor.mark
        cursor.advance()
        let start = cursor
        while let byte = cursor.byte, byte != quote {
            if quote == UInt8(ascii: "\""), byte == UInt8(ascii: "\\"), let next = cursor.next {
                cursor.advance()
                if next == UInt8(ascii: "\n") { cursor.advance(); continue }
                if !"$`\"\\".utf8.contains(next) { word.text.append(byte) }
            } else if quote == UInt8(ascii: "\""), byte == UInt8(ascii: "$") || byte == UInt8(ascii: "`") {
                word.isKnown = false
            }
            take(into: &word)
        }
        guard cursor.byte != nil else {
            openQuote = opening
            return false
        }
        let lines = cursor.lines(since: start)
        if lines.contains(where: { block.bytes(of: $0).holds("network create") }) { word.quoted = lines }
        cursor.advance()
        return true
    }

    /// `$NAME`, `${…}`, `$(…)` or `` `…` ``: kept as it is written, up to its end on this line.
    private mutating func readExpansion(into word: inout ShellWord) {
        let opening = cursor.byte
        take(into: &word)
        var closings: [UInt8] = opening == UInt8(ascii: "`") ? [UInt8(ascii: "`")] : []
        if opening == UInt8(ascii: "$"), cursor.byte == UInt8(ascii: "(") || cursor.byte == UInt8(ascii: "{") {
            closings = [cursor.byte == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}")]
            take(into: &word)
        }
        while let closing = closings.last, let byte = cursor.byte, byte != UInt8(ascii: "\n") {
            if byte == UInt8(ascii: "("), closing == UInt8(ascii: ")") { closings.append(closing) }
            if byte == closing { closings.removeLast() }
            take(into: &word)
        }
    }
}
