import Apply
import Foundation
import NetPlan
import Testing

@testable import netplan_swarm

/// Emitters of others that don't end, and what becomes of them when we are ended ourselves.
@Suite struct StrangerTests {
    private static let plan = """
        version: 1
        site: home
        nodes: {ds1: {address: 192.168.0.11, role: manager}, ds2: {address: 192.168.0.12, role: manager}, ds3: {address: 192.168.0.13, role: manager}}
        lans: {home: {subnet: 192.168.0.0/24}}
        outputs: {slow: {}}

        """

    /// A folder with the plan and the emitter. The script is written by a shell: what is open for writing here may be so in a child.
    private static func site(_ script: String) throws -> Scratch {
        let folder = try Scratch()
        try folder.write(plan, to: "netplan-swarm.yaml")
        let file = "\(folder.path)/netplan-swarm-emit-slow"
        let text = "cat >\(file) <<'END OF SCRIPT'\n#!/bin/sh\n\(script)\nEND OF SCRIPT\nchmod 755 \(file)\n"
        _ = try ExternalProgram(path: "/bin/sh").run(input: Array(text.utf8))
        return folder
    }

    @Test(arguments: [
        ("sleep 300", "it had not ended after 1 s, the most that an emitter may take"),
        ("yes", "it answered with more than 1 MB, the most that is read"),
        ("while :; do echo x >&2; done", "it had not ended after 1 s, the most that an emitter may take"),
    ])
    func `What does not end is ended, and said to be broken`(script: String, words: String) throws {
        let folder = try Self.site(script)
        let site = PlannedSite(unsaved: Array(Self.plan.utf8), as: "plan", on: SearchPath(folder: folder.path))
        var emitter = try #require(site.external.first)
        emitter.limits = ExternalProgram.Limits(seconds: 1, output: 1 << 20, messages: 1000)
        var (said, problems) = ("", Diagnostics())
        let allocation = try #require(site.allocation)
        #expect {
            _ = try emitter.files(for: allocation, telling: { said += $0 }, reporting: &problems)
        } throws: { error in
            (error as? Failure).map { $0.sentence.contains(words) && $0.exitCode == Failure.failed } ?? false
        }
        #expect(said.split(separator: "\n").count <= 20)
    }

    /// A Ctrl-C reaches the group in front of the terminal, and an emitter is in one of its own.
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func `Who ends us ends the emitter too`(signal: Int32) throws {
        let folder = try Self.site("echo $$ >pid.new; mv pid.new pid; sleep 60")
        let pidFile = "\(folder.path)/pid"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: ProgramRun.program)
        process.arguments = ["generate"]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.environment = ["PATH": "\(folder.path):/usr/bin:/bin"]
        process.standardError = FileHandle.nullDevice
        // The tests' own threads block signals, and a child would inherit that.
        var (none, old) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &old)
        try process.run()
        pthread_sigmask(SIG_SETMASK, &old, nil)
        for _ in 0..<1500 where !FileManager.default.fileExists(atPath: pidFile) { usleep(20_000) }
        let number = try String(contentsOfFile: pidFile, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
        var state: String?
        for _ in 0..<100 {
            state = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)
            if state?.contains(") Z ") ?? true { break }
            usleep(20_000)
        }
        #expect(state?.contains(") Z ") ?? true)
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/out"))
    }
}
