/// A plan's text without the lines that repeat the form of those before them: what libyaml is given in its place.
///
/// Of 100,000 devices, each in a line of its own, libyaml reads the first two; the others are `EntryLine`s with the same indentation.
/// The state it is in behind the second is the one that it would be in behind each of them, for no such line opens anything that
/// it does not close. So what it makes of the rest is what it would have made of it.
struct Abridgement {
    /// Lines that were left out, one behind another.
    struct Cut {
        /// How many characters stand before the end of the line above, in the abridged text.
        let index: Int
        /// Where they stand in the text.
        let lines: Range<Int>
        let count: Int
    }

    /// The text itself.
    let source: [UInt8]
    /// What is left of it.
    private(set) var bytes: [UInt8] = []
    /// In the order of the text.
    private(set) var cuts: [Cut] = []

    /// How many lines libyaml gets to read of each sort: the first may open the block, and the second stands as all others do.
    private static let kept = 2
    /// Fewer lines are not worth a cut.
    private static let fewest = 8

    /// Nil where there is nothing to leave out.
    init?(of source: [UInt8]) {
        self.source = source
        leaveOut(from: source.span)
        if cuts.isEmpty { return nil }
    }

    private mutating func leaveOut(from text: Span<UInt8>) {
        var copied = 0
        var characters = 0
        var start = 0
        while start < text.count {
            let (lines, count) = Self.alikes(in: text, from: start)
            if count >= Self.fewest {
                characters += append(text.extracting(copied..<lines.lowerBound))
                cuts.append(Cut(index: characters - 1, lines: lines, count: count))
                copied = lines.upperBound
            }
            start = lines.upperBound
        }
        if !cuts.isEmpty { characters += append(text.extracting(copied..<text.count)) }
    }

    /// The lines behind the first two, as long as all are of the form and stand alike; where the first is not, the end of it.
    private static func alikes(in text: Span<UInt8>, from start: Int) -> (lines: Range<Int>, count: Int) {
        let width = EntryLine.indentation(of: text, from: start) - start
        var (place, count, first) = (start, 0, start)
        while let next = EntryLine.follow(text, from: place, telling: { _ in }) {
            if EntryLine.indentation(of: text, from: place) - place != width { break }
            (place, count) = (next, count + 1)
            if count <= kept { first = next }
        }
        if count > 0 { return (first..<place, max(0, count - kept)) }
        while place < text.count, text[place] != UInt8(ascii: "\n") { place += 1 }
        place = min(place + 1, text.count)
        return (place..<place, 0)
    }

    /// Returns how many characters these are.
    private mutating func append(_ text: Span<UInt8>) -> Int {
        var characters = 0
        for index in text.indices where text[index] & 0xC0 != 0x80 { characters += 1 }
        text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        return characters
    }
}
