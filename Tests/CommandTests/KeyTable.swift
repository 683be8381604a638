import Foundation

/// A table of a document with the columns `key` or `rule`, below its heading.
///
///     ## `lans.*`
///     | key | type | default | example | rules | what emitters make of it |
struct KeyTable {
    /// Of the heading: `lans.*`, or `The plan`.
    let name: String
    private let heads: [String]
    private let rows: [[String]]

    /// Every cell of a column, where the table has it.
    func column(_ head: String) -> [String] {
        guard let index = heads.firstIndex(of: head) else { return [] }
        return rows.map { $0.count > index ? $0[index] : "" }
    }

    /// The cell of the row that begins with `key`.
    func cell(_ head: String, of key: String) -> String? {
        column("key").firstIndex(of: "`\(key)`").map { column(head)[$0] }
    }

    /// Whether each row has a cell for each head.
    var isWhole: Bool { rows.allSatisfy { $0.count == heads.count } }

    /// What stands between backticks.
    static func words(_ cell: String) -> [String] {
        cell.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { !$0.offset.isMultiple(of: 2) }.map {
            String($0.element)
        }
    }

    /// The tables of a Markdown text outside of its code blocks.
    static func all(in text: String) -> [KeyTable] {
        var tables: [KeyTable] = []
        var name = ""
        var isCode = false
        var lines: [[String]] = []
        for line in (text + "\n").split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") { isCode.toggle() }
            if isCode { continue }
            if line.hasPrefix("| ") { lines.append(cells(line)); continue }
            if let heads = lines.first { tables.append(KeyTable(name: name, heads: heads, rows: Array(lines.dropFirst(2)))) }
            lines = []
            if line.hasPrefix("## ") { name = String(line.dropFirst(3).replacing("`", with: "")) }
        }
        return tables
    }

    private static func cells(_ line: Substring) -> [String] {
        line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
