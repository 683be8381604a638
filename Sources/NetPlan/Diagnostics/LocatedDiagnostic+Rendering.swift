extension LocatedDiagnostic {
    /// The finding as a person reads it: a sentence with its place, the line, a caret, what to write instead, the other place.
    ///
    ///     netplan-swarm.yaml:13:18: error: node ds2 has 192.168.0.11, which node ds1 has already [duplicate-address]
    ///        13 |   ds2: {address: 192.168.0.11, role: manager}
    ///           |                  ^~~~~~~~~~~~
    ///           help: give one of the two another address, or 'auto'
    ///           note: netplan-swarm.yaml:12:18: node ds1 has it here
    public func rendered(from sources: inout SourceLines, in style: Style = .plain) -> String {
        var text = ""
        if let location { text += "\(style.bold)\(location.text):\(style.reset) " }
        let severity = diagnostic.severity
        text +=
            "\(style.color(of: severity))\(severity.rawValue):\(style.reset) \(style.bold)\(diagnostic.message)\(style.reset) [\(diagnostic.rule.rawValue)]\n"
        if let location, let line = sources.line(of: location) {
            let number = String(location.mark.line)
            let margin = String(repeating: " ", count: max(6 - number.utf8.count, 1))
            let excerpt = Excerpt(line, mark: location.mark, limit: max(style.columns - 13, 30))
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

    /// How wide the excerpts are, and the escape sequences around parts of a finding; none where nobody sees colours.
    public struct Style: Sendable {
        /// How many columns there are: 120 where it is no terminal.
        public var columns = 120
        let bold: String
        let dim: String
        let reset: String
        private let colors: [Diagnostic.Severity: String]

        /// A word that stands out.
        public func emphasized(_ words: String) -> String { bold + words + reset }

        func color(of severity: Diagnostic.Severity) -> String { colors[severity] ?? "" }

        public static let plain = Style(bold: "", dim: "", reset: "", colors: [:])
        public static let colored = Style(
            bold: "\u{1B}[1m", dim: "\u{1B}[2m", reset: "\u{1B}[0m",
            colors: [.error: "\u{1B}[1;31m", .warning: "\u{1B}[1;33m", .note: "\u{1B}[1;36m"])
    }
}

extension Location {
    /// `file:line:column`, as editors jump to it.
    public var text: String { "\(file):\(mark.line):\(mark.column)" }
}
