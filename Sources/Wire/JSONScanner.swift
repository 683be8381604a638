/// Walks over JSON byte by byte (RFC 8259), and takes nothing that is not of it.
struct JSONScanner {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    func error(_ reason: String) -> WireError {
        let line = 1 + bytes.prefix(position).count { $0 == 0x0A }
        return WireError(reason: "line \(line): \(reason)")
    }

    mutating func skipBlanks() { while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 } }

    /// The members of an object, and where the first may stand.
    mutating func object() throws(WireError) -> (start: Int, members: [JSONText.Member]) {
        try take("{", "an object is wanted, '{ … }'")
        let start = position
        var members: [JSONText.Member] = []
        skipBlanks()
        if next("}") { return (start, []) }
        repeat {
            skipBlanks()
            let begin = position
            let key = try string()
            skipBlanks()
            try take(":", "a ':' is missing behind a key")
            skipBlanks()
            let valueStart = position
            var compact: [UInt8] = []
            try value(into: &compact)
            members.append(JSONText.Member(key: key, range: begin..<position, value: valueStart..<position, compact: compact))
            skipBlanks()
        } while next(",")
        try take("}", "a ',' or '}' is missing behind a value")
        return (start, members)
    }

    private mutating func next(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func take(_ character: Unicode.Scalar, _ reason: String) throws(WireError) {
        guard next(character) else { throw error(reason) }
    }

    /// Its bytes between the quotes, which stand for what they say: two spellings of one text are two.
    private mutating func string() throws(WireError) -> String {
        try take("\"", "a text in quotes is wanted")
        let start = position
        while position < bytes.count, bytes[position] != 0x22 {
            guard bytes[position] >= 0x20 else { throw error("a control character stands in a text") }
            position += bytes[position] == 0x5C ? 2 : 1
        }
        guard position < bytes.count else { throw error("a text has no end") }
        position += 1
        return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
    }

    private mutating func value(into compact: inout [UInt8]) throws(WireError) {
        depth += 1
        defer { depth -= 1 }
        guard depth < 64, position < bytes.count else { throw error(depth < 64 ? "it ends too early" : "it is nested deeper than 64") }
        let start = position
        switch bytes[position] {
        case UInt8(ascii: "{"):
            let members = try object().members
            compact += "{".utf8
            for (index, member) in members.enumerated() {
                if index > 0 { compact += ",".utf8 }
                compact += "\"\(member.key)\":".utf8
                compact += member.compact
            }
            compact += "}".utf8
        case UInt8(ascii: "["):
            position += 1
            compact += "[".utf8
            skipBlanks()
            if !next("]") {
                repeat {
                    if compact.last != UInt8(ascii: "[") { compact += ",".utf8 }
                    skipBlanks()
                    try value(into: &compact)
                    skipBlanks()
                } while next(",")
                try take("]", "a ',' or ']' is missing in a list")
            }
            compact += "]".utf8
        case UInt8(ascii: "\""):
            _ = try string()
            compact += bytes[start..<position]
        default:
            while position < bytes.count, "+-.0123456789abcdefghijklmnopqrstuvwxyzE".utf8.contains(bytes[position]) { position += 1 }
            let word = String(decoding: bytes[start..<position], as: UTF8.self)
            guard ["true", "false", "null"].contains(word) || Self.isNumber(word) else { throw error("a value is wanted") }
            compact += bytes[start..<position]
        }
    }

    /// An integer without zeros in front; a fraction and an exponent where there is one (RFC 8259, section 6).
    private static func isNumber(_ word: String) -> Bool {
        let digits = word.first == "-" ? word.dropFirst() : word[...]
        guard let first = digits.first, first.isNumber, digits.last?.isNumber == true, Double(word) != nil else { return false }
        return !digits.contains("x") && (first != "0" || digits.dropFirst().first?.isNumber != true)
    }
}
