import Testing

/// A run of `generate`, or of another verb, under strace(1), which can stop it, or make the system refuse, at any one of its system calls.
struct TracedRun {
    /// A system call, and the how many-th of its kind.
    struct Step: Sendable, CustomTestStringConvertible {
        let call: String
        let number: Int
        /// As strace prints it.
        let line: String

        var testDescription: String { "\(call) \(number): \(line.prefix(80))" }
    }

    private static let changing = [
        "write", "fsync", "rename", "renameat", "renameat2", "mkdir", "mkdirat", "unlink", "unlinkat", "link", "linkat", "fchmod", "fchown",
        "ftruncate", "fsetxattr", "open", "openat", "flock", "read",
    ]

    /// The steps of an undisturbed run that change something, or read one of our own files.
    ///
    /// `shell` gives a shell's words for a command where that is to run in surroundings of its own.
    static func steps(
        in folder: Scratch, of command: String = "generate", from mark: String = "netplan-swarm.yaml",
        _ shell: (String) -> String = { "exec \($0)" }
    ) throws -> [Step] {
        let words = "strace -o steps -e trace=\(changing.joined(separator: ",")) netplan-swarm \(command)"
        let run = try ProgramRun.shell(shell(words), in: folder)
        guard run.status == 0 else { throw Change.Failed(output: run.text) }
        let lines = String(decoding: folder.read("steps") ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
        var counts: [String: Int] = [:]
        var hasBegun = false
        return lines.compactMap { line in
            guard let end = line.firstIndex(of: "(") else { return nil }
            let call = String(line[..<end])
            counts[call, default: 0] += 1
            // Before the plan is opened, it is the loader that opens and reads.
            hasBegun = hasBegun || line.contains(mark)
            return hasBegun ? Step(call: call, number: counts[call] ?? 0, line: line) : nil
        }
    }

    /// `injection` is strace's: `signal=KILL`, or `error=EIO`.
    static func run(
        _ injection: String, at step: Step, in folder: Scratch, of command: String = "generate",
        _ shell: (String) -> String = { "exec \($0)" }
    ) throws -> ProgramRun {
        let inject = "inject=\(step.call):\(injection):when=\(step.number)"
        return try ProgramRun.shell(shell("strace -o /dev/null -e trace=\(step.call) -e \(inject) netplan-swarm \(command)"), in: folder)
    }
}
