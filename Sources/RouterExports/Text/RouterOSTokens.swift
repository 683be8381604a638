/// Takes a RouterOS script apart: commands end with a line, a semicolon or a brace; a backslash at the end of a line joins the next;
/// what stands in `[ ]` is another command's result, and passed over.
struct RouterOSTokens {
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The words of the next command, and its line; nil at the end.
    mutating func nextCommand() -> (words: [String], line: Int)? {
        while index < bytes.count {
            let start = skipBlanks()
            let words = words()
            if !words.isEmpty { return (words, start) }
        }
        return nil
    }

    private mutating func skipBlanks() -> Int {
        while index < bytes.count, bytes[index].isBlank {
            if bytes[index] == UInt8(ascii: "\n") { line += 1 }
            index += 1
        }
        return line
    }

    private mutating func words() -> [String] {
        var words: [String] = []
        var (word, isOpen): ([UInt8], Bool) = ([], false)
        func close() {
            if isOpen { words.append(String(decoding: word, as: UTF8.self)) }
            (word, isOpen) = ([], false)
        }
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\\") where joinsLines: skipJoint()
            case UInt8(ascii: "\n"), UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"):
                if byte == UInt8(ascii: "\n") { line += 1 }
                index += 1
                close()
                return words
            case UInt8(ascii: "#") where !isOpen && words.isEmpty:
                while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
            case UInt8(ascii: "["): skipBrackets()
            case UInt8(ascii: "\""):
                isOpen = true
                readString(into: &word)
            case _ where byte.isBlank:
                index += 1
                close()
            default:
                isOpen = true
                word.append(byte)
                index += 1
            }
        }
        close()
        return words
    }

    /// Whether the backslash here is the last of its line.
    private var joinsLines: Bool {
        let next = index + 1
        guard next < bytes.count else { return false }
        return bytes[next] == UInt8(ascii: "\n")
            || (bytes[next] == UInt8(ascii: "\r") && next + 1 < bytes.count && bytes[next + 1] == UInt8(ascii: "\n"))
    }

    /// The backslash, the end of the line, and the next one's indent.
    private mutating func skipJoint() {
        index += bytes[index + 1] == UInt8(ascii: "\r") ? 3 : 2
        line += 1
        while index < bytes.count, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") { index += 1 }
    }

    private mutating func skipBrackets() {
        var (depth, ignored): (Int, [UInt8]) = (0, [])
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                readString(into: &ignored)
                ignored = []
                continue
            }
            // An export closes them on the line that they are opened on.
            if byte == UInt8(ascii: "\n") { return }
            index += 1
            if byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: "]") { depth -= 1 }
            if depth == 0 { return }
        }
    }

    private mutating func readString(into word: inout [UInt8]) {
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            if bytes[index] == UInt8(ascii: "\\") {
                if joinsLines {
                    skipJoint()
                    continue
                }
                index += 1
                if index == bytes.count { return }
            }
            if bytes[index] == UInt8(ascii: "\n") { line += 1 }
            word.append(bytes[index])
            index += 1
        }
        index += 1
    }
}
