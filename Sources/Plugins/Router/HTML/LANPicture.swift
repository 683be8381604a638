internal import NetPlan

/// A LAN as squares, 16 in a row and at most 256: one for each address, or for each block of a large LAN.
///
/// A square of several uses is filled in proportion, and what touches it at all is seen. Its size on the page and in bytes
/// doesn't grow with the LAN.
struct LANPicture {
    /// Neighbouring squares of a row that are one thing, or one square of several uses.
    struct Patch {
        let columns: Range<Int>
        let row: Int
        let range: AddressRange<IPv4Address>
        /// How many addresses of each use, what matters most first.
        let uses: [(use: LANUsage.Use, count: Int)]
        /// The only run that it shows.
        let run: LANUsage.Run?
    }

    static let columns = 16
    private static let squares = 256

    let usage: LANUsage
    /// How many addresses a square stands for: a power of two.
    let scale: Int
    /// Without what is wholly free: the empty squares below show that.
    let patches: [Patch]

    init(_ usage: LANUsage) {
        self.usage = usage
        scale = max(1, usage.subnet.count / Self.squares)
        patches = Self.patches(of: usage, scale)
    }

    var squares: Int { usage.subnet.count / scale }
    var rows: Int { (squares + Self.columns - 1) / Self.columns }
    var columns: Int { min(squares, Self.columns) }

    /// The first address of a row, without the octets that are the whole LAN's: `.16` in a /24.
    func label(ofRow row: Int) -> String {
        let octets = IPv4Address(bits: usage.subnet.first.bits + UInt32(row * Self.columns * scale)).description.split(separator: ".")
        return octets.dropFirst(min(usage.subnet.length / 8, 3)).map { ".\($0)" }.joined()
    }

    private static func patches(of usage: LANUsage, _ scale: Int) -> [Patch] {
        var (patches, index) = ([Patch](), 0)
        for square in 0..<(usage.subnet.count / scale) {
            let first = IPv4Address(bits: usage.subnet.first.bits + UInt32(square * scale))
            let range = first...IPv4Address(bits: first.bits + UInt32(scale - 1))
            while usage.runs[index].range.upperBound < first { index += 1 }
            let start = index
            var counts = [Int](repeating: 0, count: LANUsage.Use.allCases.count)
            while true {
                let run = usage.runs[index]
                counts[run.use.rawValue] += run.range.clamped(to: range).addressCount
                if run.range.upperBound >= range.upperBound { break }
                index += 1
            }
            if counts[LANUsage.Use.free.rawValue] == scale { continue }
            let (column, row) = (square % columns, square / columns)
            let run = start == index ? usage.runs[index] : nil
            if let last = patches.last, let run, last.run == run, last.row == row {
                patches[patches.count - 1] = Patch(
                    columns: last.columns.lowerBound..<(column + 1), row: row, range: last.range.lowerBound...range.upperBound,
                    uses: [(run.use, last.range.addressCount + scale)], run: run)
            } else {
                let uses = zip(LANUsage.Use.allCases, counts).filter { $0.1 > 0 }.map { (use: $0, count: $1) }
                patches.append(Patch(columns: column..<(column + 1), row: row, range: range, uses: uses, run: run))
            }
        }
        return patches
    }
}

extension LANPicture.Patch {
    /// How high each use stands in a square, the first at the bottom: in proportion, and at least 2 units where there is room.
    ///
    /// In a block the network's own address is no news, and what is free is what stays empty.
    func heights(in size: Int) -> [(use: LANUsage.Use, height: Int)] {
        let shown = uses.filter { $0.use != .free && ($0.use != .unusable || uses.count == 1) }
        let isFull = shown.count == uses.count
        var heights = shown.map { max(2, size * $0.count / range.addressCount) }
        let space = isFull ? size : size - 1
        func sum() -> Int { heights.reduce(0, +) }
        while sum() > space, let highest = heights.indices.max(by: { heights[$0] < heights[$1] }) { heights[highest] -= 1 }
        if isFull, let highest = heights.indices.max(by: { heights[$0] < heights[$1] }) { heights[highest] += size - sum() }
        return zip(shown, heights).map { ($0.use, $1) }
    }
}
