import Foundation
import Glibc

/// One run of the program, or of a shell around it: how it ended, what it said, how much memory it took.
struct ProgramRun {
    /// What it exited with; a signal's number below zero.
    let status: Int32
    /// Standard output and standard error, as they came.
    let output: [UInt8]
    /// The most memory at one time, in kilobytes, looked at every other millisecond: what wait4(2) says of a child counts its
    /// parent's, from before it became another program.
    let memory: Int

    /// Where no signal ended it that we did not send.
    var isAnswered: Bool { status >= 0 }
    /// Printable, and short enough for a test's message.
    var text: String { String(String(decoding: output.prefix(2000), as: UTF8.self)) }

    /// The program under test: beside the tests' own bundle, or where PROGRAM says.
    static let program =
        ProcessInfo.processInfo.environment["PROGRAM"]
        ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "netplan-swarm").path

    /// Whether the long forms run: `HOSTILE=long script/test --filter HostileTests`.
    static let isLong = ProcessInfo.processInfo.environment["HOSTILE"] == "long"

    /// Runs `sh -c`, with the program on PATH as `netplan-swarm`, to its end or until `patience` has passed: then it is killed.
    ///
    /// `exec` makes the shell the program itself, so that a signal is told from an exit code.
    static func shell(
        _ command: String, in folder: Scratch, killedAfter: Double? = nil, patience: Double = 120, environment: [String: String] = [:]
    ) throws -> ProgramRun {
        var variables = ProcessInfo.processInfo.environment
        let folders = URL(fileURLWithPath: program).deletingLastPathComponent().path
        variables["PATH"] = "\(folders):\(variables["PATH"] ?? "/usr/bin:/bin"):/usr/sbin:/sbin"
        variables.merge(environment) { $1 }
        let log = FileManager.default.temporaryDirectory.appending(path: "netplan-swarm-hostile-\(UUID().uuidString).log")
        defer { try? FileManager.default.removeItem(at: log) }
        let process = try start(
            ["/bin/sh", "-c", "cd '\(folder.path)' || exit 99\n\(command)"], variables.map { "\($0)=\($1)" }, log: log.path)
        let start = ContinuousClock.now
        var (memory, status) = (0, Int32())
        while waitpid(process, &status, WNOHANG) == 0 {
            let passed = start.duration(to: .now) / .seconds(1)
            if passed > killedAfter ?? patience { kill(process, SIGKILL) }
            memory = max(memory, peak(of: process))
            usleep(killedAfter == nil ? 2000 : 200)
        }
        let signal = status & 0x7F
        return ProgramRun(status: signal == 0 ? status >> 8 & 0xFF : -signal, output: Array(try Data(contentsOf: log)), memory: memory)
    }

    struct NotStarted: Error {
        let code: Int32
    }

    private static func start(_ words: [String], _ environment: [String], log: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        // A thread of the tests may have signals blocked, and a shell that is never told of its children waits for ever.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let arguments = words.map { strdup($0) } + [nil]
        let variables = environment.map { strdup($0) } + [nil]
        defer { for pointer in arguments + variables { free(pointer) } }
        var process = pid_t()
        let code = posix_spawn(&process, words[0], &actions, &attributes, arguments, variables)
        if code != 0 { throw NotStarted(code: code) }
        return process
    }

    private static func peak(of process: Int32) -> Int {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8) else { return 0 }
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Int($0.split(separator: " ").dropLast().last ?? "") } ?? 0
    }

    /// Whether a program is there. In CI all must be: a test whose program is missing fails rather than being skipped.
    static func isWanted(_ names: String...) -> Bool {
        if ProcessInfo.processInfo.environment["CI"] != nil { return true }
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init) + ["/usr/sbin", "/sbin"]
        return names.allSatisfy { name in folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") } }
    }
}
