internal import Glibc

/// What a system call that failed left in errno(3).
struct SystemError: Error, Hashable {
    let code: Int32

    /// Calls until no signal interrupts, and throws what errno says where the result is negative.
    @discardableResult
    static func check<Result: SignedInteger>(_ call: () -> Result) throws(SystemError) -> Result {
        while true {
            let result = call()
            if result >= 0 { return result }
            let code = errno
            if code != EINTR { throw SystemError(code: code) }
        }
    }

    /// The system's words, and what to do about it: "no space left on device; free some, then run again".
    var words: String {
        var why = String(cString: strerror(code))
        // "Is a directory" in the middle of a sentence; "I/O" and the like stay.
        if let first = why.first, why.dropFirst().first?.isLowercase == true { why = first.lowercased() + why.dropFirst() }
        return advice.map { "\(why); \($0)" } ?? why
    }

    private var advice: String? {
        switch code {
        case ENOSPC, EDQUOT: "free some, then run again"
        case ENOENT: "make the folder that it is in, or name another"
        case EROFS: "name a folder that can be written to"
        case EACCES, EPERM: "look at the permissions of it and of every folder above it"
        case EIO: "the disk has a fault: see dmesg(1)"
        case EMFILE, ENFILE: "raise the limit with ulimit -n"
        case ENAMETOOLONG: "choose a shorter one"
        case EFBIG: "raise the limit with ulimit -f"
        case EISDIR, ENOTDIR: "move it away, then run again"
        case ELOOP: "it is a symbolic link that can't be followed here"
        default: nil
        }
    }

    /// As a failure of the whole run.
    ///
    ///     SystemError(code: EROFS).failure("create", "out")
    func failure(_ verb: String, _ path: String) -> Failure {
        let failure = Failure("can't \(verb) '\(path)': \(words)")
        return code == EACCES || code == EPERM ? failure.denied : failure
    }
}

/// Turns a system call's error into a sentence with the path.
@discardableResult
func explaining<Result: ~Copyable>(_ verb: String, _ path: String, _ body: () throws(SystemError) -> Result) throws(Failure) -> Result {
    do { return try body() } catch { throw error.failure(verb, path) }
}
