/// The difference of two texts as `diff -u` prints it, and `patch` takes it.
///
///     UnifiedDiff(from: [UInt8]("a\nb\n".utf8), to: [UInt8]("a\nc\n".utf8)).text(from: "old", to: "new")
///     // --- old, +++ new, @@ -1,2 +1,2 @@, " a", "-b", "+c"
///
/// Lines that both have once are the skeleton (patience diff): blocks of text stay together, and 100,000 lines cost a sort.
public struct UnifiedDiff {
    private let old: [ArraySlice<UInt8>]
    private let new: [ArraySlice<UInt8>]
    /// Pairs of places of the lines that stay, both rising.
    private var kept: [(old: Int, new: Int)] = []

    /// Compares two texts.
    public init(from old: [UInt8], to new: [UInt8]) {
        self.old = Self.lines(of: old)
        self.new = Self.lines(of: new)
        var numbers: [ArraySlice<UInt8>: Int] = [:]
        func number(_ line: ArraySlice<UInt8>) -> Int {
            let next = numbers.count
            return numbers[line, default: next] == next
                ? {
                    numbers[line] = next; return next
                }() : numbers[line, default: next]
        }
        let (a, b) = (self.old.map(number), self.new.map(number))
        kept = LineMatch(a, b).pairs
    }

    /// Each with its end.
    private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
            lines.append(text[start..<end])
            start = end
        }
        return lines
    }

    /// A line of either text or both, and how many of each text stand before it.
    private struct Line {
        enum Fate { case same, removed, added }

        let fate: Fate
        let old: Int
        let new: Int
    }

    /// How many lines stand around each change.
    private static let context = 3

    /// Empty where the two are the same.
    public func text(from oldName: String, to newName: String) -> [UInt8] {
        let lines = script
        let changed = lines.indices.filter { lines[$0].fate != .same }
        guard var start = changed.first else { return [] }
        var text = Array("--- \(oldName)\n+++ \(newName)\n".utf8)
        var last = start
        for index in changed.dropFirst() {
            if index - last > 2 * Self.context + 1 {
                append(lines, start, last, to: &text)
                start = index
            }
            last = index
        }
        append(lines, start, last, to: &text)
        return text
    }

    /// Every line of both, in order; of a change, what goes first.
    private var script: [Line] {
        var script: [Line] = []
        script.reserveCapacity(old.count + new.count)
        var (i, j) = (0, 0)
        func add(_ fate: Line.Fate) {
            script.append(Line(fate: fate, old: i, new: j))
            if fate != .added { i += 1 }
            if fate != .removed { j += 1 }
        }
        for pair in kept + [(old.count, new.count)] {
            while i < pair.old { add(.removed) }
            while j < pair.new { add(.added) }
            if i < old.count, j < new.count { add(.same) }
        }
        return script
    }

    private func append(_ lines: [Line], _ first: Int, _ last: Int, to text: inout [UInt8]) {
        let hunk = lines[max(0, first - Self.context)...min(lines.count - 1, last + Self.context)]
        // Where a side has no line here, its number is that of the line before.
        func range(_ before: Int, _ count: Int) -> String {
            let start = count == 0 ? before : before + 1
            return count == 1 ? "\(start)" : "\(start),\(count)"
        }
        let start = lines[hunk.startIndex]
        text +=
            "@@ -\(range(start.old, hunk.count { $0.fate != .added })) +\(range(start.new, hunk.count { $0.fate != .removed })) @@\n".utf8
        for line in hunk {
            switch line.fate {
            case .same: append(" ", old[line.old], to: &text)
            case .removed: append("-", old[line.old], to: &text)
            case .added: append("+", new[line.new], to: &text)
            }
        }
    }

    private func append(_ sign: Unicode.Scalar, _ line: ArraySlice<UInt8>, to text: inout [UInt8]) {
        text.append(UInt8(ascii: sign))
        text += line
        if line.last != 0x0A { text += "\n\\ No newline at end of file\n".utf8 }
    }
}
