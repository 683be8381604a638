internal import Apply
internal import ArgumentParser
internal import NetPlan
internal import Wire

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what a rule means, with a plan that breaks it and what mends that.",
        discussion: "The rule is the word in brackets behind a finding of 'validate' or 'lint'. Without one: all of them.")

    @Argument(help: "The rule, as duplicate-address; all of them where none is named.")
    var rule: String?

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        guard let rule else {
            try StandardOutput.write(json ? JSON.explanations(Explanation.all) : Array(Self.list().utf8))
            return
        }
        let explanation = try Self.explanation(of: rule)
        let site = PlannedSite(
            unsaved: Array(explanation.bad.utf8), as: "netplan-swarm.yaml", lock: explanation.badLock.map { Array($0.utf8) })
        let text = ExplanationText(explanation, site, style: Terminal.output.style)
        try StandardOutput.write(json ? JSON.explanation(explanation, findings: site.findings) : Array(text.text.utf8))
    }

    /// As it stands in brackets behind a finding; the brackets may be there.
    private static func explanation(of name: String) throws(Failure) -> Explanation {
        let word = String(name.trimmingPrefix("[")).lowercased()
        let bare = word.hasSuffix("]") ? String(word.dropLast()) : word
        if let found = RuleID(rawValue: bare).flatMap(Explanation.of) { return found }
        let guess =
            Spelling.nearest(to: bare, among: RuleID.allCases.map(\.rawValue)).map { "did you mean \($0)?" }
            ?? "'netplan-swarm explain' lists them all"
        throw Failure("there is no rule '\(name)': \(guess)", exitCode: Failure.usage)
    }

    private static func list() -> String {
        var table = Table("RULE", "SEVERITY", "WHEN")
        for explanation in Explanation.all {
            table.add(explanation.rule.rawValue, explanation.rule.severity.rawValue, explanation.summary)
        }
        return table.text()
    }
}
