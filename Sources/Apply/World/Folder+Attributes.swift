internal import Glibc

/// Files with all that they have besides their bytes.
extension Folder {
    /// A file with its attributes; nil where there is none. A link that stays in the folder is followed, any other refused.
    func installed(_ name: String) throws(Failure) -> InstalledFile? {
        let name = try resolve(name)
        guard try fileStatus(of: name) != nil else { return nil }
        return try explaining("read", path(of: name)) { () throws(SystemError) in
            let file = try FileDescriptor(opening: name, in: descriptor.number, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
            let status = try file.status()
            let owner = Attributes.Owner(user: status.st_uid, group: status.st_gid)
            let attributes = Attributes(mode: UInt16(status.permissions), owner: owner, extended: try file.extendedAttributes())
            return InstalledFile(try file.readAll(sizeHint: Int(status.st_size)) ?? [], attributes)
        }
    }

    /// The name at the end of the links that lead from a name to another of this folder.
    func resolve(_ name: String) throws(Failure) -> String {
        var name = name
        for _ in 0..<8 {
            guard try status(of: name)?.kind == .link else { return name }
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
            let length = readlinkat(descriptor.number, name, &buffer, buffer.count)
            if length < 0 { throw SystemError(code: errno).failure("follow", path(of: name)) }
            let target = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard !target.contains("/"), target != ".." else {
                throw Failure(
                    "'\(path(of: name))' is a link out of its folder, to '\(target)', and nothing is written through one: put a file in its place, or name where it leads as the emitter's path"
                )
            }
            name = target
        }
        throw SystemError(code: ELOOP).failure("follow", path(of: name))
    }

    /// Writes a file anew under a name that is ours alone, with its attributes, down to the disk.
    func stage(_ name: String, _ file: InstalledFile) throws(Failure) {
        if unlinkat(descriptor.number, name, 0) != 0, errno != ENOENT { throw SystemError(code: errno).failure("remove", path(of: name)) }
        try explaining("write", path(of: name)) { () throws(SystemError) in
            let staged = try FileDescriptor(opening: name, in: descriptor.number, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
            try staged.writeAll(file.content)
            try staged.set(file.attributes)
            try staged.sync()
        }
    }

    /// Writes over a file that keeps its place: for one that is a mount, and can't be renamed over. From the front, and cut off last: so
    /// what a killed run leaves can be told from what somebody else wrote.
    func writeOver(_ name: String, _ content: [UInt8]) throws(Failure) {
        try explaining("write", path(of: name)) { () throws(SystemError) in
            let file = try FileDescriptor(opening: name, in: descriptor.number, O_WRONLY | O_NOFOLLOW)
            try file.writeAll(content)
            try SystemError.check { ftruncate(file.number, off_t(content.count)) }
            try file.sync()
        }
    }
}
