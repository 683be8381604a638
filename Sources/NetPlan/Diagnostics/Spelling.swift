/// Words for messages: what was meant, and lists of what is possible.
public enum Spelling {
    /// The candidate that differs least from `word`, if it is near enough to be meant; the first of equals.
    ///
    /// `ds9` is no slip for `ds1`: what differs in its digits alone is another thing.
    ///
    ///     Spelling.nearest(to: "adress", among: ["address", "mac"])   // "address"
    public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let word = Array(word.lowercased().utf8.prefix(64))
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let other = Array(candidate.lowercased().utf8)
            let limit = max(1, min(word.count, other.count) / 3)
            guard abs(word.count - other.count) <= limit, letters(word) != letters(other) || word == other else { continue }
            let distance = distance(word, other)
            if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
        }
        return best?.candidate
    }

    private static func letters(_ word: [UInt8]) -> [UInt8] { word.filter { Digits.decimal($0) == nil } }

    /// How many bytes must be changed, added, taken away or swapped with their neighbour (optimal string alignment).
    static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var rows = [Array(0...b.count)]
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var cost = min(rows[i][j] + (a[i] == b[j] ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, rows[i - 1][j - 1] + 1) }
                row.append(cost)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }

    /// `a`, `a or b`, `a, b or c`.
    public static func list(_ words: [String], _ conjunction: String = "or") -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
    }

    /// A sentence that somebody can read: of one that quotes a text of a megabyte, the start and the end.
    static func shortened(_ sentence: String) -> String {
        if sentence.utf8.count <= 800 { return sentence }
        let scalars = sentence.unicodeScalars
        return String(String.UnicodeScalarView(scalars.prefix(400))) + " … " + String(String.UnicodeScalarView(scalars.suffix(200)))
    }

    /// Seconds as the plan has them: `12h`, `90m`.
    static func duration(_ seconds: Int) -> String {
        let units = [(86400, "d"), (3600, "h"), (60, "m")]
        return units.first { seconds > 0 && seconds % $0.0 == 0 }.map { "\(seconds / $0.0)\($0.1)" } ?? "\(seconds)s"
    }

    /// `1 file`, `2 files`.
    public static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
