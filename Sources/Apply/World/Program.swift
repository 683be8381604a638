internal import Glibc

/// A run of another program: what judges a file, or makes a server read it again.
///
///     try Program.run(["dhcpd", "-t", "-cf", "/etc/dhcp/.dhcpd.conf.netplan-swarm"])
///
/// It gets no terminal, no input, and none of our signals' settings. After the time limit it is killed with all that it started, and so it is
/// where a signal ends us.
struct Program {
    /// How it ended.
    enum End: Hashable {
        case exited(Int32)
        case killed(Int32)
        case tooSlow
    }

    let words: [String]
    let end: End
    /// What it said on either stream, the last of it where that is much.
    let output: String

    var isFine: Bool { end == .exited(0) }

    /// How it ended.
    var sentence: String {
        let how =
            switch end {
            case .exited(let code): "failed with \(code)"
            case .killed(let signal): "was ended by signal \(signal)"
            case .tooSlow: "did not end in time, and was killed"
            }
        return "'\(words.joined(separator: " "))' \(how)"
    }

    /// The last lines that it said.
    var lines: [String] { output.split(separator: "\n").map(String.init).filter { $0.contains(where: \.isLetter) }.suffix(8) }

    /// Where servers' programs are: the PATH of an ordinary user often lacks these.
    private static let moreFolders = ["/usr/local/sbin", "/usr/sbin", "/sbin", "/usr/local/bin", "/usr/bin", "/bin"]

    /// The path of a program; nil where there is none of that name.
    static func path(of name: String) -> String? {
        if name.contains("/") { return access(name, X_OK) == 0 ? name : nil }
        let folders = (getenv("PATH").map { String(cString: $0) } ?? "").split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
        return (folders + moreFolders).map { "\($0)/\(name)" }.first { path in
            var status = stat()
            return stat(path, &status) == 0 && status.kind == .file && access(path, X_OK) == 0
        }
    }

    /// Runs it to its end. Fails where it can't be started.
    static func run(_ words: [String], environment: [String] = [], limit seconds: Double) throws(Failure) -> Program {
        guard let name = words.first, let path = path(of: name) else { throw Failure("there is no program '\(words.first ?? "")' here") }
        var ends: [Int32] = [-1, -1]
        try explaining("run", name) { () throws(SystemError) in
            try SystemError.check { pipe(&ends) }
            for end in ends { try SystemError.check { fcntl(end, F_SETFD, FD_CLOEXEC) } }
            try SystemError.check { fcntl(ends[0], F_SETFL, O_NONBLOCK) }
        }
        defer { close(ends[0]) }
        let guarded = Guard()
        defer { withExtendedLifetime(guarded) {} }
        let child: pid_t
        do {
            defer { close(ends[1]) }
            child = try start(path, words, environment, output: ends[1])
            guarded.watch(child)
        }
        var said: [UInt8] = []
        let end = wait(for: child, reading: ends[0], into: &said, until: now() + seconds)
        return Program(words: words, end: end, output: String(decoding: said.suffix(8192), as: UTF8.self))
    }

    /// Starts it in a session of its own, where it outlives us and our terminal, and leaves it.
    static func detach(_ words: [String]) throws(Failure) {
        let null = try explaining("open", "/dev/null") { () throws(SystemError) in try FileDescriptor(opening: "/dev/null", O_RDWR) }
        guard let name = words.first, let path = path(of: name) else { throw Failure("there is no program '\(words.first ?? "")' here") }
        _ = try start(path, words, [], output: null.number, isDetached: true)
    }

    /// Starts it as the leader of a group of its own.
    private static func start(
        _ path: String, _ words: [String], _ environment: [String], output: Int32, isDetached: Bool = false
    ) throws(Failure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        // POSIX_SPAWN_SETSID of spawn.h, which Swift's module of the C library leaves out.
        let group: Int32 = isDetached ? 0x80 : Int32(POSIX_SPAWN_SETPGROUP)
        posix_spawnattr_setflags(&attributes, Int16(Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | group))
        let inherited = ["PATH=" + (getenv("PATH").map { String(cString: $0) } ?? moreFolders.joined(separator: ":")), "LC_ALL=C"]
        let arguments = words.map { strdup($0) } + [nil]
        let variables = (inherited + environment).map { strdup($0) } + [nil]
        defer { for pointer in arguments + variables { free(pointer) } }
        keepOpenFiles()
        var child = pid_t()
        let code = posix_spawn(&child, path, &actions, &attributes, arguments, variables)
        if code != 0 { throw SystemError(code: code).failure("run", path) }
        return child
    }

    /// Keeps to ourselves what whoever started us left open: a watcher that outlives us would hold his pipes for as long.
    private static func keepOpenFiles() {
        let open = (try? Folder(at: "/proc/self/fd")?.names()).flatMap(\.self) ?? []
        for number in open.compactMap({ Int32($0) }) where number > STDERR_FILENO { _ = fcntl(number, F_SETFD, FD_CLOEXEC) }
    }

    /// Reads what it says until it has ended: not until the pipe is closed, which a server that it left running may hold.
    private static func wait(for child: pid_t, reading pipe: Int32, into said: inout [UInt8], until deadline: Double) -> End {
        var (status, isOpen) = (Int32(), true)
        while true {
            let ended = waitpid(child, &status, WNOHANG)
            isOpen = isOpen && drain(pipe, into: &said)
            if ended == child || (ended < 0 && errno != EINTR) { break }
            if now() > deadline {
                kill(-child, SIGKILL)
                while waitpid(child, &status, 0) < 0, errno == EINTR {}
                return .tooSlow
            }
            var waiting = pollfd(fd: isOpen ? pipe : -1, events: Int16(POLLIN), revents: 0)
            poll(&waiting, 1, 5)
        }
        let signal = status & 0x7F
        return signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal)
    }

    /// False once nobody can say anything more.
    private static func drain(_ pipe: Int32, into said: inout [UInt8]) -> Bool {
        var chunk = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = read(pipe, &chunk, chunk.count)
            if count <= 0 { return count < 0 }
            said += chunk[..<count]
            if said.count > 1 << 20 { said.removeFirst(said.count - 1 << 14) }
        }
    }

    /// Seconds on a clock that nobody sets.
    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
