internal import Glibc

/// A file that is replaced in one step: whoever reads it sees the old bytes or the new ones.
public enum AtomicFile {
    /// Writes a file, or leaves it alone where it has these bytes. Says whether it was written.
    ///
    ///     try AtomicFile.write("netplan-swarm.lock", bytes)
    ///
    /// An existing file keeps its mode, and its owner where we may give files away; a new one gets `mode`. A link stays a link, and
    /// what it leads to is replaced: the plan's folder is its owner's, who laid it. The new bytes wait in `.<name>.new` beside it;
    /// what a killed run left there is overwritten. Fails with exit code 5 where another run is writing the same file.
    @discardableResult
    public static func write(_ path: String, _ bytes: [UInt8], mode: UInt16 = 0o644) throws(Failure) -> Bool {
        let target = try resolve(path)
        let old = try PlanSource.readIfThere(target)
        if old == bytes { return false }
        let slash = target.lastIndex(of: "/")
        let parent = slash.map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? "."
        let name = slash.map { String(target[target.index(after: $0)...]) } ?? target
        guard let folder = try Folder(at: parent) else { throw SystemError(code: ENOENT).failure("write", path) }
        try replace(name, ".\(name).new", bytes, mode: mode_t(mode), in: folder)
        return true
    }

    /// Writes a file that is not there yet, into a folder that is made if need be.
    ///
    ///     try AtomicFile.create("netplan-swarm.yaml", bytes, in: ".")
    ///
    /// Fails where anything bears that name: it may be somebody's only copy. At no moment may more people read it than `mode` says.
    public static func create(_ name: String, _ bytes: [UInt8], in path: String, mode: UInt16 = 0o644) throws(Failure) {
        if mkdir(path, 0o755) != 0, errno != EEXIST { throw SystemError(code: errno).failure("create the folder", path) }
        guard let folder = try Folder(at: path) else { throw SystemError(code: ENOENT).failure("open the folder", path) }
        // What a killed run gave its place, and could not take the first name from: to write to it would be to write to the file.
        if let left = try folder.fileStatus(of: ".\(name).new"), left.st_nlink > 1 { try folder.remove(".\(name).new") }
        try folder.overwrite(".\(name).new") { (file) throws(SystemError) in
            try file.setMode(mode_t(mode))
            try SystemError.check { ftruncate(file.number, 0) }
            try file.writeAll(bytes)
            try file.sync()
        } then: { () throws(Failure) in
            try folder.renameIfAbsent(".\(name).new", to: name)
        }
        try folder.sync()
    }

    /// The path without a link at its end.
    private static func resolve(_ path: String) throws(Failure) -> String {
        var status = stat()
        guard lstat(path, &status) == 0, status.kind == .link else { return path }
        guard let resolved = realpath(path, nil) else {
            let error = SystemError(code: errno)
            throw error.code == ENOENT
                ? Failure("'\(path)' is a link that leads nowhere: remove it, then run again") : error.failure("follow", path)
        }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func replace(_ name: String, _ temporary: String, _ bytes: [UInt8], mode: mode_t, in folder: Folder) throws(Failure) {
        let old = try folder.fileStatus(of: name)
        try folder.overwrite(temporary) { (file) throws(SystemError) in
            if let old {
                // Only root may give a file away, and where nobody may, it is ours.
                _ = fchown(file.number, old.st_uid, old.st_gid)
            }
            try file.setMode((old?.permissions ?? mode) & 0o777)
            try SystemError.check { ftruncate(file.number, 0) }
            try file.writeAll(bytes)
            try file.sync()
        } then: { () throws(Failure) in
            // Still held: else the next run could empty it between here and there.
            try folder.rename(temporary, to: name, in: folder)
        }
        try folder.sync()
    }
}
