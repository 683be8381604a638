internal import Glibc
public import NetPlan

/// The folder that `generate` writes to, looked at: nothing is created, locked or written.
///
///     let folder = try OutputFolder(at: "out")
///     let old = try folder.read(Manifest.fileName)
///     let changes = try folder.changes(to: files, removing: gone, ours: paths, manifest: manifest)
///
/// DIR itself may be a link; below it none is followed. To write, see `LockedOutputFolder`.
public struct OutputFolder: Sendable {
    /// As it was given.
    public let path: String
    /// Nil where there is no such folder.
    let root: Folder?

    /// Opens it, if it is there.
    public init(at path: String) throws(Failure) {
        self.path = path
        root = try Folder(at: path)
    }

    init(_ root: Folder) {
        path = root.path
        self.root = root
    }

    /// Whether a run was interrupted here, or is at work now: what is read may be half old and half new.
    public var isUnfinished: Bool {
        get throws(Failure) { try root?.status(of: Manifest.stagingName) != nil }
    }

    /// The content of a file; nil where there is none. A link, a folder or a special file is refused.
    public func read(_ path: String) throws(Failure) -> [UInt8]? {
        guard let place = RelativePath(path) else { throw Failure("'\(path)' is not a path below the output folder") }
        return try root?.descend(place.folders)?.read(place.name)
    }

    /// The SHA-256 of a file's content; nil where there is none. A link, a folder or a special file is refused.
    public func sha256(of path: String) throws(Failure) -> String? {
        guard let place = RelativePath(path) else { throw Failure("'\(path)' is not a path below the output folder") }
        return try root?.descend(place.folders)?.sha256(of: place.name)
    }

    /// Whether the manifest was made from these inputs.
    public func bears(_ stamp: Stamp) -> Bool {
        root?.attribute(Stamp.attribute, of: Manifest.fileName, upTo: stamp.text.utf8.count) == stamp.text
    }

    /// What writing would change, in the order of the files, then of those to remove, the manifest last. Empty where nothing differs.
    ///
    /// `ours` are the paths of the old manifest. A file that is there, is not among them and differs is somebody else's: refused.
    /// The manifest counts as ours: whoever calls has read it, and refused one that isn't.
    public func changes(to files: [FileArtifact], removing: [String], ours: Set<String>, manifest: [UInt8]) throws(Failure) -> [FileChange]
    {
        var changes: [FileChange] = []
        var seen = Set<String>()
        for file in files {
            let place = try RelativePath(artifact: file.path)
            guard seen.insert(file.path).inserted else { throw Failure("two artifacts have the path '\(file.path)'") }
            if let change = try change(to: file.content, mode: file.mode, at: place, isOurs: ours.contains(file.path)) {
                changes.append(change)
            }
        }
        // A file where another one needs a folder would be found out after the commit.
        for file in files {
            if let outer = RelativePath(file.path)?.ancestors.map({ $0.joined(separator: "/") }).first(where: seen.contains) {
                throw Failure("an artifact has the path '\(outer)', and another one '\(file.path)' below it")
            }
        }
        for path in removing where !seen.contains(path) {
            let place = try RelativePath(artifact: path)
            guard try root?.descend(place.folders)?.fileStatus(of: place.name) != nil else { continue }
            changes.append(FileChange(kind: .remove, place: place, content: [], mode: 0))
        }
        if let place = RelativePath(Manifest.fileName), let change = try change(to: manifest, mode: 0o644, at: place, isOurs: true) {
            changes.append(change)
        }
        return changes
    }

    /// Nil where the file has these bytes already; its mode is left as it is then.
    private func change(to content: [UInt8], mode: UInt16, at place: RelativePath, isOurs: Bool) throws(Failure) -> FileChange? {
        guard let folder = try root?.descend(place.folders), let status = try folder.fileStatus(of: place.name) else {
            return FileChange(kind: .add, place: place, content: content, mode: mode)
        }
        if Int(status.st_size) == content.count, let bytes = try folder.read(place.name), Self.areEqual(bytes, content) { return nil }
        guard isOurs else {
            throw Failure(
                "'\(folder.path(of: place.name))' was not written by netplan-swarm, and would be overwritten: move it away, or name another folder with -o"
            )
        }
        return FileChange(kind: .change, place: place, content: content, mode: mode)
    }

    /// Many bytes at a time, where `==` looks at one after another.
    private static func areEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool { a.count == b.count && memcmp(a, b, a.count) == 0 }
}
