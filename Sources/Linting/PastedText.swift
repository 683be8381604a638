/// A file as it was pasted together: any bytes, with the name that it goes by.
struct PastedText {
    let bytes: [UInt8]
    let file: String

    /// The lines without their ends; a byte order mark is no part of the first.
    var lines: [Block.Line] {
        var lines: [Block.Line] = []
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        func add(upTo end: Int) {
            let isReturned = end > start && bytes[end - 1] == UInt8(ascii: "\r")
            lines.append(Block.Line(number: lines.count + 1, column: 1, bytes: start..<(isReturned ? end - 1 : end)))
        }
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") && index >= start {
            add(upTo: index)
            start = index + 1
        }
        if start < bytes.count { add(upTo: bytes.count) }
        return lines
    }
}
