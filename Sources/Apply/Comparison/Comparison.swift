public import Docker
public import NetPlan

/// What a host should have, held against what it has: the changes that would make the two one. It only looks.
///
///     let comparison = try Comparison(of: files, site: "home", roots: allocation.roots, in: world)
///     comparison.changes
public struct Comparison: Sendable {
    /// In the order in which they are made: what comes and changes in the order of the files, then what goes.
    public internal(set) var changes: [Change] = []
    /// Why something could not be looked at.
    public internal(set) var unread: [Failure] = []
    /// What has to be done by hand before any of it can be made.
    public internal(set) var obstacles: [Obstacle] = []
    /// What a person should know, and what stops nobody.
    public internal(set) var remarks: [String] = []
    /// Everything that was looked at.
    public private(set) var seen: [Seen] = []
    /// What the site stands on, and stood on, where the two differ.
    public let movedRoots: [MovedRoot]
    /// What is ours once the changes are made.
    var record: Record

    let world: World
    public let site: String
    /// What was ours before.
    let old: Record
    private let isRecordKnown: Bool

    /// Compares the files that are to be on this host. What can't be read is in `unread`, for whoever only looks.
    ///
    /// Fails where two files have one path, or the record of what was written can't be understood.
    public init(of files: [FileArtifact], site: HostName, roots: [Root], in world: World) throws(Failure) {
        self.world = world
        self.site = site.description
        var (unread, isRecordKnown): ([Failure], Bool) = ([], true)
        do { old = try StateFolder(in: world)?.record() ?? Record() } catch {
            guard error.isDenied else { throw error }
            old = Record()
            unread.append(error.with("so it is not known what here is ours, what of it somebody changed, and what would go"))
            isRecordKnown = false
        }
        record = old
        movedRoots = MovedRoot.all(from: old.roots.filter { $0.site == site.description }, to: roots)
        record.roots =
            old.roots.filter { $0.site != site.description }
            + roots.map { Record.Root(site: site.description, name: $0.name, value: $0.value) }
        self.unread = unread
        self.isRecordKnown = isRecordKnown
        try compare(files)
    }

    private mutating func compare(_ files: [FileArtifact]) throws(Failure) {
        let paths = try self.paths(of: files)
        for file in files {
            guard let path = file.installPath else { continue }
            var part = Replacement.Part.whole
            if file.ownership == .block { part = .block(site: site) }
            if case .builtin(let name) = file.check, world.judges[name] is any Merger { part = .keys(merger: name) }
            do {
                try compare(
                    Record.Written(
                        site: site, path: path, part: part, emitter: file.emitter, content: file.content, check: file.check,
                        reload: file.reload, service: file.service),
                    file)
            } catch { unread.append(error) }
        }
        for gone in old.written.reversed() where gone.site == site && !paths.contains(gone.path) {
            do { try remove(gone) } catch { unread.append(error) }
        }
    }

    /// Where they are to be. Fails where one is in another's way, or in our own.
    private func paths(of files: [FileArtifact]) throws(Failure) -> Set<String> {
        var paths = Set<String>()
        for path in files.compactMap(\.installPath) {
            guard paths.insert(path).inserted else {
                throw Failure("two files are to be at '\(world.shown(path))': give one of the emitters another path")
            }
            // The plan's reader lets none through, and a program of somebody else may name any.
            if path.hasPrefix(Placement.ownFolder + "/") || path.split(separator: "/").contains(where: Placement.isOwn) {
                throw Failure("a file is to be at '\(world.shown(path))', where netplan-swarm keeps files of its own: give it another path")
            }
        }
        for path in paths {
            var folder = path[...]
            while let slash = folder.lastIndex(of: "/"), slash > path.startIndex {
                folder = folder[..<slash]
                if paths.contains(String(folder)) {
                    throw Failure(
                        "a file is to be at '\(world.shown(String(folder)))', and '\(world.shown(path))' below it: give one of the emitters another path"
                    )
                }
            }
        }
        return paths
    }

