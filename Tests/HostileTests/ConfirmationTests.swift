import Foundation
import Glibc
import Testing

/// What waits for a confirmation stands in nobody's way, and comes to one end whoever else comes at that moment.
@Suite(.serialized) struct ConfirmationTests {
    /// What runs one after the other, without a pause, and how each has to end.
    @Test func `Nobody meets the watcher, however soon he comes`() throws {
        let site = try AppliedSite()
        let steps = [
            ("apply --node ds1 --yes --confirm 60", 0), ("confirm", 0), ("rollback", 0), ("apply --node ds1 --yes --confirm 60", 0),
            ("apply --node ds1 --yes", 5), ("rollback", 0), ("recover", 0), ("apply --node ds1 --yes --confirm 60", 0), ("confirm", 0),
            ("apply --node ds1 --yes", 0),
        ]
        let script = steps.map { "netplan-swarm \($0.0) --root root; echo [$?]" }.joined(separator: "\n")
        for round in 0..<(ProgramRun.isLong ? 100 : 10) {
            let folder = try site.start.copy()
            let run = try ProgramRun.shell(script, in: folder)
            let lines = String(decoding: run.output, as: UTF8.self).split(separator: "\n").map(String.init)
            #expect(lines.filter { $0.hasPrefix("[") } == steps.map { "[\($0.1)]" }, "round \(round): \(lines)")
            #expect(site.isNew(in: folder) == true, "round \(round)")
            try Self.expectNoWatcher(of: folder)
        }
    }

    /// The moment at which it is due is everybody's: each finds it taken back, takes it back himself, or is told to wait.
    @Test func `Due, while others come`() throws {
        let site = try AppliedSite()
        var random = SplitMix64(seed: 20_261_121)
        for round in 0..<(ProgramRun.isLong ? 100 : 10) {
            let folder = try site.start.copy()
            let delay = Double.random(in: 0.5..<1.5, using: &random)
            let script = """
                netplan-swarm apply --root root --node ds1 --yes --confirm 1 >/dev/null 2>&1; echo "first [$?]"
                sleep \(delay)
                for verb in 'apply --node ds1 --yes' confirm rollback recover; do
                    { said=$(netplan-swarm $verb --root root 2>&1 >/dev/null); echo "${verb%% *} [$?] $said"; } &
                done
                wait
                """
            let run = try ProgramRun.shell(script, in: folder)
            let ends: [String: Set<String>] = [
                "first": ["0"], "apply": ["0", "5"], "confirm": ["0", "1", "5"], "rollback": ["0", "1", "5"], "recover": ["0", "5"],
            ]
            for line in run.text.split(separator: "\n") {
                let parts = line.split(separator: " ", maxSplits: 2)
                guard parts.count > 1, let allowed = ends[String(parts[0])], parts[1].hasPrefix("[") else { continue }
                #expect(allowed.contains(String(parts[1].dropFirst().dropLast())), "round \(round), after \(delay) s: \(run.text)")
            }
            try Self.expectNoWatcher(of: folder)
            let fault = try site.fault(in: folder)
            #expect(fault == nil, "round \(round), after \(delay) s: \(fault ?? ""): \(run.text)")
        }
    }

    /// It ends by itself once there is nothing to wait for. Where systemd runs it is a timer, and is no process meanwhile.
    private static func expectNoWatcher(of folder: Scratch) throws {
        for _ in 0..<100 {
            let commands = try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap {
                try? String(contentsOfFile: "/proc/\($0)/cmdline", encoding: .utf8)
            }
            if !commands.contains(where: { $0.contains("--when-due") && $0.contains("\(folder.path)/root") }) { return }
            usleep(100_000)
        }
        Issue.record("a watcher is left, with nothing to wait for")
    }
}
