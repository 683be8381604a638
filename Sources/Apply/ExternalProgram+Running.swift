internal import Glibc

extension ExternalProgram {
    /// Runs it to its end, with our environment and what of it is to be otherwise.
    ///
    /// Fails where it can't be started. How it ended otherwise, be it well or not, is for the caller to judge.
    public func run(input: [UInt8], within limits: Limits = .usual, with variables: [String: String] = [:]) throws(Failure) -> Ending {
        // Else a program that does not read all of its input would end us.
        signal(SIGPIPE, SIG_IGN)
        let deadline = ContinuousClock.now + .seconds(limits.seconds)
        let guarded = Guard()
        defer { withExtendedLifetime(guarded) {} }
        var conversation = try start(saying: input, within: limits, with: variables, watched: guarded)
        return conversation.run(until: deadline)
    }

    /// Its ends of the pipes are closed here when this returns, and so we hear when it closes them.
    private func start(saying bytes: [UInt8], within limits: Limits, with variables: [String: String], watched guarded: borrowing Guard)
        throws(Failure) -> Conversation
    {
        func pipe() throws(Failure) -> Pipe { try explaining("start", path) { () throws(SystemError) in try Pipe() } }
        let input = try pipe()
        let output = try pipe()
        let messages = try pipe()
        let process = try spawn(input.reading.number, output.writing.number, messages.writing.number, with: variables)
        guarded.watch(process)
        // A program that reads slowly must not hold us.
        _ = fcntl(input.writing.number, F_SETFL, O_NONBLOCK)
        return Conversation(process, bytes, to: input.writing, output: output.reading, messages: messages.reading, within: limits)
    }

    private func spawn(_ input: Int32, _ output: Int32, _ messages: Int32, with variables: [String: String]) throws(Failure) -> pid_t {
        var attributes = posix_spawnattr_t()
        var actions = posix_spawn_file_actions_t()
        posix_spawnattr_init(&attributes)
        posix_spawn_file_actions_init(&actions)
        defer {
            posix_spawnattr_destroy(&attributes)
            posix_spawn_file_actions_destroy(&actions)
        }
        // What we ignore would be ignored there too: a yes(1) whose reader has gone would go on for ever.
        var (usual, none) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigemptyset(&usual)
        for number in [SIGPIPE, SIGXFSZ] { sigaddset(&usual, number) }
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        for (ours, theirs) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (messages, STDERR_FILENO)] {
            posix_spawn_file_actions_adddup2(&actions, ours, theirs)
        }
        var process = pid_t()
        let code = Self.withStrings([path]) { arguments in
            Self.withStrings(Self.environment(with: variables)) { environment in
                posix_spawn(&process, path, &actions, &attributes, arguments, environment)
            }
        }
        if code == 0 { return process }
        throw Failure("can't start '\(path)': \(Self.words(for: code))")
    }

    /// What posix_spawn(3) says of a file that is there is mostly said of its first line.
    private static func words(for code: Int32) -> String {
        switch code {
        case ENOENT: "the program that its first line names is not there"
        case ENOEXEC: "it is no program: a script starts with a line like #!/bin/sh"
        default: SystemError(code: code).words
        }
    }

    private static func environment(with variables: [String: String]) -> [String] {
        var words: [String] = []
        var next = environ
        while let word = next.pointee {
            let text = String(cString: word)
            if variables[String(text.prefix { $0 != "=" })] == nil { words.append(text) }
            next += 1
        }
        return words + variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    }

    /// As an array of C's, which ends with a null.
    private static func withStrings<Result>(_ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result) -> Result {
        var strings: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
        strings.append(nil)
        defer { for string in strings { free(string) } }
        return body(strings)
    }
}
