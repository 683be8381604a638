internal import Glibc

/// Where what was asked for goes; everything else goes to stderr.
public enum StandardOutput {
    /// Takes the numbers of the standard streams that are closed, so that nothing else gets them: neither a file of ours nor what a
    /// library opens for itself. Each still fails as a closed one does, for it is open the other way round.
    public static func keepClosed() {
        for (number, flags) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
        where fcntl(number, F_GETFD) < 0 {
            // The lowest number that is free, and so this one.
            _ = open("/dev/null", flags)
        }
    }

    /// Writes all of it.
    ///
    ///     try StandardOutput.write(JSON.show(allocation))
    ///
    /// Fails with exit code 1 where the reader went away (`… | head`), stdout is closed, or the disk behind it is full.
    public static func write(_ bytes: [UInt8]) throws(Failure) { try write(bytes, to: STDOUT_FILENO) }

    static func write(_ bytes: [UInt8], to number: Int32) throws(Failure) {
        // Else the signal ends the program, and nothing is said or cleared away.
        signal(SIGPIPE, SIG_IGN)
        do { try FileDescriptor.writeAll(bytes, to: number) } catch {
            switch error.code {
            case EPIPE: throw Failure("can't write to stdout: its reader went away")
            case EBADF: throw Failure("can't write to stdout: it is closed")
            default: throw error.failure("write to", "stdout")
            }
        }
    }
}
