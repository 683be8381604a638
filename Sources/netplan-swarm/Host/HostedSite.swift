internal import Apply
internal import ArgumentParser
internal import Docker
internal import DockerScripts
internal import NetPlan

/// A site's plan held against the host that is one of its nodes: all that `diff` shows, and `apply` does.
struct HostedSite {
    let node: Node
    let world: World
    let comparison: Comparison
    /// What a person should know besides.
    let notes: [String]
    /// The lock as it would be: what is decided here and not written down would be decided otherwise elsewhere.
    let lock: LockChange
    /// The plan and its lock.
    let sources: [String]

    /// Reads the plan. Findings that are errors stop it.
    static func read(_ path: String?) throws -> PlannedSite {
        let site = try PlannedSite.read(path, running: { _ in true })
        try site.stopIfBroken()
        return site
    }

    /// Looks at the host.
    init(_ site: PlannedSite, _ options: HostOptions, in world: World) throws {
        if let name = options.adopt.first, !world.isLive {
            throw Failure(
                "--adopt \(name): below another root there is no Docker whose networks are looked at; leave it out", exitCode: Failure.usage
            )
        }
        guard let allocation = site.allocation else { throw ExitCode.invalid }
        let plan = allocation.plan
        let reference = try ThisNode.find(options.node, in: allocation, on: world)
        node = plan[reference]
        self.world = world
        let node = self.node
        let wish = DockerWish(of: reference, site.artifacts, in: plan)
        let files = site.files.filter { $0.isInstalled(on: node) } + (try Self.shimFiles(wish.shims, in: world))
        var comparison = try Comparison(
            of: files, site: plan.site, roots: [.host(named: "\(node.name)")] + allocation.roots.map(Root.init), in: world)
        comparison.compare(
            wish, with: Engine.here, adopting: options.adopt)
        self.comparison = comparison
        lock = LockChange(from: site, to: allocation.lock)
        sources = try [site.planPath, site.lockPath].map { (path) throws(Failure) in try PlanSource.wholePath(path) }
        notes = Self.homeless(site.files) + CloudInit.notes(on: comparison.changes, in: world) + comparison.remarks
    }

    /// What makes a shim again at the next start, where something here makes its interface.
    private static func shimFiles(_ shims: [Shim], in world: World) throws(Failure) -> [FileArtifact] {
        guard world.isLive else { return [] }
        var files: [FileArtifact] = []
        for shim in shims { files += try Links.keeper(of: shim.parent).map(shim.files) ?? [] }
        return files
    }

    /// Emitters of which the plan says half: a place and no node, or nodes and no place.
    private static func homeless(_ files: [FileArtifact]) -> [String] {
        var seen = Set<String>()
        return files.filter { ($0.installPath == nil) != ($0.on == nil) && seen.insert($0.emitter).inserted }.map {
            $0.on == nil
                ? "\($0.emitter): installed on no node; name some with outputs.\($0.emitter).on"
                : "\($0.emitter): installed nowhere; say where with outputs.\($0.emitter).path"
        }
    }
}
