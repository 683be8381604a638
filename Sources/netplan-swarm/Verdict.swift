internal import Apply
internal import ArgumentParser
internal import NetPlan
internal import Wire

/// How findings are told, and which of them fail: the options of every verb that judges.
struct Verdict: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, sarif, github
    }

    @Flag(help: "A warning fails too.")
    var strict = false

    @Option(help: "How the findings are written: \(Spelling.list(Format.allCases.map(\.rawValue))).")
    var format = Format.text

    @Flag(help: "The same as --format json.")
    var json = false

    func validate() throws {
        guard json, ![.text, .json].contains(format) else { return }
        throw ValidationError("--json and --format \(format.rawValue) are two formats: give one.")
    }

    /// Writes the findings to standard output, or a sentence where there is none. Stops the run where one fails.
    func tell(_ findings: [LocatedDiagnostic], sources: SourceLines, whenNone sentence: String?) throws {
        switch json ? .json : format {
        case .json: try StandardOutput.write(JSON.diagnostics(findings))
        case .sarif: try StandardOutput.write(JSON.sarif(findings, version: NetplanSwarm.configuration.version))
        case .github: try StandardOutput.write(Array(WorkflowCommands.text(findings).utf8))
        case .text:
            let text =
                findings.isEmpty ? sentence.map { $0 + "\n" } ?? "" : Report(findings, sources: sources).text(in: Terminal.output.style)
            try StandardOutput.write(Array(text.utf8))
        }
        let severities = Set(findings.map(\.diagnostic.severity))
        if severities.contains(.error) || (strict && severities.contains(.warning)) { throw ExitCode.invalid }
    }
}
