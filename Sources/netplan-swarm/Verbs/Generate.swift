internal import Apply
internal import ArgumentParser
internal import NetPlan
internal import Wire

struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Decide what is open, and write the lock and every file.",
        discussion: """
            All of it or nothing: what a killed run left is finished or undone by the next one. Exit code 2 where --check finds a
            difference, 3 where the plan is invalid, 4 where --frozen and the lock would change, 5 where another run is writing.
            """)

    @Argument(help: "The plan file; the nearest netplan-swarm.yaml where none is named.", completion: .plan)
    var plan: String?

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            "The folder to write to (default: out; beside the plan where that was found in a folder above).", valueName: "dir"),
        completion: .directory)
    var chosenOutput: String?

    @Option(
        help: ArgumentHelp("Touch only the files of this emitter; may be given several times.", valueName: "emitter"), completion: .emitters
    )
    var only: [String] = []

    @Flag(help: "Write nothing, and say what would differ.")
    var check = false

    @Flag(help: "Refuse to change the lock.")
    var frozen = false

    @Option(
        help: ArgumentHelp(
            "Let a locked decision go that no longer fits: an overlay, a node or device, <macvlan>/<node> or <service>/<node>.",
            valueName: "name"))
    var displace: [String] = []

    @Flag(help: "Say what was done as JSON.")
    var json = false

    func validate() throws {
        let path = SearchPath.current
        let names = EmitterList.names(on: path)
        for name in only where !names.contains(name) {
            throw ValidationError("There is no emitter '\(name)': \(UnknownEmitter(name: name, path: path).help)")
        }
    }

    func run() throws {
        let path: String
        var output = chosenOutput ?? "out"
        if let plan {
            path = plan
        } else {
            path = try PlanSource.find()
            // From a subfolder: one site has one tree, beside its one lock.
            if chosenOutput == nil { output = path.dropLast(PlanSource.fileName.count) + output }
        }
        if check {
            try run(path, in: output) { try look($0, $1, $2, in: output) }
        } else {
            // Held from reading the lock to writing it: two runs that decide apart would give one address away twice.
            let held = try HeldPlan(path)
            try withExtendedLifetime(held) { try run(path, in: output) { try write($0, $1, $2, in: output) } }
        }
    }

    private func run(_ path: String, in output: String, settle: (PlannedSite, Allocation, LockChange) throws -> Outcome) throws {
        if only.isEmpty, displace.isEmpty, let tree = try? UnchangedTree(of: path, in: output) {
            return try Outcome(folder: output, changes: [], lock: nil, count: tree.count).report(asJSON: json, isCheck: check)
        }
        let progress = Progress()
        defer { progress.end() }
        let site = try PlannedSite(path, displacing: displace, running: { only.isEmpty || only.contains($0.name) }, progress: progress)
        progress.end()
        if let allocation = site.allocation { try checkDisplaced(allocation) }
        try site.stopIfInvalid()
        guard let allocation = site.allocation else { throw ExitCode.invalid }
        let lock = LockChange(from: site, to: allocation.lock)
        if frozen, lock.isNeeded {
            Terminal.error.write("netplan-swarm: the lock '\(site.lockPath)' would change, and --frozen forbids it:\n\(lock.text)")
            throw ExitCode.stale
        }
        let outcome = try settle(site, allocation, lock)
        try outcome.report(asJSON: json, isCheck: check)
        if check, !outcome.isEmpty { throw ExitCode.different }
    }

    /// A name that nothing open has is a slip of the pen.
    private func checkDisplaced(_ allocation: Allocation) throws {
        let names = allocation.plan.displaceableNames
        for name in displace where !names.contains(name) {
            let guess =
                Spelling.nearest(to: name, among: names).map { "did you mean \($0)?" }
                ?? "name an overlay, a node or device, <macvlan>/<node> or <service>/<node>"
            throw Failure("nothing in the plan is called '\(name)': \(guess)", exitCode: Failure.usage)
        }
    }

    private func look(_ site: PlannedSite, _ allocation: Allocation, _ lock: LockChange, in output: String) throws(Failure) -> Outcome {
        let folder = try OutputFolder(at: output)
        if try folder.isUnfinished {
            throw Failure("a run was interrupted in '\(output)', or is at work now: run 'netplan-swarm generate' to finish it")
        }
        let tree = try OutputTree(site, allocation, only: only, over: folder)
        let changes = try folder.changes(to: tree.files, removing: tree.removed, ours: tree.ours, manifest: JSON.manifest(tree.manifest))
        return Outcome(folder: output, changes: changes, lock: lock.isNeeded ? lock : nil, count: tree.files.count)
    }

    private func write(_ site: PlannedSite, _ allocation: Allocation, _ lock: LockChange, in output: String) throws(Failure) -> Outcome {
        let out = try LockedOutputFolder(at: output)
        if let recovered = out.recovered {
            Terminal.error.write(
                "netplan-swarm: an interrupted run in '\(output)' was \(recovered == .finished ? "finished" : "undone") first\n")
        }
        let tree = try OutputTree(site, allocation, only: only, over: out.folder)
        let manifest = JSON.manifest(tree.manifest)
        let changes = try out.write(tree.files, removing: tree.removed, ours: tree.ours, manifest: manifest) { () throws(Failure) in
            if lock.isNeeded { try AtomicFile.write(site.lockPath, lock.new) }
        }
        // A warning is to be heard at every run, and a program of somebody else is to be asked.
        if only.isEmpty, site.findings.isEmpty, site.external.isEmpty,
            let stamp = Stamp(plan: site.source, lock: lock.isNeeded ? lock.new : lock.old, manifest: manifest)
        {
            out.bear(stamp)
        }
        return Outcome(folder: output, changes: changes, lock: lock.isNeeded ? lock : nil, count: tree.files.count)
    }
}

extension Plan {
    /// What `--displace` may name: everything whose address, slice or subnet can be open.
    fileprivate var displaceableNames: [String] {
        var names = nodes.map(\.name.description) + devices.map(\.name.description) + overlays.map(\.name.description)
        for macvlan in macvlans { names += macvlan.nodes.map { "\(macvlan.name)/\(self[$0.value].name)" } }
        for service in services { names += service.nodes.map { "\(service.name)/\(self[$0.value].name)" } }
        return names
    }
}
