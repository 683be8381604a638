internal import Apply
internal import ArgumentParser
internal import Docker
internal import NetPlan
internal import Wire

/// `apply`: its name is the room's that it calls.
struct ApplyVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Put in place on this host what the plan says, and show it first.",
        discussion: """
            All of it or nothing: each file is staged and checked by its target's own program, renamed into place, and its server reloaded. \
            Where any of that fails, everything goes back. A file or block that somebody else wrote or changed is kept, unless --take names it.

            Exit code 1 where nothing was touched, 4 where a saved diff or the lock no longer fits, 5 where another run is at work, 6 where \
            it was applied and then taken back.
            """)

    @Argument(help: "The plan file; the nearest netplan-swarm.yaml where none is named.", completion: .plan)
    var plan: String?

    @OptionGroup var host: HostOptions

    @Option(help: ArgumentHelp("Do what 'diff --save' saved, and nothing else.", valueName: "file"), completion: .file())
    var saved: String?

    @Flag(help: "Do not ask.")
    var yes = false

    @Option(help: ArgumentHelp("Take it back after so many seconds, unless 'confirm' comes before.", valueName: "seconds"))
    var confirm: Int?

    @Flag(help: "Say what was done as JSON; it needs --yes.")
    var json = false

    func validate() throws {
        if saved != nil, plan != nil { throw ValidationError("--saved names the plan itself: leave out '\(plan ?? "")'.") }
        if saved != nil, host.node != nil { throw ValidationError("--saved names the node itself: leave out --node.") }
        if saved != nil, !host.adopt.isEmpty { throw ValidationError("--saved does what was saved: give --adopt to 'diff --save'.") }
        if let confirm, Confirmation(seconds: confirm) == nil {
            throw ValidationError("--confirm takes 1 to 86400 seconds, not \(confirm).")
        }
        if json, !yes { throw ValidationError("--json asks nobody: give --yes too.") }
    }

    func run() throws {
        let saved = try saved.map { (path) throws(Failure) in try SavedDiff(at: path) }
        if let saved, let root = host.root, try PlanSource.wholePath(root) != saved.root {
            throw Failure("what was saved is for '\(saved.root)', not for '\(root)': leave out --root", exitCode: Failure.usage)
        }
        let world = try World(root: saved?.root ?? host.root ?? "/", judges: JudgeList.all)
        // A plan that is refused leaves nothing on the host.
        let site = saved == nil ? try HostedSite.read(plan) : nil
        let held = try HeldState(of: world, for: "netplan-swarm apply")
        try Leftover.see(to: held)
        if let site { try run(Task(HostedSite(site, host, in: world)), in: world, holding: held) }
        if let saved {
            try saved.checkFresh(in: world)
            try run(Task(saved), in: world, holding: held)
        }
    }

    private func run(_ task: Task, in world: World, holding held: borrowing HeldState) throws {
        let text = ChangeText(task.changes, in: world, on: .output)
        if !json { try StandardOutput.write(text.text) }
        for note in task.notes { Terminal.error.write("note: \(note)\n") }
        if !task.obstacles.isEmpty {
            throw Failure("nothing was applied", details: task.obstacles.flatMap { [$0.sentence] + $0.steps.map { "    \($0)" } })
        }
        let refusals = try Brake(task.changes, movedRoots: task.movedRoots).refusals(allowing: try host.allowances, taking: host.take)
        if !refusals.sentences.isEmpty {
            throw Failure(
                "nothing was applied; to do it all the same, add: \(refusals.flags.joined(separator: " "))", details: refusals.sentences)
        }
        if !task.changes.isEmpty, saved == nil, !yes { try ask(text.count) }
        var notes: [String] = []
        try task.carryOut(held, confirm.flatMap { Confirmation(seconds: $0) }) { note in
            notes.append(note)
            Terminal.error.write("\(note)\n")
        }
        // First what has to be known: that standard output can't be written to takes nothing back.
        Terminal.error.write("\(task.node): \(task.changes.isEmpty ? "nothing to change" : "applied: \(text.count)")\n")
        if let confirm, !task.changes.isEmpty {
            Terminal.error.write(
                "taken back in \(confirm) s, unless you keep it: netplan-swarm confirm\(world.path == "/" ? "" : " --root \(world.path)")\n"
            )
        }
        if json {
            try StandardOutput.write(
                JSON.diff(
                    text.listings, site: task.site, node: task.node, root: world.path, applied: true, needs: [], unread: [],
                    notes: task.notes + notes))
        }
    }

    private func ask(_ count: String) throws(Failure) {
        guard Terminal.input.isTerminal, Terminal.error.isTerminal else {
            throw Failure("nothing was applied: there is no terminal to ask on, so give --yes", exitCode: Failure.usage)
        }
        Terminal.error.write("apply this (\(count))? [y/N] ")
        guard ["y", "yes"].contains(readLine()?.lowercased() ?? "") else { throw Failure("nothing was applied") }
    }
}
