import Foundation
import Glibc

/// A process that we started and wait for ourselves: Foundation's is waited for by a socket that every other child inherits, and so
/// ends for us when the last of them does.
final class Child: Sendable {
    let process: pid_t

    struct NotStarted: Error {
        let code: Int32
    }

    /// With these descriptors as its own first three; of others it closes what it inherits.
    init(_ words: [String], _ input: Int32, _ output: Int32, _ messages: Int32) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (own, theirs) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (messages, STDERR_FILENO)] {
            posix_spawn_file_actions_adddup2(&actions, own, theirs)
        }
        // A thread of the tests may have signals blocked.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let arguments = words.map { strdup($0) } + [nil]
        defer { for pointer in arguments { free(pointer) } }
        var process = pid_t()
        let code = posix_spawn(&process, words[0], &actions, &attributes, arguments, environ)
        if code != 0 { throw NotStarted(code: code) }
        self.process = process
    }

    /// Whether it runs no longer; how it ended can still be asked.
    func hasEnded() -> Bool {
        var ending = siginfo_t()
        return waitid(P_PID, id_t(process), &ending, WEXITED | WNOHANG | WNOWAIT) != 0 || ending._sifields._sigchld.si_pid == process
    }

    /// What it exits with; a signal's number below zero. Holds its thread until then.
    func wait() -> Int32 {
        var status = Int32()
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : -signal
    }

    /// The same without holding up other tests.
    func ending() async throws -> Int32 {
        while !hasEnded() { try await Task.sleep(for: .milliseconds(20)) }
        return wait()
    }
}
