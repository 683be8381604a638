internal import NetPlan

/// Rows of text in columns as wide as their longest entry.
struct Table {
    private let header: [String]
    private var rows: [[String]] = []

    init(_ header: String...) { self.header = header }

    mutating func add(_ row: String...) { rows.append(row) }

    var isEmpty: Bool { rows.isEmpty }

    /// The table, each line behind `indent`, nothing behind the last column.
    func text(indent: String = "") -> String {
        var widths = header.map(\.count)
        for row in rows { for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) } }
        var text = TextBuffer()
        for row in [header] + rows {
            var line = indent
            for (column, cell) in row.enumerated() {
                line += cell
                if column < row.count - 1 { line += String(repeating: " ", count: widths[column] - cell.count + 2) }
            }
            while line.hasSuffix(" ") { line.removeLast() }
            text.append(line: line)
        }
        return String(text)
    }
}
