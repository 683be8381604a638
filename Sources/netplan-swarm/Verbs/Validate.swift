internal import Apply
internal import ArgumentParser
internal import NetPlan
internal import Wire

struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find every problem of a plan, in one run.",
        discussion: "Exit code 3 where there is an error; with --strict, where there is a warning. Nothing is written.", aliases: ["check"])

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, sarif, github
    }

    @Argument(help: "The plan file; the nearest netplan-swarm.yaml where none is named.", completion: .plan)
    var plan: String?

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

    func run() throws {
        let progress = Progress()
        let site = try PlannedSite(plan, progress: progress)
        progress.end()
        let report = Report(site.findings, sources: site.sources)
        switch json ? .json : format {
        case .json: try StandardOutput.write(JSON.diagnostics(site.findings))
        case .sarif: try StandardOutput.write(JSON.sarif(site.findings, version: NetplanSwarm.configuration.version))
        case .github: try StandardOutput.write(Array(WorkflowCommands.text(site.findings).utf8))
        case .text where site.findings.isEmpty: try StandardOutput.write(Array("\(site.planPath): no problem found\n".utf8))
        case .text: try StandardOutput.write(Array(report.text(in: Terminal.output.style).utf8))
        }
        if site.hasErrors || (strict && site.hasWarnings) { throw ExitCode.invalid }
    }
}
