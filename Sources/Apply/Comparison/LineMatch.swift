/// Which lines of two texts are the same ones: patience diff over lines that are numbered by what they say.
struct LineMatch {
    /// Rising on both sides.
    private(set) var pairs: [(old: Int, new: Int)] = []
    private let old: [Int]
    private let new: [Int]

    init(_ old: [Int], _ new: [Int]) {
        self.old = old
        self.new = new
        var open = [(old: old.indices, new: new.indices)]
        while let (a, b) = open.popLast() { match(a, b, rest: &open) }
        pairs.sort { $0.old < $1.old }
    }

    /// Pairs what is the same at both ends, then what both have once; what lies between the pairs is left for later.
    private mutating func match(_ a: Range<Int>, _ b: Range<Int>, rest: inout [(old: Range<Int>, new: Range<Int>)]) {
        var (a, b) = (a, b)
        while let i = a.first, let j = b.first, old[i] == new[j] {
            pairs.append((i, j))
            (a, b) = (a.dropFirst(), b.dropFirst())
        }
        while let i = a.last, let j = b.last, old[i] == new[j] {
            pairs.append((i, j))
            (a, b) = (a.dropLast(), b.dropLast())
        }
        if a.isEmpty || b.isEmpty { return }
        let anchors = anchors(a, b)
        if anchors.isEmpty { return pairs += Self.longest(old, a, new, b) }
        var (i, j) = (a.lowerBound, b.lowerBound)
        for anchor in anchors + [(a.upperBound, b.upperBound)] {
            if i < anchor.old, j < anchor.new { rest.append((i..<anchor.old, j..<anchor.new)) }
            if anchor.old < a.upperBound { pairs.append(anchor) }
            (i, j) = (anchor.old + 1, anchor.new + 1)
        }
    }

    /// The longest rising run of lines that each side has once.
    private func anchors(_ a: Range<Int>, _ b: Range<Int>) -> [(old: Int, new: Int)] {
        let (olds, news) = (Self.once(old, a), Self.once(new, b))
        let common = olds.compactMap { line, i in news[line].map { (old: i, new: $0) } }.sorted { $0.old < $1.old }
        // Piles, as in the game of patience: each card lies on the leftmost pile whose top is higher, and knows the top to its left.
        var piles: [Int] = []
        var before = [Int?](repeating: nil, count: common.count)
        for (card, pair) in common.enumerated() {
            var (low, high) = (0, piles.count)
            while low < high {
                let middle = (low + high) / 2
                if common[piles[middle]].new < pair.new { low = middle + 1 } else { high = middle }
            }
            before[card] = low > 0 ? piles[low - 1] : nil
            if low == piles.count { piles.append(card) } else { piles[low] = card }
        }
        var run: [(old: Int, new: Int)] = []
        var card = piles.last
        while let index = card {
            run.append(common[index])
            card = before[index]
        }
        return run.reversed()
    }

    /// Lines that come once, with their place.
    private static func once(_ lines: [Int], _ range: Range<Int>) -> [Int: Int] {
        var places: [Int: Int] = [:]
        for index in range { places[lines[index]] = places[lines[index]] == nil ? index : -1 }
        return places.filter { $0.value >= 0 }
    }

    /// The longest common run of a few lines that repeat; of many none, for that would take their product.
    private static func longest(_ old: [Int], _ a: Range<Int>, _ new: [Int], _ b: Range<Int>) -> [(old: Int, new: Int)] {
        guard a.count * b.count <= 1 << 20 else { return [] }
        var lengths = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in a.reversed() {
            for j in b.reversed() {
                let (x, y) = (i - a.lowerBound, j - b.lowerBound)
                lengths[x][y] = old[i] == new[j] ? lengths[x + 1][y + 1] + 1 : max(lengths[x + 1][y], lengths[x][y + 1])
            }
        }
        var pairs: [(old: Int, new: Int)] = []
        var (x, y) = (0, 0)
        while x < a.count, y < b.count {
            if old[a.lowerBound + x] == new[b.lowerBound + y] {
                pairs.append((a.lowerBound + x, b.lowerBound + y))
                (x, y) = (x + 1, y + 1)
            } else if lengths[x + 1][y] >= lengths[x][y + 1] {
                x += 1
            } else {
                y += 1
            }
        }
        return pairs
    }
}
