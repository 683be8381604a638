internal import CXattr
internal import Glibc

/// An open folder. What is below it is reached step by step from here, and never through a symbolic link.
///
/// A path would be walked anew by every call, and whoever may write to a folder on the way could bend it in between.
final class Folder: Sendable {
    let descriptor: FileDescriptor
    /// For messages alone.
    let path: String
    /// Its file system: a rename does not lead into another one.
    let device: dev_t

    /// Opens the top folder, which may be a link itself.
    convenience init?(at path: String) throws(Failure) {
        let descriptor: FileDescriptor
        do { descriptor = try FileDescriptor(opening: path, O_RDONLY | O_DIRECTORY) } catch {
            if error.code == ENOENT { return nil }
            if error.code == ENOTDIR { throw Failure("'\(path)' is not a folder: name another one, or move it away") }
            throw error.failure("open the folder", path)
        }
        try self.init(descriptor, path: path)
    }

    private init(_ descriptor: consuming FileDescriptor, path: String) throws(Failure) {
        let status: stat
        do { status = try descriptor.status() } catch { throw error.failure("look at", path) }
        device = status.st_dev
        self.descriptor = descriptor
        self.path = path
    }

    /// For messages.
    func path(of name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }

    // MARK: Looking

    func status() throws(Failure) -> stat { try explaining("look at", path) { () throws(SystemError) in try descriptor.status() } }

    /// What bears the name, itself where it is a link; nil where nothing does.
    func status(of name: String) throws(Failure) -> stat? {
        var status = stat()
        do { try SystemError.check { fstatat(descriptor.number, name, &status, AT_SYMLINK_NOFOLLOW) } } catch {
            if error.code == ENOENT { return nil }
            throw error.failure("look at", path(of: name))
        }
        return status
    }

    /// The status of a regular file; nil where there is nothing. Anything else is somebody's, and refused.
    func fileStatus(of name: String) throws(Failure) -> stat? {
        guard let status = try status(of: name) else { return nil }
        let kind =
            switch status.kind {
            case .file: nil as String?
            case .folder: "a folder"
            case .link: "a symbolic link"
            case .other: "a special file"
            }
        if let kind { throw Failure("'\(path(of: name))' is \(kind), where a file of ours belongs: move it away, then run again") }
        return status
    }

    /// The folder of that name; nil where there is nothing. A link is refused, and so is a file.
    func folder(_ name: String) throws(Failure) -> Folder? {
        let opened: FileDescriptor
        do { opened = try FileDescriptor(opening: name, in: descriptor.number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW) } catch {
            if error.code == ENOENT { return nil }
            guard error.code == ENOTDIR || error.code == ELOOP else { throw error.failure("open the folder", path(of: name)) }
            let isLink = try status(of: name)?.kind == .link
            throw Failure(
                isLink
                    ? "'\(path(of: name))' is a symbolic link, and nothing is written through one here: put a folder in its place"
                    : "'\(path(of: name))' is not a folder: move it away, then run again")
        }
        return try Folder(opened, path: path(of: name))
    }

    /// The folder at the end of those steps; nil where one of them is missing.
    func descend(_ steps: some Sequence<String>) throws(Failure) -> Folder? {
        var here = self
        for step in steps {
            guard let next = try here.folder(step) else { return nil }
            here = next
        }
        return here
    }

    /// The content of a regular file; nil where there is none.
    func read(_ name: String) throws(Failure) -> [UInt8]? {
        guard let status = try fileStatus(of: name) else { return nil }
        return try explaining("read", path(of: name)) { () throws(SystemError) in
            try open(name).readAll(sizeHint: Int(status.st_size))
        }
    }

    /// The SHA-256 of a regular file's content; nil where there is none.
    func sha256(of name: String) throws(Failure) -> String? {
        guard try fileStatus(of: name) != nil else { return nil }
        return try explaining("read", path(of: name)) { () throws(SystemError) in try Digest.sha256(of: open(name)) }
    }

