internal import Glibc
internal import NetPlan

/// The output folder, held against every other run for as long as the value lives.
///
///     let out = try LockedOutputFolder(at: "out")
///     let old = try out.folder.read(Manifest.fileName)
///     try out.write(files, removing: gone, ours: paths, manifest: manifest) { () throws(Failure) in
///         try AtomicFile.write("netplan-swarm.lock", lock)
///     }
///
/// Everything is first staged in `DIR/.netplan-swarm`, with a journal of what is to happen. Once the journal is there, the run is
/// decided: a run that was killed before is undone by the next one, a run that was killed after is finished by it.
///
///     stage files ─▶ write journal ─▶ lock file ─▶ │ journal gets its name │ ─▶ remove, rename ─▶ manifest ─▶ clear away
///                    killed here: as before        │                       │   killed here: finished by the next run
public struct LockedOutputFolder: ~Copyable {
    /// For looking, after what a killed run left was seen to.
    public let folder: OutputFolder
    /// What was done about a run that was interrupted; nil where none was.
    public let recovered: Recovery?

    let root: Folder

    /// What became of a run that was interrupted.
    public enum Recovery: Sendable, Hashable {
        /// It had been decided, and is now in place.
        case finished
        /// It had not, and nothing of it is left.
        case undone
    }

    /// Opens or creates the folder, takes it, and finishes or undoes what a killed run left.
    ///
    /// Fails with exit code 5 where another run is writing.
    public init(at path: String) throws(Failure) { try self.init(at: path, reached: { _ in }) }

    init(at path: String, reached: Checkpoint) throws(Failure) {
        let root = try Self.open(path)
        guard try root.lock() else {
            throw Failure("another run is writing to '\(path)': wait until it has ended, then run again", exitCode: Failure.busy)
        }
        recovered = try Self.recover(root, reached: reached)
        folder = OutputFolder(root)
        self.root = root
    }

    private static func open(_ path: String) throws(Failure) -> Folder {
        if path.isEmpty { throw Failure("the output folder has an empty name: name one with -o") }
        if try Folder(at: path) == nil { try create(path) }
        guard let root = try Folder(at: path) else {
            throw Failure("'\(path)' is a link that leads nowhere: remove it, or name another folder")
        }
        let status = try root.status()
        // Whoever may write to it can put files of his own in place of ours; in one with the sticky bit, its owner still can.
        let isShared = status.permissions & 0o022 != 0
        if isShared, ![0, geteuid()].contains(status.st_uid) {
            throw Failure("'\(path)' belongs to somebody else, and others may write to it: name a folder of your own")
        }
        return root
    }

    /// Makes the folder and those above it.
    private static func create(_ path: String) throws(Failure) {
        var parent = path.hasPrefix("/") ? "/" : "."
        for step in path.split(separator: "/").map(String.init) {
            let next = parent == "." ? step : parent == "/" ? "/\(step)" : "\(parent)/\(step)"
            defer { parent = next }
            var status = stat()
            // What is there need not be readable: /home often is not.
            if lstat(next, &status) == 0 { continue }
            guard let above = try Folder(at: parent) else { throw SystemError(code: ENOENT).failure("open the folder", parent) }
            _ = try above.makeFolder(step)
            try above.sync()
        }
    }
}

/// Told before every step that changes something, so that the tests can stop a run there.
typealias Checkpoint = (_ step: String) throws(Failure) -> Void
