internal import Glibc

/// What is given to the program from outside: a pipe, a file, or a person who types.
public enum StandardInput {
    /// All of it.
    ///
    ///     let bytes = try StandardInput.read()
    ///
    /// Fails where it can't be read, or is larger than the limit.
    public static func read(limit: Int = PlanSource.limit) throws(Failure) -> [UInt8] {
        let bytes = try explaining("read", "standard input") { () throws(SystemError) in
            try FileDescriptor.readAll(of: STDIN_FILENO, limit: limit)
        }
        guard let bytes else { throw Failure("standard input is larger than \(limit) bytes, the most that is read") }
        return bytes
    }
}
