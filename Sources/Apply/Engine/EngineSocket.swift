internal import Glibc

/// A connection to the socket of an engine, with a time by which everything has to be over.
struct EngineSocket: ~Copyable {
    private let descriptor: FileDescriptor
    private let deadline: Deadline

    /// What ends a conversation.
    enum Fault: Error, Hashable {
        case system(SystemError)
        case late
        /// The path has more bytes than a socket's name may have (unix(7)).
        case longPath
    }

    /// Connects; a server that has too many waiting is waited for.
    init(_ path: String, until deadline: Deadline) throws(Fault) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let name = Array(path.utf8)
        guard name.count < MemoryLayout.size(ofValue: address.sun_path) else { throw .longPath }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let number: Int32
        do { number = try SystemError.check { socket(AF_UNIX, kind, 0) } } catch { throw .system(error) }
        let descriptor = FileDescriptor(adopting: number)
        while true {
            let result = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(number, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
            if result == 0 { break }
            let code = errno
            guard code == EAGAIN || code == EINTR else { throw .system(SystemError(code: code)) }
            guard deadline.pause(milliseconds: 50) else { throw .late }
        }
        self.descriptor = descriptor
        self.deadline = deadline
    }

    /// Sends all of it.
    func send(_ bytes: [UInt8]) throws(Fault) {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.send(descriptor.number, buffer.baseAddress.map { $0 + start }, bytes.count - start, Int32(MSG_NOSIGNAL))
            }
            if count >= 0 { start += count } else { try wait(for: POLLOUT, after: errno) }
        }
    }

    /// What has come, at least one byte; nothing at the end.
    func receive() throws(Fault) -> [UInt8] {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(descriptor.number, &chunk, chunk.count, 0)
            if count >= 0 { return Array(chunk[..<count]) }
            try wait(for: POLLIN, after: errno)
        }
    }

    private func wait(for event: Int32, after code: Int32) throws(Fault) {
        if code == EINTR { return }
        guard code == EAGAIN else { throw .system(SystemError(code: code)) }
        var waiting = pollfd(fd: descriptor.number, events: Int16(event), revents: 0)
        let left = deadline.milliseconds
        guard left > 0 else { throw .late }
        _ = poll(&waiting, 1, left)
    }
}
