internal import NetPlan

/// A rule's explanation as a person reads it: what it means, a bad plan with what `validate` says of it, what mends it.
struct ExplanationText {
    private let explanation: Explanation
    private let site: PlannedSite
    private let style: LocatedDiagnostic.Style

    init(_ explanation: Explanation, _ site: PlannedSite, style: LocatedDiagnostic.Style) {
        self.explanation = explanation
        self.site = site
        self.style = style
    }

    var text: String {
        let rule = explanation.rule
        var text = "\(style.emphasized(rule.rawValue)) (\(rule.severity.rawValue)): \(explanation.summary)\n\n"
        text += Self.wrapped(explanation.meaning) + "\n"
        text += heading("Elsewhere") + Self.wrapped(explanation.elsewhere) + "\n"
        text += heading("A plan with it") + Self.indented(explanation.bad) + "\n"
        if let lock = explanation.badLock { text += heading("The lock beside it") + Self.indented(lock) + "\n" }
        text += heading("'netplan-swarm validate' says")
        var sources = site.sources
        text += site.findings.map { Self.indented($0.rendered(from: &sources, in: style)) }.joined() + "\n"
        return text + heading("What mends it") + changes
    }

    private func heading(_ words: String) -> String { style.emphasized(words + ":") + "\n" }

    /// The lines that go and come, with their sign.
    private var changes: String {
        var text = Self.changes(from: explanation.bad, to: explanation.good)
        if let old = explanation.badLock, let new = explanation.goodLock { text += Self.changes(from: old, to: new) }
        return text
    }

    private static func changes(from old: String, to new: String) -> String {
        let (old, new) = (lines(of: old), lines(of: new))
        let difference = new.difference(from: old)
        let gone = difference.removals.compactMap { if case .remove(_, let line, _) = $0 { "  - \(line)\n" } else { nil } }
        let come = difference.insertions.compactMap { if case .insert(_, let line, _) = $0 { "  + \(line)\n" } else { nil } }
        return (gone + come).joined()
    }

    private static func lines(of text: String) -> [Substring] { text.split(separator: "\n") }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined()
    }

    /// In lines of at most 100 columns.
    private static func wrapped(_ text: String) -> String {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + word.count < 100 {
                lines[lines.count - 1] += " \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
