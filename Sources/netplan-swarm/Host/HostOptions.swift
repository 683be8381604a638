internal import Apply
internal import ArgumentParser
internal import NetPlan

/// Which host, and what may happen there: the options of `diff` and `apply`.
struct HostOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The plan's node that this host is; else its host name says it, or its addresses.", valueName: "name"),
        completion: .nodes)
    var node: String?

    @Option(help: ArgumentHelp("Work below this folder in place of /: nothing is reloaded then.", valueName: "dir"), completion: .directory)
    var root: String?

    @Option(
        help: ArgumentHelp(
            "Let a file go that somebody else wrote or changed; by its path on the host; may be given several times.", valueName: "path"))
    var take: [String] = []

    @Option(
        help: ArgumentHelp(
            "Let go further than the brake: delete:N for N deletions, root:NAME for what the site stands on, recreate:NAME for a Docker network; may be given several times.",
            valueName: "what"))
    var allow: [String] = []

    @Option(
        help: ArgumentHelp(
            "Take a Docker network over that is as planned, and was not made by netplan-swarm; may be given several times.",
            valueName: "network"))
    var adopt: [String] = []

    var world: World {
        get throws(Failure) { try World(root: root ?? "/", judges: JudgeList.all) }
    }

    var allowances: [Allowance] {
        get throws {
            try allow.map { text in
                guard let allowance = Allowance(text) else {
                    throw ValidationError(
                        "--allow \(text) is none: it is delete:N, root:NAME or recreate:NAME, with a name that a refusal printed.")
                }
                return allowance
            }
        }
    }

    func validate() throws { _ = try allowances }
}
