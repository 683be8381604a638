internal import Apply
internal import ArgumentParser
internal import DockerScripts
internal import NetPlan
internal import YAML

/// A plan with its lock, read, checked and allocated, and every artifact that follows: all that can be known without writing.
struct PlannedSite {
    let planPath: String
    let lockPath: String
    /// The plan's bytes.
    let source: [UInt8]
    /// Nil where the plan could not even be read.
    private(set) var allocation: Allocation?
    private(set) var artifacts: [Artifact] = []
    /// The emitters that were chosen.
    private(set) var emitters: [String] = []
    /// Those of them that are programs of others.
    private(set) var external: [ExternalEmitter] = []
    private(set) var findings: [LocatedDiagnostic] = []
    private(set) var sources = SourceLines()
    /// The lock's bytes as they are on disk; nil where there is none.
    private(set) var savedLock: [UInt8]?
    /// What the lock says, with its lines.
    private(set) var lock: Lock.Saved?
    /// Whether the emitters were asked.
    private var isRendered = false
    /// Knows where the plan's paths lead.
    private var places = Diagnostics()

    /// Reads the plan at a path, or the nearest one. What is wrong with it is in `findings`; what keeps it from being read is thrown.
    ///
    /// Programs of others run where it is asked for and the plan has no error: to look at a plan runs nothing.
    init(
        _ path: String?, displacing displaced: [String] = [], running isWanted: (ExternalEmitter) -> Bool = { _ in false },
        progress: Progress
    ) throws(Failure) {
        if let path { planPath = path } else { planPath = try PlanSource.find() }
        lockPath = Self.lockPath(beside: planPath)
        progress.stage("reading \(planPath)")
        source = try PlanSource.read(planPath)
        sources.add(source, file: planPath)
        savedLock = try PlanSource.readIfThere(lockPath)
        if let savedLock { sources.add(savedLock, file: lockPath) }
        var problems = Diagnostics()
        study(source, displacing: displaced, on: .current, reporting: &problems, progress: progress)
        let ran = try run(isWanted, reporting: &problems, progress: progress)
        conclude(problems, isComplete: ran == external.count)
    }

    /// A plan that is not on disk, perhaps with a lock beside it: read and judged as if it were.
    init(unsaved bytes: [UInt8], as path: String, lock: [UInt8]? = nil, on search: SearchPath = .nowhere) {
        planPath = path
        lockPath = Self.lockPath(beside: path)
        source = bytes
        sources.add(bytes, file: path)
        savedLock = lock
        if let lock { sources.add(lock, file: lockPath) }
        var problems = Diagnostics()
        study(bytes, displacing: [], on: search, reporting: &problems, progress: nil)
        conclude(problems, isComplete: external.isEmpty)
    }

    /// The nearest plan, only read: whoever presses a key for the names in it waits for no allocation.
    static var nearestPlan: Plan? {
        guard let path = try? PlanSource.find(), let bytes = try? PlanSource.read(path) else { return nil }
        var unheard = Diagnostics()
        return YAMLReader.read(bytes, file: path, reporting: &unheard).flatMap { PlanReader.read($0, reporting: &unheard).plan }
    }

    /// Reads a plan to look at it, with a line on the terminal while that takes long.
    static func read(_ path: String?, running isWanted: (ExternalEmitter) -> Bool = { _ in false }) throws(Failure) -> PlannedSite {
        let progress = Progress()
        defer { progress.end() }
        return try PlannedSite(path, running: isWanted, progress: progress)
    }

