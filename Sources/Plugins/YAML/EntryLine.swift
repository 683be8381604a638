/// A line of the form that most lines of a big plan have: `  nas: {address: 192.168.0.5, mac: "de:ad:be:ef:00:05"}`.
///
/// One key of a block, with a map in braces of at least one entry: plain words, some in double quotes, with one blank after each colon
/// and comma and nothing behind the brace. Whatever YAML can say in more than one way is not of this form: nothing that is opened
/// stays open, and no quote or brace is taken for a letter, whatever stands around the line.
enum EntryLine {
    /// What an entry is made of, each at its place in the bytes.
    enum Piece {
        /// A key or a value, with its quotes where it has them.
        case text(Range<Int>, isPlain: Bool)
        case opening(Int)
        case closing
    }

    /// YAML 1.1 knows a key by its colon only within 1024 characters; a name has far fewer.
    private static let longestKey = 255

    /// Tells the pieces of the line that starts here, and returns where the next one starts. Nil, perhaps after some pieces, where the
    /// line is of another form.
    @inline(__always)
    static func follow(_ bytes: Span<UInt8>, from start: Int, telling tell: (Piece) -> Void) -> Int? {
        var place = indentation(of: bytes, from: start)
        if place == start { return nil }
        guard let key = key(in: bytes, from: place) else { return nil }
        tell(.text(key, isPlain: true))
        place = key.upperBound + 2
        guard place < bytes.count, bytes[place] == UInt8(ascii: "{") else { return nil }
        tell(.opening(place))
        repeat {
            // Behind the brace, or behind a comma and its blank.
            place += bytes[place] == UInt8(ascii: "{") ? 1 : 2
            guard let key = Self.key(in: bytes, from: place) else { return nil }
            tell(.text(key, isPlain: true))
            place = key.upperBound + 2
            let isPlain = place >= bytes.count || bytes[place] != UInt8(ascii: "\"")
            guard let end = isPlain ? endOfPlain(in: bytes, from: place) : endOfQuoted(in: bytes, from: place) else { return nil }
            tell(.text(place..<end, isPlain: isPlain))
            place = end
        } while place + 1 < bytes.count && bytes[place] == UInt8(ascii: ",") && bytes[place + 1] == UInt8(ascii: " ")
        guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "}"), bytes[place + 1] == UInt8(ascii: "\n") else { return nil }
        tell(.closing)
        return place + 2
    }

    /// Where what stands behind a line's blanks begins.
    @inline(__always)
    static func indentation(of bytes: Span<UInt8>, from start: Int) -> Int {
        var place = start
        while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
        return place
    }

    /// A word with a colon and a blank behind it.
    @inline(__always)
    private static func key(in bytes: Span<UInt8>, from start: Int) -> Range<Int>? {
        var end = start
        while end < bytes.count, isOfWord(bytes[end]) { end += 1 }
        guard end > start, end - start <= longestKey, isLetterOrDigit(bytes[start]), end + 1 < bytes.count,
            bytes[end] == UInt8(ascii: ":"), bytes[end + 1] == UInt8(ascii: " ")
        else { return nil }
        return start..<end
    }

    /// Where a value without quotes ends: a word, in which colons may stand too.
    @inline(__always)
    private static func endOfPlain(in bytes: Span<UInt8>, from start: Int) -> Int? {
        guard start < bytes.count, isLetterOrDigit(bytes[start]) else { return nil }
        var end = start + 1
        while end + 1 < bytes.count, isOfWord(bytes[end]) || (bytes[end] == UInt8(ascii: ":") && isOfWord(bytes[end + 1])) { end += 1 }
        return end
    }

    /// Where a value in quotes ends: words, with colons and blanks between them.
    @inline(__always)
    private static func endOfQuoted(in bytes: Span<UInt8>, from start: Int) -> Int? {
        var end = start + 1
        while end < bytes.count, isOfWord(bytes[end]) || bytes[end] == UInt8(ascii: ":") || bytes[end] == UInt8(ascii: " ") { end += 1 }
        return end < bytes.count && bytes[end] == UInt8(ascii: "\"") ? end + 1 : nil
    }

    @inline(__always)
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

    /// Letters, digits and `-`, `.`, `/`, `_`.
    @inline(__always)
    private static func isOfWord(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x2D < 13 || byte == 0x5F }
}
