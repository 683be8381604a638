internal import CXattr
internal import Glibc

/// What an open file has besides its bytes.
extension FileDescriptor {
    /// In the order of their names; none where the file system knows no such thing.
    func extendedAttributes() throws(SystemError) -> [Attributes.Extended] {
        var names: [String] = []
        do { names = try list() } catch { if error.code != ENOTSUP { throw error } }
        var attributes: [Attributes.Extended] = []
        for name in names.sorted() {
            if let value = try value(of: name) { attributes.append(Attributes.Extended(name: name, value: value)) }
        }
        return attributes
    }

    /// Gives a file its owner, mode and extended attributes; what it has already is not set.
    ///
    /// The owner first, for that takes bits of the mode away; an ACL is among the last, for the mode would change it. One that the folder
    /// gives to whatever is made in it (acl(5)) goes where the file stands in for another, which has none.
    func set(_ attributes: Attributes) throws(SystemError) {
        let status = try status()
        if let owner = attributes.owner, owner.user != status.st_uid || owner.group != status.st_gid {
            try SystemError.check { fchown(number, owner.user, owner.group) }
        }
        if attributes.owner != nil, !attributes.hasACL, try value(of: Attributes.nameOfACL) != nil {
            try SystemError.check { fremovexattr(number, Attributes.nameOfACL) }
        }
        try setMode(mode_t(attributes.mode))
        for attribute in attributes.extended where try value(of: attribute.name) != attribute.value {
            try SystemError.check { fsetxattr(number, attribute.name, attribute.value, attribute.value.count, 0) }
        }
    }

    private func list() throws(SystemError) -> [String] {
        while true {
            let size = try SystemError.check { flistxattr(number, nil, 0) }
            var buffer = [CChar](repeating: 0, count: size + 1)
            let read: Int
            do { read = try SystemError.check { flistxattr(number, &buffer, buffer.count) } } catch {
                if error.code == ERANGE { continue }
                throw error
            }
            return buffer[..<read].split(separator: 0).map { String(decoding: $0.map { UInt8(bitPattern: $0) }, as: UTF8.self) }
        }
    }

    /// Nil where it has none of that name.
    private func value(of name: String) throws(SystemError) -> [UInt8]? {
        // The most that Linux knows (xattr(7)).
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count: Int
        do { count = try SystemError.check { fgetxattr(number, name, &buffer, buffer.count) } } catch {
            if error.code == ENODATA || error.code == ENOTSUP { return nil }
            throw error
        }
        return Array(buffer[..<count])
    }
}
