internal import ArgumentParser

struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find every problem of a plan, in one run.",
        discussion: "Exit code 3 where there is an error; with --strict, where there is a warning. Nothing is written.", aliases: ["check"])

    @Argument(help: "The plan file; the nearest netplan-swarm.yaml where none is named.", completion: .plan)
    var plan: String?

    @OptionGroup var verdict: Verdict

    func run() throws {
        let progress = Progress()
        let site = try PlannedSite(plan, progress: progress)
        progress.end()
        try verdict.tell(site.findings, sources: site.sources, whenNone: "\(site.planPath): no problem found")
    }
}
