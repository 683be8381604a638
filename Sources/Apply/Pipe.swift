internal import Glibc

/// Two ends of which one hears what is said at the other (pipe(7)). Both are closed with the value, but for what was taken out of it.
struct Pipe: ~Copyable {
    let reading: FileDescriptor
    let writing: FileDescriptor

    /// Neither end is handed to a program that is started later.
    init() throws(SystemError) {
        var ends: [Int32] = [-1, -1]
        try SystemError.check { pipe(&ends) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let numbers = (try FileDescriptor.pastStandardStreams(ends[0]), try FileDescriptor.pastStandardStreams(ends[1]))
        reading = FileDescriptor(owning: numbers.0)
        writing = FileDescriptor(owning: numbers.1)
    }
}
