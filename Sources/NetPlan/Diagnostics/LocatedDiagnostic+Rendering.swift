extension LocatedDiagnostic {
    /// The finding as a person reads it: a sentence with its place, the line, a caret, what to write instead, the other place.
    ///
    ///     netplan-swarm.yaml:13:18: error: node ds2 has 192.168.0.11, which node ds1 has already [duplicate-address]
    ///        13 |   ds2: {address: 192.168.0.11, role: manager}
    ///           |                  ^~~~~~~~~~~~
    ///           help: give one of the two another address, or 'auto'
    ///           note: netplan-swarm.yaml:12:18: node ds1 has it here
    public func rendered(from sources: SourceLines, in style: Style = .plain) -> String {
        var text = ""
        if let location { text += "\(style.bold)\(location.text):\(style.reset) " }
        let severity = diagnostic.severity
        text += "\(style.color(of: severity))\(severity.rawValue):\(style.reset) \(style.bold)\(diagnostic.message)\(style.reset) [\(diagnostic.rule.rawValue)]\n"
        if let location, let line = sources.line(of: location) {
            let number = String(location.mark.line)
            let margin = String(repeating: " ", count: max(6 - number.utf8.count, 1))
            let excerpt = Excerpt(line, mark: location.mark)
            text += "\(style.dim)\(margin)\(number) |\(style.reset) \(excerpt.text)\n"
            text += "\(style.dim)\(margin)\(String(repeating: " ", count: number.utf8.count)) |\(style.reset) "
            text += "\(excerpt.indent)\(style.color(of: severity))\(excerpt.caret)\(style.reset)\n"
        }
        if let help = diagnostic.help { text += "         \(style.bold)help:\(style.reset) \(help)\n" }
        for other in related {
            text += "         \(style.bold)note:\(style.reset) " + (other.location.map { "\($0.text): " } ?? "") + "\(other.message)\n"
        }
        return text
    }

    /// The escape sequences around parts of a finding; none where nobody sees colours.
    public struct Style: Sendable {
        let bold: String
        let dim: String
        let reset: String
        private let colors: [Diagnostic.Severity: String]

        func color(of severity: Diagnostic.Severity) -> String { colors[severity] ?? "" }

        public static let plain = Style(bold: "", dim: "", reset: "", colors: [:])
        public static let colored = Style(
            bold: "\u{1B}[1m", dim: "\u{1B}[2m", reset: "\u{1B}[0m", colors: [.error: "\u{1B}[1;31m", .warning: "\u{1B}[1;33m", .note: "\u{1B}[1;36m"])
    }
}

extension Location {
    /// `file:line:column`, as editors jump to it.
    public var text: String { "\(file):\(mark.line):\(mark.column)" }
}

/// The lines of the files that findings are in.
public struct SourceLines: Sendable {
    private var files: [String: (bytes: [UInt8], starts: [Int])] = [:]

    public init() {}

    /// Keeps a file's lines; a byte order mark is no part of the first.
    public mutating func add(_ bytes: [UInt8], file: String) {
        var bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        var starts = [0]
        for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
        files[file] = (bytes, starts)
    }

    /// The line of a place without its end, and without what would move a terminal's cursor.
    func line(of location: Location) -> String? {
        guard let (bytes, starts) = files[location.file], (1...starts.count).contains(Int(location.mark.line)) else { return nil }
        let start = starts[Int(location.mark.line) - 1]
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        let scalars = String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars.filter { $0 != "\r" }
        return String(String.UnicodeScalarView(scalars.map(\.shown)))
    }
}

extension Unicode.Scalar {
    /// Itself, or a stand-in for what a terminal would act on: control characters and bidirectional marks.
    fileprivate var shown: Unicode.Scalar {
        switch value {
        case 0x09: "\t"
        case ..<0x20, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
        default: self
        }
    }
}

/// The part of a line that a terminal can show, and where the caret goes below it.
struct Excerpt {
    let text: String
    let indent: String
    let caret: String

    /// Longer lines are shown around the place only.
    private static let limit = 120

    init(_ line: String, mark: Mark) {
        let scalars = Array(line.unicodeScalars)
        let column = min(Int(mark.column) - 1, scalars.count)
        let start = scalars.count <= Self.limit || column < 60 ? 0 : column - 40
        let end = min(scalars.count, start + Self.limit)
        let shown = scalars[start..<end]
        let (before, after) = (start > 0 ? "… " : "", end < scalars.count ? " …" : "")
        text = before + String(String.UnicodeScalarView(shown)) + after
        // A tab stays a tab, so that the caret stands where the terminal puts what is above it.
        indent = String(repeating: " ", count: before.unicodeScalars.count) + String(String.UnicodeScalarView(scalars[start..<column].map { $0 == "\t" ? "\t" : " " }))
        let width = max(1, min(Int(mark.width), end - column))
        caret = "^" + String(repeating: "~", count: width - 1)
    }
}
