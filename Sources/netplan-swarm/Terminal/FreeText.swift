internal import NetPlan

/// What is free, as a person reads it.
struct FreeText {
    private let space: FreeSpace
    private let length: Int
    /// More would run off the screen.
    private static let shown = 24

    init(_ space: FreeSpace, length: Int) {
        self.space = space
        self.length = length
    }

    func text(locating: (Place) -> Location?) -> String {
        var text = TextBuffer()
        let networks = space.networks.map(\.description).joined(separator: ", ")
        text.append(line: "\(space.name) (\(networks)): \(space.free) of \(space.total) addresses are free")
        if !space.runs.isEmpty {
            var table = Table("FREE", "ADDRESSES")
            for run in space.runs.prefix(Self.shown) { table.add(run.text, "\(run.addressCount)") }
            text.newline()
            text.append(table.text(indent: "  "))
            if space.runs.count > Self.shown { text.append(line: "  and \(space.runs.count - Self.shown) more") }
        }
        text.newline()
        appendBlocks(to: &text, locating: locating)
        for freed in space.freed.ranges { text.append(line: "freed, and given away last: \(freed.text)") }
        return String(text)
    }

    private func appendBlocks(to text: inout TextBuffer, locating: (Place) -> Location?) {
        let blocks = space.blocks(length: length)
        let largest = space.largest.map { "the largest free block is \($0)" } ?? "no block of any size is free"
        if blocks.count > 0 {
            let rest = blocks.count > blocks.first.count ? ", …" : ""
            let first = blocks.first.map(\.description).joined(separator: ", ")
            text.append(line: "/\(length): \(Spelling.count(blocks.count, "free block")), first \(first)\(rest)")
            text.append(line: largest)
            return
        }
        text.append(line: "no /\(length) is free: \(largest)")
        if space.networks.allSatisfy({ $0.length > length }) {
            text.append(line: "\(space.name) itself is no larger than \(space.networks.map(\.description).joined(separator: " and "))")
            return
        }
        let ways = space.waysOut(length: length)
        for way in ways.prefix(Self.shown) {
            text.append(line: "  there is \(way.block) without \(Self.text(way.obstacle, locating))")
        }
        if ways.count > Self.shown { text.append(line: "  and \(ways.count - Self.shown) more ways") }
        guard ways.isEmpty, let least = space.leastBlocked(length: length) else { return }
        text.append(line: "  nothing stands in the way alone; the least is in \(least.block):")
        for obstacle in least.obstacles.prefix(Self.shown) { text.append(line: "    \(Self.text(obstacle, locating))") }
        if least.obstacles.count > Self.shown { text.append(line: "    and \(least.obstacles.count - Self.shown) more") }
    }

    private static func text(_ obstacle: FreeSpace.Obstacle, _ locating: (Place) -> Location?) -> String {
        let place = locating(obstacle.place).map { "  [\($0.file):\($0.mark.line):\($0.mark.column)]" } ?? ""
        return obstacle.phrase + place
    }
}
