import Glibc

/// A program with its arguments, to be run and measured. What it prints is thrown away.
struct Program {
    let words: [String]
    /// What must not be there, or must, before each run: a shell command that is not measured.
    var before: String?
    /// How it may end.
    var codes: Set<Int32> = [0]

    init(_ words: String..., before: String? = nil, codes: Set<Int32> = [0]) {
        self.words = words
        self.before = before
        self.codes = codes
    }

    /// Runs it once. Nil where it could not be run, or ended in another way than it should.
    func run() -> Cost? {
        if let before, system(before) != 0 { return nil }
        var start = timespec()
        var end = timespec()
        var usage = rusage()
        var status: Int32 = 0
        clock_gettime(CLOCK_MONOTONIC, &start)
        guard let process = spawn() else { return nil }
        wait4(process, &status, 0, &usage)
        clock_gettime(CLOCK_MONOTONIC, &end)
        guard status & 0x7F == 0, codes.contains(status >> 8 & 0xFF) else { return nil }
        return Cost(
            wall: Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9,
            user: Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6, memory: Double(usage.ru_maxrss) / 1024)
    }

    private func spawn() -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process = pid_t()
        return posix_spawnp(&process, words[0], &actions, nil, &arguments, environ) == 0 ? process : nil
    }
}
