/// A line of a text, with its number.
struct ExportLine {
    let number: Int
    let bytes: ArraySlice<UInt8>

    static func all(in bytes: [UInt8]) -> [ExportLine] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated().map { index, line in
            ExportLine(number: index + 1, bytes: line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
        }
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The words of the line, as a shell takes them apart: `'…'` to the letter, `"…"` and what stands bare with backslashes.
    var words: [String] {
        var words: [String] = []
        var (word, isOpen): ([UInt8], Bool) = ([], false)
        var quote: UInt8?
        var rest = bytes
        while let byte = rest.popFirst() {
            if let open = quote {
                if byte == open {
                    quote = nil
                } else if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\""), let next = rest.popFirst() {
                    word.append(next)
                } else {
                    word.append(byte)
                }
            } else if byte.isBlank {
                if isOpen { words.append(String(decoding: word, as: UTF8.self)) }
                (word, isOpen) = ([], false)
            } else if byte == UInt8(ascii: "#"), !isOpen {
                return words
            } else {
                isOpen = true
                switch byte {
                case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
                case UInt8(ascii: "\\"): word.append(rest.popFirst() ?? byte)
                default: word.append(byte)
                }
            }
        }
        if isOpen { words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }
}
