internal import Apply
internal import ArgumentParser
internal import Docker
internal import NetPlan
internal import Wire

struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what 'apply' would change on this host.",
        discussion: """
            It looks and never writes, as an ordinary user too: what can't be read is said. The difference goes to standard output, and \
            'patch' takes it. Exit code 2 with --exit-code where something differs.
            """)

    @Argument(help: "The plan file; the nearest netplan-swarm.yaml where none is named.", completion: .plan)
    var plan: String?

    @OptionGroup var host: HostOptions

    @Flag(help: "Exit with 2 where something differs.")
    var exitCode = false

    @Option(
        help: ArgumentHelp("Save the changes for 'apply --saved', for your eyes alone.", valueName: "file"), completion: .file())
    var save: String?

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        let world = try host.world
        let site = try HostedSite(HostedSite.read(plan), host, in: world)
        let comparison = site.comparison
        let brake = Brake(comparison.changes, movedRoots: comparison.movedRoots)
        let refusals = try brake.refusals(allowing: try host.allowances, taking: host.take)
        let text = ChangeText(comparison.changes, in: world, on: .output)
        let obstacles = comparison.obstacles
        if json {
            try StandardOutput.write(
                JSON.diff(
                    text.listings, site: comparison.site, node: "\(site.node.name)", root: world.path, applied: false,
                    needs: refusals.flags,
                    unread: comparison.unread.map(\.sentence), notes: site.notes,
                    obstacles: obstacles.map { ($0.sentence, $0.steps) }))
        } else {
            try StandardOutput.write(text.text)
            let none = comparison.unread.isEmpty ? "nothing to change" : "nothing to change in what could be looked at"
            Terminal.error.write("\(site.node.name): \(text.count.isEmpty ? none : text.count)\n")
            for note in site.notes { Terminal.error.write("note: \(note)\n") }
            for obstacle in obstacles { Terminal.error.write("apply would refuse: \(obstacle.text)\n") }
            for sentence in refusals.sentences { Terminal.error.write("apply would refuse: \(sentence)\n") }
            if !refusals.flags.isEmpty { Terminal.error.write("  without \(refusals.flags.joined(separator: " "))\n") }
        }
        if site.lock.isNeeded {
            Terminal.error.write(
                "netplan-swarm: warning: the lock does not hold all that is shown here: run 'netplan-swarm generate' first\n")
        }
        for failure in comparison.unread { Terminal.error.write("netplan-swarm: warning: \(failure.sentence)\n") }
        if let save { try self.save(site, to: save) }
        if exitCode, !comparison.changes.isEmpty || !obstacles.isEmpty { throw ExitCode.different }
        // What was not read may differ.
        if exitCode, !comparison.unread.isEmpty { throw ExitCode.failure }
    }

    /// Only the whole truth is saved.
    private func save(_ site: HostedSite, to path: String) throws {
        if let unread = site.comparison.unread.first { throw Failure("nothing was saved: \(unread.sentence)") }
        if let obstacle = site.comparison.obstacles.first {
            throw Failure("nothing was saved: \(obstacle.sentence)", details: obstacle.steps)
        }
        if site.lock.isNeeded { throw Failure("nothing was saved: run 'netplan-swarm generate' first", exitCode: Failure.stale) }
        try SavedDiff(site.comparison, node: "\(site.node.name)", sources: site.sources).write(to: path)
        Terminal.error.write("saved as \(path): netplan-swarm apply --saved \(path)\n")
    }
}
