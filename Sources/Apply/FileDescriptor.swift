internal import Glibc

/// An open file or folder. It is closed when the value ends.
struct FileDescriptor: ~Copyable {
    let number: Int32

    /// Opens below an open folder, or below the current one.
    init(opening path: String, in folder: Int32 = AT_FDCWD, _ flags: Int32, mode: mode_t = 0) throws(SystemError) {
        let opened = try SystemError.check { openat(folder, path, flags | O_CLOEXEC | O_NOCTTY, mode) }
        number = try Self.pastStandardStreams(opened)
    }

    /// Owns what is open under that number.
    init(owning number: Int32) { self.number = number }

    /// The same file by another number, where it has one of the standard streams'.
    static func pastStandardStreams(_ opened: Int32) throws(SystemError) -> Int32 {
        // A shell may have closed stdout: a file that took its number would get what is printed.
        guard opened <= STDERR_FILENO else { return opened }
        defer { close(opened) }
        return try SystemError.check { fcntl(opened, F_DUPFD_CLOEXEC, STDERR_FILENO + 1) }
    }

    /// Takes over one that is open.
    init(adopting number: Int32) { self.number = number }

    deinit {
        // Not left to close(): a child that was forked meanwhile, and has not come to exec yet, would hold the lock a moment longer.
        flock(number, LOCK_UN)
        close(number)
    }

    func status() throws(SystemError) -> stat {
        var status = stat()
        try SystemError.check { fstat(number, &status) }
        return status
    }

    func setMode(_ mode: mode_t) throws(SystemError) { try SystemError.check { fchmod(number, mode) } }

    func sync() throws(SystemError) { try SystemError.check { fsync(number) } }

    /// Some network file systems have no such thing for a folder.
    func syncFolder() throws(SystemError) {
        if fsync(number) != 0, errno != EINVAL { throw SystemError(code: errno) }
    }

    /// False where somebody else has it locked.
    func lock() throws(SystemError) -> Bool {
        do { try SystemError.check { flock(number, LOCK_EX | LOCK_NB) } } catch {
            if error.code == EWOULDBLOCK { return false }
            throw error
        }
        return true
    }

    /// Everything from here to the end, or nil where that is more than `limit` bytes.
    func readAll(limit: Int = .max, sizeHint: Int = 0) throws(SystemError) -> [UInt8]? {
        try Self.readAll(of: number, limit: limit, sizeHint: sizeHint)
    }

    static func readAll(of number: Int32, limit: Int, sizeHint: Int = 0) throws(SystemError) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(max(sizeHint, 0), limit, 1 << 30) + 1)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try SystemError.check { read(number, &chunk, chunk.count) }
            if count == 0 { return bytes }
            if count > limit - bytes.count { return nil }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    /// Everything from here to the end, in pieces that live as long as the call.
    func forEachPiece(_ body: (UnsafeBufferPointer<UInt8>) -> Void) throws(SystemError) {
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = try SystemError.check { read(number, &piece, piece.count) }
            if count == 0 { return }
            piece.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
        }
    }

    func writeAll(_ bytes: [UInt8]) throws(SystemError) { try Self.writeAll(bytes, to: number) }

    /// Writes on after a partial write, and waits where the other end is slow and does not block.
    static func writeAll(_ bytes: [UInt8], to number: Int32) throws(SystemError) {
        var start = 0
        while start < bytes.count {
            do {
                start += try SystemError.check {
                    bytes.withUnsafeBytes { write(number, $0.baseAddress.map { $0 + start }, bytes.count - start) }
                }
            } catch {
                guard error.code == EAGAIN else { throw error }
                var waiting = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
                try SystemError.check { poll(&waiting, 1, -1) }
            }
        }
    }
}

extension stat {
    enum Kind { case file, folder, link, other }

    var kind: Kind {
        switch st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
    }

    var permissions: mode_t { st_mode & 0o7777 }

    func isSameFile(as other: stat) -> Bool { st_dev == other.st_dev && st_ino == other.st_ino }
}
