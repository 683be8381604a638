internal import Docker
internal import Glibc
internal import NetPlan

/// Changes as they were shown, in a file: to be made later, to the letter, or not at all.
///
///     try saved.write(to: "monday.diff")
///     let saved = try SavedDiff(at: "monday.diff")
///     try saved.checkFresh(in: world)
///
/// It holds what files are to hold, and so what some of them hold now: only its owner may read it.
public struct SavedDiff: Sendable, Hashable {
    /// Whose changes they are.
    public let site: String
    public let node: String
    /// The root that they are for.
    public let root: String
    public let changes: [Change]
    public let movedRoots: [MovedRoot]
    /// The plan and its lock, by their whole paths, with how they were.
    let sources: [Seen]
    /// The files of the host, likewise.
    let seen: [Seen]
    let record: Record
    /// The digest of what was known to be ours: `record` comes in its place.
    let knownDigest: String

    private static let kind = "diff"

    /// Takes what was compared, and the files that it was compared by.
    public init(_ comparison: Comparison, node: String, sources: [String]) throws(Failure) {
        site = comparison.site
        self.node = node
        root = try PlanSource.wholePath(comparison.world.path)
        changes = comparison.changes
        movedRoots = comparison.movedRoots
        seen = comparison.seen
        record = comparison.record
        knownDigest = Self.digest(of: comparison.old)
        var seen: [Seen] = []
        for path in sources { seen.append(try Self.source(path)) }
        self.sources = seen
    }

    private static func source(_ path: String) throws(Failure) -> Seen {
        Seen(path: path, digest: try PlanSource.readIfThere(path).map(Digest.sha256))
    }

    /// Writes it, for its owner alone. Fails where anything but a saved diff has that name.
    public func write(to path: String) throws(Failure) {
        if let old = try PlanSource.readIfThere(path), !old.starts(with: "netplan-swarm \(Self.kind) ".utf8) {
            throw Failure("'\(path)' is there, and is no saved diff: it is kept, so name another file")
        }
        var head = Ledger.Entry("head")
        head.add("site", site)
        head.add("node", node)
        head.add("root", root)
        head.add("record", record.ledger.bytes)
        head.add("known", knownDigest)
        let entries = [head] + movedRoots.map(Self.entry) + sources.map { Self.entry($0, "source") } + seen.map { Self.entry($0, "seen") }
        try AtomicFile.write(path, Ledger(Self.kind, entries + changes.map(\.entry)).bytes, mode: 0o600)
    }

    /// Reads one. Fails where it is none, or torn.
    public init(at path: String) throws(Failure) {
        let bytes = try PlanSource.read(path)
        var status = stat()
        // Whoever can write to it could have root write anything anywhere.
        guard stat(path, &status) == 0, status.permissions & 0o022 == 0, [0, geteuid()].contains(status.st_uid) else {
            throw Failure("others may write to '\(path)', and what it says would be done: save it anew")
        }
        try self.init(reading: bytes, of: path)
    }

    init(reading bytes: [UInt8], of path: String) throws(Failure) {
        if Ledger.isForeign(bytes, Self.kind) { throw Failure("'\(path)' was saved by another version of netplan-swarm: save it anew") }
        guard let ledger = Ledger(Self.kind, reading: bytes), let head = ledger.entries.first, let site = head.text("site"),
            let node = head.text("node"), let root = head.text("root"), let knownDigest = head.text("known"),
            let record = head["record"].flatMap({ Ledger(Record.kind, reading: $0) }).flatMap(Record.init)
        else { throw Failure("'\(path)' is no saved diff, or not all of one: save it anew with 'netplan-swarm diff --save'") }
        (self.site, self.node, self.root, self.record, self.knownDigest) = (site, node, root, record, knownDigest)
        let rest = ledger.entries.dropFirst()
        movedRoots = rest.compactMap { entry in
            guard entry.kind == "moved", let name = entry.text("name"), let old = entry.text("old") else { return nil }
            return MovedRoot(name: name, old: old, new: entry.text("new"))
        }
        sources = rest.filter { $0.kind == "source" }.compactMap(Self.seen)
        seen = rest.filter { $0.kind == "seen" }.compactMap(Self.seen)
        let known: Set = ["moved", "source", "seen"]
        let changes = rest.filter { !known.contains($0.kind) }.map { Change($0) }
        self.changes = changes.compactMap(\.self)
        guard self.changes.count == changes.count else {
            throw Failure("'\(path)' holds a change of a kind that is not known here: save it anew")
        }
    }

    /// Fails with exit code 4 where the plan, the lock or anything that was looked at is another now.
    public func checkFresh(in world: World) throws(Failure) {
        var moved: [String] = []
        for source in sources where try Self.source(source.path) != source { moved.append("'\(source.path)'") }
        for seen in seen where try Seen(path: seen.path, world.installed(seen.path)) != seen { moved.append("'\(world.shown(seen.path))'") }
        for change in changes {
            guard case .docker(let docker, let socket) = change else { continue }
            if try world.state(of: docker, socket) != .open { moved.append(docker.subject) }
        }
        // Another site's run may have moved nothing of ours, and ours would write its entries away.
        if moved.isEmpty, Self.digest(of: try StateFolder(in: world)?.record() ?? Record()) != knownDigest {
            moved.append("'\(world.shown("\(StateFolder.path)/\(Record.fileName)"))'")
        }
        guard !moved.isEmpty else { return }
        throw Failure(
            "what was saved no longer fits: \(Spelling.list(moved, "and")) changed since; nothing was touched, so look again with 'netplan-swarm diff'",
            exitCode: Failure.stale)
    }

    private static func digest(of record: Record) -> String { Digest.sha256(record.ledger.bytes) }

    private static func entry(_ root: MovedRoot) -> Ledger.Entry {
        var entry = Ledger.Entry("moved")
        entry.add("name", root.name)
        entry.add("old", root.old)
        entry.add("new", root.new)
        return entry
    }

    private static func entry(_ seen: Seen, _ kind: String) -> Ledger.Entry {
        var entry = Ledger.Entry(kind)
        entry.add("path", seen.path)
        entry.add("sha256", seen.digest)
        return entry
    }

    private static func seen(_ entry: Ledger.Entry) -> Seen? { entry.text("path").map { Seen(path: $0, digest: entry.text("sha256")) } }
}
