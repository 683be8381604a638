import Foundation
import Testing

@testable import Apply

/// Programs that others wrote, with all that can be wrong with them. Each is a shell script of one folder.
@Suite struct ExternalProgramTests {
    private static func program(_ script: String, in folder: borrowing TemporaryFolder) throws -> ExternalProgram {
        let path = "\(folder.path)/program"
        // Written by a shell: what is open for writing here may be so in another test's child, and such a file can't be started.
        let text = "cat >\(path) <<'END OF SCRIPT'\n#!/bin/sh\n\(script)\nEND OF SCRIPT\nchmod 755 \(path)\n"
        #expect(try ExternalProgram(path: "/bin/sh").run(input: Array(text.utf8)).cause == .exited(0))
        return ExternalProgram(path: path)
    }

    private static func run(_ script: String, input: [UInt8] = [], seconds: Int = 20, output: Int = 1 << 20) throws
        -> ExternalProgram.Ending
    {
        let folder = try TemporaryFolder()
        return try program(script, in: folder).run(
            input: input, within: ExternalProgram.Limits(seconds: seconds, output: output, messages: 100))
    }

    @Test func `Input goes in, output and messages come out`() throws {
        let ending = try Self.run("cat; echo said >&2", input: Array("heard".utf8))
        #expect(ending == ExternalProgram.Ending(cause: .exited(0), output: Array("heard".utf8), messages: Array("said\n".utf8)))
    }

    /// Far more than a pipe holds, both ways at once.
    @Test func `No full pipe holds either side`() throws {
        let input = [UInt8](repeating: 0x78, count: 5_000_000)
        let ending = try Self.run("cat", input: input, output: 10_000_000)
        #expect(ending.cause == .exited(0) && ending.output == input)
        #expect(try Self.run("head -c 300000 /dev/zero >&2; cat >/dev/null; echo x", input: input).output == Array("x\n".utf8))
    }

    @Test func `Who does not read its input does not hold us`() throws {
        let input = [UInt8](repeating: 0x78, count: 1_000_000)
        #expect(try Self.run("exec <&-; echo x", input: input).output == Array("x\n".utf8))
        #expect(try Self.run("echo x", input: input).output == Array("x\n".utf8))
    }

    @Test func `How it ended is told`() throws {
        #expect(try Self.run("exit 3").cause == .exited(3))
        #expect(try Self.run("kill -SEGV $$").cause == .signalled(SIGSEGV))
    }

    @Test func `What takes too long is killed, and all that it started`() throws {
        let folder = try TemporaryFolder()
        let script = "sleep 300 & echo $! >\(folder.path)/child; trap '' TERM INT; echo begun; wait; sleep 300"
        let start = ContinuousClock.now
        let ending = try Self.program(script, in: folder).run(
            input: [], within: ExternalProgram.Limits(seconds: 1, output: 1000, messages: 100))
        #expect(ending.cause == .late && ending.output == Array("begun\n".utf8))
        #expect(ContinuousClock.now - start < .seconds(10))
        try Self.expectGone("\(folder.path)/child")
    }

    @Test func `What it leaves behind does not hold us, and goes`() throws {
        let folder = try TemporaryFolder()
        let start = ContinuousClock.now
        let ending = try Self.program("sleep 300 & echo $! >\(folder.path)/child; echo x", in: folder).run(input: [])
        #expect(ending.cause == .exited(0) && ending.output == Array("x\n".utf8))
        #expect(ContinuousClock.now - start < .seconds(10))
        try Self.expectGone("\(folder.path)/child")
    }

    @Test func `What says too much is killed`() throws {
        let ending = try Self.run("yes", output: 1 << 20)
        #expect(ending.cause == .talkative && ending.output.count < 2 << 20)
    }

    @Test func `Of endless messages the first are kept`() throws {
        let ending = try Self.run("yes 123456789 | head -n 100000 >&2; echo x")
        #expect(ending.cause == .exited(0) && ending.messages.count == 100)
    }

    /// We ignore SIGPIPE; a program that inherited that would write to nobody for ever.
    @Test func `Signals that we ignore are its own`() throws {
        #expect(try Self.run("(yes; echo $? >&2) | head -n 1 >/dev/null").messages == Array("141\n".utf8))
    }

    @Test func `It has what we have of the environment, and what is given`() throws {
        let folder = try TemporaryFolder()
        let ending = try Self.program("echo $TZ $0", in: folder).run(input: [], with: ["TZ": "Mars"])
        #expect(String(decoding: ending.output, as: UTF8.self).hasPrefix("Mars /"))
    }

    @Test func `None of our files is open in it`() throws {
        let folder = try TemporaryFolder()
        try Data().write(to: URL(fileURLWithPath: "\(folder.path)/plan"))
        let held = try HeldPlan("\(folder.path)/plan")
        let ending = try withExtendedLifetime(held) { try Self.program("ls -l /proc/self/fd", in: folder).run(input: []) }
        #expect(!String(decoding: ending.output, as: UTF8.self).contains("/plan"))
    }

    @Test func `What can't be started says why`() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/program"
        for (text, why) in [
            ("#!/no/such/shell\n", "the program that its first line names is not there"),
            ("not a program\n", "a script starts with a line like"),
        ] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            chmod(path, 0o755)
            #expect { try ExternalProgram(path: path).run(input: []) } throws: { ($0 as? Failure)?.sentence.contains(why) ?? false }
        }
    }

    /// Gone, or a zombie that its new parent has not looked at yet.
    private static func expectGone(_ file: String) throws {
        let number = try String(contentsOfFile: file, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        var state: String?
        for _ in 0..<100 {
            state = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)
            if state?.contains(") Z ") ?? true { return }
            usleep(20_000)
        }
        Issue.record("\(state ?? "")")
    }
}