    /// `netplan-swarm.yaml` has its decisions in `netplan-swarm.lock`.
    static func lockPath(beside plan: String) -> String {
        let name = plan.lastIndex(of: "/").map { plan[plan.index(after: $0)...] } ?? plan[...]
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return plan + ".lock" }
        return plan[..<dot] + ".lock"
    }

    private mutating func study(
        _ bytes: [UInt8], displacing displaced: [String], on path: SearchPath, reporting problems: inout Diagnostics, progress: Progress?
    ) {
        guard let document = YAMLReader.read(bytes, file: planPath, reporting: &problems) else { return }
        let (plan, outputs) = PlanReader.read(document, reporting: &problems)
        let chosen = EmitterList.chosen(outputs, plan: plan, on: path, reporting: &problems)
        emitters = chosen.builtIn.map { type(of: $0).name } + chosen.external.map(\.name)
        external = chosen.external
        guard let plan else { return }
        let site = plan.isSiteRefused ? nil : plan.site
        let saved = savedLock.flatMap { Lock.read($0, file: lockPath, site: site, reporting: &problems) }
        lock = saved
        progress?.stage("allocating")
        let allocation = Allocation.allocating(plan, lock: saved, displacing: Set(displaced), reporting: &problems)
        progress?.stage("checking")
        Rules.check(allocation, reporting: &problems)
        self.allocation = allocation
        // Nothing will be written, and 30,000 LANs in one place would be 30,000 sheets.
        if !problems.isCrowded, !allocation.hasTooManyNames {
            emit(allocation, by: chosen.builtIn, reporting: &problems, progress: progress)
            isRendered = true
        }
    }

    /// Runs the programs that are wanted, and says how many did.
    private mutating func run(
        _ isWanted: (ExternalEmitter) -> Bool, reporting problems: inout Diagnostics, progress: Progress
    ) throws(Failure) -> Int {
        guard let allocation, !problems.hasErrors else { return 0 }
        let wanted = external.filter(isWanted)
        for emitter in wanted {
            progress.stage("running \(emitter.name)")
            artifacts += try emitter.files(for: allocation, telling: progress.say, reporting: &problems).map(Artifact.file)
        }
        return wanted.count
    }

    private mutating func conclude(_ problems: Diagnostics, isComplete: Bool) {
        var problems = problems
        // Where the emitters were not asked, an entry for them may hide nothing for that reason.
        if let plan = allocation?.plan { Rules.applyIgnores(of: plan, to: &problems, isComplete: isComplete && isRendered) }
        findings = problems.located()
        places = problems
    }

    private mutating func emit(
        _ allocation: Allocation, by chosen: [any Emitter], reporting problems: inout Diagnostics, progress: Progress?
    ) {
        progress?.stage("rendering")
        // The router's sheets take longest, and stand last in most plans.
        let unheard = problems.apart()
        let results = chosen.concurrentMap { emitter in
            var found = unheard
            return (artifacts: emitter.artifacts(for: allocation, reporting: &found), found: found)
        }
        for result in results {
            artifacts += result.artifacts
            problems.report(result.found)
        }
    }

    var hasErrors: Bool { findings.contains { $0.diagnostic.severity == .error } }
    var hasWarnings: Bool { findings.contains { $0.diagnostic.severity == .warning } }

    /// The file, line and column of a place; nil for a default of the program.
    mutating func location(of place: Place) -> Location? { places.location(of: place) }

    /// Every file, Docker's networks rendered as scripts.
    var files: [FileArtifact] {
        guard let allocation else { return [] }
        let files = artifacts.compactMap { if case .file(let file) = $0 { file } else { nil } }
        return files + DockerScript.files(for: artifacts, in: allocation.plan)
    }

    /// Stops the run where the plan has an error, and of warnings says only that there are some: for a verb that asks one thing of a plan.
    func stopIfBroken() throws {
        if hasErrors { try stopIfInvalid() }
        let count = findings.count { $0.diagnostic.severity == .warning }
        if count > 0 { Terminal.error.write("\(Spelling.count(count, "warning")): netplan-swarm validate \(planPath)\n") }
    }

    /// Says what was found on standard error, and stops the run where any of it is an error.
    func stopIfInvalid() throws {
        guard !findings.isEmpty else { return }
        Terminal.error.write(Report(findings, sources: sources).text(in: Terminal.error.style))
        if hasErrors { throw ExitCode.invalid }
    }
}