    private mutating func compare(_ wanted: Record.Written, _ file: FileArtifact) throws(Failure) {
        let live = try look(at: wanted.path)
        var wanted = wanted
        let known = old[wanted.path, site].flatMap { $0.part == wanted.part ? $0 : nil }
        let missing = live == nil ? try world.missingFolders(of: wanted.path) : []
        wanted.folders = known?.folders ?? missing
        wanted.isCreated = known?.isCreated ?? (live == nil)
        var claim: Replacement.Claim?
        var mine: [UInt8]?
        if let live {
            mine = try world.part(wanted.part, of: live.content, like: wanted.content, path: wanted.path)
            claim = try self.claim(of: live, on: wanted, knowing: known)
            try remarkOnOtherSites(live, at: wanted.path)
        }
        if case .block = wanted.part {
            wanted.isUnended = known?.isUnended ?? (mine == nil && live?.content.last.map { $0 != 0x0A } ?? false)
        }
        let after = try world.replacing(
            wanted.part, of: live?.content ?? [], by: wanted.content, instead: known?.content, path: wanted.path)
        if mine == wanted.content, claim == .foreign, old[wanted.path, site] == nil {
            return remarks.append("'\(wanted.path)' is as planned, and not ours: it stays where the plan no longer has it")
        }
        note(wanted)
        if mine == wanted.content { return }
        changes.append(
            .file(
                Replacement(
                    path: wanted.path, before: live,
                    after: after.map { InstalledFile($0, live?.attributes ?? Attributes(mode: file.mode)) }, part: wanted.part,
                    emitter: wanted.emitter, check: file.check, reload: file.reload, service: file.service, folders: missing,
                    claim: claim)))
    }

    private mutating func remove(_ gone: Record.Written) throws(Failure) {
        let live = try look(at: gone.path)
        guard let live, let mine = try world.part(gone.part, of: live.content, like: gone.content, path: gone.path) else {
            return forget(gone)
        }
        var after = try world.replacing(gone.part, of: live.content, by: nil, instead: gone.content, path: gone.path)
        if gone.isUnended, live.content.suffix(mine.count) == mine[...], after?.last == 0x0A { after?.removeLast() }
        // A file that was there before us stays, and be it empty.
        if after == nil, gone.part != .whole, !gone.isCreated { after = try world.emptied(gone.part, path: gone.path) }
        forget(gone)
        changes.append(
            .file(
                Replacement(
                    path: gone.path, before: live, after: after.map { InstalledFile($0, live.attributes) }, part: gone.part,
                    emitter: gone.emitter, check: gone.check, reload: gone.reload, service: gone.service,
                    folders: after == nil ? gone.folders : [],
                    claim: mine == gone.content ? nil : .edited, isDeletion: true)))
    }

    /// Whether somebody has to be asked. A block between our marks, and nothing known of it, was copied there from our output folder.
    private func claim(of live: InstalledFile, on wanted: Record.Written, knowing known: Record.Written?) throws(Failure) -> Replacement
        .Claim?
    {
        if !isRecordKnown { return nil }
        guard let known else {
            if case .block = wanted.part { return nil }
            let mine = try world.part(wanted.part, of: live.content, like: wanted.content, path: wanted.path)
            return mine == nil ? nil : .foreign
        }
        let mine = try world.part(known.part, of: live.content, like: known.content, path: known.path)
        return mine == nil || mine == known.content ? nil : .edited
    }

    /// A site that was given another name has left there what it wrote under the old one.
    private mutating func remarkOnOtherSites(_ live: InstalledFile, at path: String) throws(Failure) {
        for other in old.written where other.path == path && other.site != site {
            guard try world.part(other.part, of: live.content, like: other.content, path: path) == other.content else { continue }
            remarks.append(
                "'\(path)' has what was written for the site '\(other.site)': where that is this one's former name, take it out by hand")
        }
    }

    private mutating func forget(_ gone: Record.Written) { record.written.removeAll { $0.path == gone.path && $0.site == site } }

    private mutating func note(_ written: Record.Written) {
        if let index = record.written.firstIndex(where: { $0.path == written.path && $0.site == site }) {
            record.written[index] = written
        } else {
            record.written.append(written)
        }
    }

    private mutating func look(at path: String) throws(Failure) -> InstalledFile? {
        let live = try world.installed(path)
        seen.append(Seen(path: path, live))
        return live
    }
}
