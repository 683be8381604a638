/// JSON as Kea takes it: with `//`, `#` and `/* */` comments, and `<?include "…"?>` (Kea 2.2, 5.1).
enum JSONText {
    /// The same text with blanks for all of that, so that every line and column stays; and the lines that include another file.
    static func withoutComments(_ bytes: [UInt8]) -> (bytes: [UInt8], includes: [Int]) {
        var (result, includes, line, index): ([UInt8], [Int], Int, Int) = (bytes, [], 1, 0)
        /// Blanks everything up to an end, which is blanked, too.
        func blank(to end: [UInt8]) {
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: "\n") { line += 1 } else { result[index] = UInt8(ascii: " ") }
                index += 1
                if index >= end.count, bytes[(index - end.count)..<index].elementsEqual(end) { return }
            }
        }
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            switch (byte, next) {
            case (UInt8(ascii: "\n"), _):
                line += 1
                index += 1
            case (UInt8(ascii: "#"), _), (UInt8(ascii: "/"), UInt8(ascii: "/")): blank(to: [UInt8(ascii: "\n")])
            case (UInt8(ascii: "/"), UInt8(ascii: "*")): blank(to: Array("*/".utf8))
            case (UInt8(ascii: "<"), UInt8(ascii: "?")):
                includes.append(line)
                blank(to: Array("?>".utf8))
            case (UInt8(ascii: "\""), _):
                index += 1
                while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                    if bytes[index] == UInt8(ascii: "\\") { index += 1 }
                    if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { line += 1 }
                    index += 1
                }
                index += 1
            default: index += 1
            }
        }
        return (result, includes)
    }
}
