internal import NetPlan

/// Findings as a person reads them, with a line at the end that counts them, and one that says where to read on.
struct Report {
    private let findings: [LocatedDiagnostic]
    private let sources: SourceLines

    init(_ findings: [LocatedDiagnostic], sources: SourceLines) {
        self.findings = findings
        self.sources = sources
    }

    func text(in style: LocatedDiagnostic.Style) -> String {
        var sources = sources
        var text = ""
        // One text that grows, for there may be 30,000.
        for finding in findings {
            text += finding.rendered(from: &sources, in: style)
            text += "\n"
        }
        return text + count + "\n" + hint
    }

    /// Where to read on: a command that can be copied, about the first error, or the first finding where none is one.
    private var hint: String {
        let first = findings.first { $0.diagnostic.severity == .error } ?? findings.first
        return first.map { "more: netplan-swarm explain \($0.diagnostic.rule.rawValue)\n" } ?? ""
    }

    /// `2 errors, 1 warning`.
    var count: String {
        let counts = Diagnostic.Severity.allCases.compactMap { severity -> String? in
            let number = findings.indices.count { findings[$0].diagnostic.severity == severity }
            return number == 0 ? nil : Spelling.count(number, severity.rawValue)
        }
        return counts.joined(separator: ", ")
    }
}