    /// Not blocking: what was a file a moment ago may be a pipe now.
    private func open(_ name: String) throws(SystemError) -> FileDescriptor {
        try FileDescriptor(opening: name, in: descriptor.number, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    }

    /// An extended attribute of a file, xattr(7); nil where it has none, or where the file system knows no such thing.
    func attribute(_ attribute: String, of name: String, upTo size: Int) -> String? {
        guard let file = try? open(name) else { return nil }
        var value = [UInt8](repeating: 0, count: size)
        let count = fgetxattr(file.number, attribute, &value, size)
        return count < 0 ? nil : String(decoding: value[..<count], as: UTF8.self)
    }

    /// What is in it, in no order.
    func names() throws(Failure) -> [String] {
        // A stream takes its descriptor with it and moves the place that a duplicate would share: so it gets one of its own.
        let number = openat(descriptor.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
        guard number >= 0, let stream = fdopendir(number) else { throw SystemError(code: errno).failure("list", path) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: Int(entry.pointee.d_reclen)) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Throws where no file can be made in it.
    func checkWritable() throws(Failure) {
        try explaining("write in", path) { () throws(SystemError) in
            try SystemError.check { faccessat(descriptor.number, ".", W_OK | X_OK, AT_EACCESS) }
        }
    }

    /// False where another run has it locked.
    func lock() throws(Failure) -> Bool { try explaining("lock", path) { () throws(SystemError) in try descriptor.lock() } }

    // MARK: Changing

    /// The folder of that name, made if need be, with exactly that mode: the umask has no say.
    func makeFolder(_ name: String, mode: mode_t = 0o755) throws(Failure) -> Folder {
        let made = mkdirat(descriptor.number, name, mode)
        if made != 0, errno != EEXIST { throw SystemError(code: errno).failure("create the folder", path(of: name)) }
        guard let folder = try folder(name) else { throw SystemError(code: ENOENT).failure("open the folder", path(of: name)) }
        try explaining("set the mode of", folder.path) { () throws(SystemError) in try folder.descriptor.setMode(mode) }
        return folder
    }

    /// Writes a file that is not there yet, down to the disk.
    func create(_ name: String, _ content: [UInt8], mode: mode_t) throws(Failure) {
        try explaining("write", path(of: name)) { () throws(SystemError) in
            let file = try FileDescriptor(opening: name, in: descriptor.number, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
            try file.setMode(mode)
            try file.writeAll(content)
            try file.sync()
        }
    }

    /// Hands a file over to be overwritten, held against every other run that would do the same; made if need be.
    func overwrite(_ name: String, _ body: (borrowing FileDescriptor) throws(SystemError) -> Void, then: () throws(Failure) -> Void)
        throws(Failure)
    {
        while true {
            let file: FileDescriptor
            do { file = try FileDescriptor(opening: name, in: descriptor.number, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o600) } catch {
                throw error.failure("write", path(of: name))
            }
            let (isOurs, opened): (Bool, stat)
            do { (isOurs, opened) = (try file.lock(), try file.status()) } catch { throw error.failure("lock", path(of: name)) }
            guard isOurs else {
                throw Failure("another run is writing '\(path(of: name))': wait until it has ended, then run again", exitCode: Failure.busy)
            }
            // Between opening and locking, another run may have given it its place.
            guard let status = try fileStatus(of: name), status.isSameFile(as: opened) else { continue }
            do { try body(file) } catch {
                unlinkat(descriptor.number, name, 0)
                throw error.failure("write", path(of: name))
            }
            do { return try then() } catch {
                unlinkat(descriptor.number, name, 0)
                throw error
            }
        }
    }

    /// Gives a file its place, in this folder or another, in one step. A file that is there already is replaced.
    func rename(_ name: String, to newName: String, in folder: Folder) throws(Failure) {
        try explaining("put in place", folder.path(of: newName)) { () throws(SystemError) in
            try SystemError.check { renameat(descriptor.number, name, folder.descriptor.number, newName) }
        }
    }

    /// Gives a file its place where nothing is yet: a rename would replace what appears meanwhile, a link doesn't.
    func renameIfAbsent(_ name: String, to newName: String) throws(Failure) {
        if linkat(descriptor.number, name, descriptor.number, newName, 0) != 0 {
            let error = SystemError(code: errno)
            if error.code == EEXIST {
                throw Failure("'\(path(of: newName))' is there already, and is not overwritten: move it away, or name another folder")
            }
            // A file system without links: there, what appears in between is lost.
            guard [EPERM, EOPNOTSUPP, EMLINK].contains(error.code), try status(of: newName) == nil else {
                throw error.failure("put in place", path(of: newName))
            }
            return try rename(name, to: newName, in: self)
        }
        unlinkat(descriptor.number, name, 0)
    }

    func remove(_ name: String) throws(Failure) {
        try explaining("remove", path(of: name)) { () throws(SystemError) in try SystemError.check { unlinkat(descriptor.number, name, 0) }
        }
    }

    /// False where it is not empty, or can't be removed for another reason: an empty folder is not worth a failed run.
    @discardableResult
    func removeFolder(_ name: String) -> Bool { unlinkat(descriptor.number, name, AT_REMOVEDIR) == 0 }

    /// Gives a file an extended attribute. Where that can't be, it goes without.
    func setAttribute(_ attribute: String, of name: String, to value: String) {
        guard let file = try? open(name) else { return }
        _ = fsetxattr(file.number, attribute, value, value.utf8.count, 0)
    }

    /// Brings what happened to its entries down to the disk.
    func sync() throws(Failure) {
        try explaining("write", path) { () throws(SystemError) in try descriptor.syncFolder() }
    }
}
