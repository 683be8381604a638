public import NetPlan

/// `validate --format github`: each finding as a command that a GitHub Actions runner shows beside its line.
///
///     ::error file=netplan-swarm.yaml,line=11,col=18,endColumn=30,title=duplicate-address::node ds3 has 192.168.0.12, …
///
/// Source: GitHub's "Workflow commands", and the escapes of actions/toolkit (packages/core/src/command.ts).
public enum WorkflowCommands {
    /// A line for each finding, in the order given; nothing where there is none.
    public static func text(_ findings: [LocatedDiagnostic]) -> String {
        findings.map { command($0) + "\n" }.joined()
    }

    private static func command(_ finding: LocatedDiagnostic) -> String {
        var properties: [String] = []
        if let location = finding.location {
            let mark = location.mark
            properties = [
                "file=\(property(location.file))", "line=\(mark.line)", "col=\(mark.column)", "endColumn=\(mark.column + mark.width)",
            ]
        }
        properties.append("title=\(finding.diagnostic.rule.rawValue)")
        var lines = [finding.diagnostic.message]
        if let help = finding.diagnostic.help { lines.append("help: \(help)") }
        lines += finding.related.map { related in "note: " + (related.location.map { "\($0.text): " } ?? "") + related.message }
        return "::\(word(finding.diagnostic.severity)) \(properties.joined(separator: ","))::\(data(lines.joined(separator: "\n")))"
    }

    private static func word(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }

    /// A line break would end the command, and what follows it could be another one.
    private static func data(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "%": escaped += "%25"
            case "\r": escaped += "%0D"
            case "\n": escaped += "%0A"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }

    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
