internal import Glibc

/// The files that a run reads: the plan, and the lock beside it.
public enum PlanSource {
    /// What a plan is called where none is named.
    public static let fileName = "netplan-swarm.yaml"

    /// The most that is read: 512 MB. A plan of a million devices has 75.
    public static let limit = 512 << 20

    /// The whole content of a regular file.
    ///
    ///     let bytes = try PlanSource.read("netplan-swarm.yaml")
    ///
    /// Fails where it is missing, no regular file, unreadable, or larger than the limit.
    public static func read(_ path: String, limit: Int = limit) throws(Failure) -> [UInt8] {
        guard let bytes = try readIfThere(path, limit: limit) else {
            throw Failure("there is no file '\(path)': look at the spelling, or name another")
        }
        return bytes
    }

    /// The whole content of a regular file; nil where there is nothing of that name.
    public static func readIfThere(_ path: String, limit: Int = limit) throws(Failure) -> [UInt8]? {
        if path.isEmpty { throw Failure("a file was named by an empty path") }
        guard let file = try open(path) else { return nil }
        let status = try explaining("read", path) { () throws(SystemError) in try file.status() }
        switch status.kind {
        case .file: break
        case .folder: throw Failure("'\(path)' is a folder: name the file in it")
        case .link, .other: throw Failure("'\(path)' is a special file or a pipe: name a regular file")
        }
        let bytes = try explaining("read", path) { () throws(SystemError) in try file.readAll(limit: limit, sizeHint: Int(status.st_size)) }
        guard let bytes else { throw Failure("'\(path)' is larger than \(limit) bytes, the most that is read: name another file") }
        return bytes
    }

    private static func open(_ path: String) throws(Failure) -> FileDescriptor? {
        // Not blocking: a pipe without a writer would hold us for ever.
        do { return try FileDescriptor(opening: path, O_RDONLY | O_NONBLOCK) } catch {
            if error.code == ENOENT { return nil }
            // A socket can't be opened at all.
            if error.code == ENXIO { throw Failure("'\(path)' is a special file: name a regular file") }
            throw error.failure("read", path)
        }
    }

    /// The path from the root, for whoever reads it from another folder.
    public static func wholePath(_ path: String) throws(Failure) -> String {
        if path.hasPrefix("/") { return path }
        guard let here = getcwd(nil, 0) else { throw SystemError(code: errno).failure("look for", ".") }
        defer { free(here) }
        return "\(String(cString: here))/\(path)"
    }

    /// Whether anything bears that name, be it a file or not.
    public static func isThere(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// The plan in a folder, or in the nearest folder above it that has one: a path that starts with that of the folder.
    ///
    ///     try PlanSource.find()      // "netplan-swarm.yaml", "../netplan-swarm.yaml"
    public static func find(from folder: String = "") throws(Failure) -> String {
        var path = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
        while true {
            var status = stat()
            if lstat(path + fileName, &status) == 0 { return path + fileName }
            if errno != ENOENT { throw SystemError(code: errno).failure("look for", path + fileName) }
            var (here, above) = (stat(), stat())
            guard stat(path.isEmpty ? "." : path, &here) == 0, stat(path + "..", &above) == 0 else {
                throw SystemError(code: errno).failure("look for a plan above", path.isEmpty ? "." : path)
            }
            // The root is its own parent.
            if here.isSameFile(as: above) {
                throw Failure("there is no \(fileName) here or in a folder above: run 'netplan-swarm init', or name a plan")
            }
            path += "../"
        }
    }
}
