/// Takes a text of ISC's apart: statements that end with a semicolon, and blocks in braces (dhcpd.conf(5), dhcpd.leases(5)).
struct BraceTokens {
    /// What follows next, with the line of its first word.
    enum Token {
        /// The words before a `;`.
        case statement([String], line: Int)
        /// The words before a `{`.
        case open([String], line: Int)
        case close
    }

    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var words: [String] = []
    private var start = 1
    /// A `}` that ended a statement without its semicolon.
    private var closes = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Token? {
        if closes {
            closes = false
            return .close
        }
        words = []
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\n"):
                line += 1
                index += 1
            case UInt8(ascii: ";"):
                index += 1
                if !words.isEmpty { return .statement(words, line: start) }
            case UInt8(ascii: "{"):
                index += 1
                return .open(words, line: words.isEmpty ? line : start)
            case UInt8(ascii: "}"):
                index += 1
                if words.isEmpty { return .close }
                closes = true
                return .statement(words, line: start)
            case UInt8(ascii: "#"): while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
            case UInt8(ascii: "\""): add(string())
            case UInt8(ascii: ","): index += 1
            case _ where byte.isBlank: index += 1
            default: add(word())
            }
        }
        return words.isEmpty ? nil : .statement(words, line: start)
    }

    private mutating func add(_ word: (text: String, line: Int)) {
        if words.isEmpty { start = word.line }
        words.append(word.text)
    }

    private mutating func word() -> (String, Int) {
        let begin = index
        while index < bytes.count, !bytes[index].isBlank, !"{};,\"#".utf8.contains(bytes[index]) { index += 1 }
        return (String(decoding: bytes[begin..<index], as: UTF8.self), line)
    }

    private mutating func string() -> (String, Int) {
        let begin = line
        var text: [UInt8] = []
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count { index += 1 }
            if bytes[index] == UInt8(ascii: "\n") { line += 1 }
            text.append(bytes[index])
            index += 1
        }
        index += 1
        return (String(decoding: text, as: UTF8.self), begin)
    }
}
