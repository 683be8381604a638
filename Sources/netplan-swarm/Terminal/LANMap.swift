internal import NetPlan

/// A LAN as a picture in the terminal: a sign for each address, or for each block of a large LAN, in rows of 32.
///
///     home  192.168.0.0/24, a sign is one address
///       192.168.0.0    -F...... ...FFF.. ........ ........
///
/// Never wider than 80 columns, and readable without colour: the sign says everything.
struct LANMap {
    private let lan: LAN
    private let occupancy: Occupancy
    private let isColored: Bool

    private static let columns = 32
    private static let signs = 256

    init(_ reference: Reference<LAN>, of allocation: Allocation, isColored: Bool) {
        lan = allocation.plan[reference]
        occupancy = Occupancy(of: reference, in: allocation)
        self.isColored = isColored
    }

    /// How many addresses a sign stands for: a power of two.
    private var scale: Int { max(1, lan.subnet.count / Self.signs) }

    var text: String {
        var text = TextBuffer()
        let unit = scale == 1 ? "one address" : "a /\(lan.subnet.length + 8) (\(scale) addresses)"
        text.append(line: "\(lan.name)  \(lan.subnet), a sign is \(unit)")
        let signs = signs()
        for start in stride(from: 0, to: signs.count, by: Self.columns) {
            let first = IPv4Address(bits: lan.subnet.first.bits + UInt32(start * scale)).description
            text.append("  \(first)\(String(repeating: " ", count: 15 - first.utf8.count)) ")
            for index in start..<min(start + Self.columns, signs.count) {
                if index % 8 == 0 { text.append(ascii: " ") }
                text.append(paint(signs[index]))
            }
            text.newline()
        }
        for line in legend { text.append(line: "  " + line) }
        if scale > 1 { text.append(line: "  a small letter: only a part of the block") }
        appendBlocks(to: &text)
        return String(text)
    }

    /// The use of each sign's addresses, the weightiest of several, and whether it is the whole block's.
    private func signs() -> [(use: Occupancy.Use, isWhole: Bool)] {
        var found = Array(repeating: Set<Occupancy.Use>(), count: max(1, lan.subnet.count / scale))
        for run in occupancy.runs {
            let first = Int(run.range.lowerBound.bits - lan.subnet.first.bits) / scale
            let last = Int(run.range.upperBound.bits - lan.subnet.first.bits) / scale
            for index in first...last { found[index].insert(run.use) }
        }
        // In a block the network address alone is no news.
        return found.map { uses in
            let telling = uses.count > 1 ? uses.subtracting([.unusable]) : uses
            return (telling.min { $0.rawValue < $1.rawValue } ?? .free, uses.count == 1)
        }
    }

    private func paint(_ sign: (use: Occupancy.Use, isWhole: Bool)) -> String {
        let letter = sign.isWhole ? sign.use.sign : sign.use.sign.lowercased()
        return isColored ? "\(sign.use.color)\(letter)\u{1B}[0m" : letter
    }

    /// What the signs mean and how many addresses each stands for, in lines of at most 78 columns.
    private var legend: [String] {
        var lines: [(text: String, width: Int)] = []
        for use in Occupancy.Use.allCases {
            let count = occupancy.count(of: use)
            if count == 0 { continue }
            let (text, width) = ("\(paint((use, true))) \(use.word) \(count)", use.word.count + String(count).count + 3)
            if let last = lines.last, last.width + 3 + width <= 76 {
                lines[lines.count - 1] = (last.text + "   " + text, last.width + 3 + width)
            } else {
                lines.append((text, width))
            }
        }
        return lines.map(\.text)
    }

    /// The ranges in figures: what the signs of a large LAN can't say, and no table above says.
    private func appendBlocks(to text: inout TextBuffer) {
        let blocks = occupancy.runs.filter { [.leased, .reserved].contains($0.use) && $0.range.addressCount > 1 }
        for run in blocks.prefix(20) {
            let range = run.range.text
            text.append(
                line: "  \(range)\(String(repeating: " ", count: max(1, 33 - range.utf8.count)))\(run.use.word) \(run.range.addressCount)")
        }
        if blocks.count > 20 { text.append(line: "  and \(blocks.count - 20) more") }
    }
}

extension Occupancy.Use {
    fileprivate var sign: String {
        switch self {
        case .unusable: "-"
        case .fixed: "F"
        case .sliced: "S"
        case .reserved: "R"
        case .leased: "L"
        case .free: "."
        }
    }

    fileprivate var word: String {
        switch self {
        case .unusable: "unusable"
        case .fixed: "fixed"
        case .sliced: "sliced"
        case .reserved: "reserved"
        case .leased: "leased"
        case .free: "free"
        }
    }

    fileprivate var color: String {
        switch self {
        case .unusable, .free: "\u{1B}[2m"
        case .fixed: "\u{1B}[1;32m"
        case .sliced: "\u{1B}[1;36m"
        case .reserved: "\u{1B}[1;35m"
        case .leased: "\u{1B}[33m"
        }
    }
}
