internal import Glibc
public import NetPlan

extension LockedOutputFolder {
    /// Writes the files that differ, removes those named, and the manifest last: all of it or nothing. Gives back what changed.
    ///
    /// What has the right bytes already is not touched. `beforeCommit` runs when everything is safely staged and nothing is decided;
    /// where it throws, nothing was written. It runs where nothing differs, too. See `OutputFolder.changes` for what is refused.
    @discardableResult
    public borrowing func write(
        _ files: [FileArtifact], removing: [String], ours: Set<String>, manifest: [UInt8], beforeCommit: () throws(Failure) -> Void = {}
    ) throws(Failure) -> [FileChange] {
        var isInPlace = false
        do {
            return try attempt(files, removing: removing, ours: ours, manifest: manifest, beforeCommit: beforeCommit) { step in
                if step == Self.clearing { isInPlace = true }
            }
        } catch {
            if !isInPlace { throw settle(after: error) }
            throw Failure(
                "\(error.sentence); every file is in its place, and what is left in '\(root.path(of: Manifest.stagingName))' is cleared away by the next run",
                exitCode: error.exitCode)
        }
    }

    /// Notes what the manifest was made from. A file system that can't is no loss: the next run plans again.
    public borrowing func bear(_ stamp: Stamp) { root.setAttribute(Stamp.attribute, of: Manifest.fileName, to: stamp.text) }

    /// One run without any clearing away where it fails: what a killed one leaves.
    borrowing func attempt(
        _ files: [FileArtifact], removing: [String], ours: Set<String>, manifest: [UInt8], beforeCommit: () throws(Failure) -> Void,
        reached: Checkpoint
    ) throws(Failure) -> [FileChange] {
        let changes = try folder.changes(to: files, removing: removing, ours: ours, manifest: manifest)
        if changes.isEmpty {
            try beforeCommit()
            return []
        }
        let journal = try Self.journal(of: changes, below: root)
        try reached("make the staging folder")
        let staging = try root.makeFolder(Manifest.stagingName, mode: 0o700)
        for (index, change) in changes.filter({ $0.kind != .remove }).enumerated() {
            try reached("stage \(change.path)")
            try staging.create(Journal.stagedName(index), change.content, mode: mode_t(change.mode))
        }
        try reached("draft the journal")
        try staging.create(Journal.draftName, journal.bytes, mode: 0o600)
        try staging.sync()
        try root.sync()
        try reached("before the commit")
        try beforeCommit()
        try reached("commit")
        try staging.rename(Journal.draftName, to: Journal.name, in: staging)
        try staging.sync()
        try Self.finish(journal, staging: staging, root: root, reached: reached)
        return changes
    }

    /// What is to happen, after a look whether it can.
    private static func journal(of changes: [FileChange], below root: Folder) throws(Failure) -> Journal {
        var journal = Journal()
        var known = Set<[String]>()
        func check(_ folder: Folder) throws(Failure) {
            try folder.checkWritable()
            guard folder.device == root.device else {
                throw Failure(
                    "'\(folder.path)' is on another file system than '\(root.path)', so a file can't be put there in one step: unmount it")
            }
        }
        try check(root)
        for change in changes {
            if change.kind == .remove { journal.removals.append(change.place) } else { journal.puts.append(change.place) }
            for steps in change.place.ancestors where known.insert(steps).inserted {
                if let folder = try root.descend(steps) {
                    try check(folder)
                } else if let place = RelativePath(steps.joined(separator: "/")) {
                    journal.folders.append(place)
                }
            }
        }
        return journal
    }

    /// Undoes what is not decided; says so where it is.
    private borrowing func settle(after failure: Failure) -> Failure {
        // Where even that fails, the next run sees to it: there is nothing better to say than what went wrong first.
        guard let staging = try? root.folder(Manifest.stagingName), let journal = try? staging.names().contains(Journal.name) else {
            return failure
        }
        if !journal {
            try? Self.discard(staging, below: root, reached: { _ in })
            return failure
        }
        return Failure("\(failure.sentence); what is missing in '\(root.path)' is put in place by the next run", exitCode: failure.exitCode)
    }
}
