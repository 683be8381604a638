import Foundation
import Testing

/// `apply` is stopped at every moment: once recovered from, the host is wholly old or wholly new, and nothing lies about.
@Suite(.serialized) struct AppliedInterruptionTests {
    @Test(.enabled(if: ProgramRun.isWanted("strace"), "it needs strace"))
    func `Killed at every system call`() throws {
        let site = try AppliedSite()
        let steps = try TracedRun.steps(in: site.start.copy(), of: AppliedSite.apply)
        #expect(steps.count { ["renameat", "rename"].contains($0.call) } > 5 && steps.contains { $0.call == "unlinkat" })
        for step in steps where !["read", "flock"].contains(step.call) && !step.line.contains("O_RDONLY") {
            let folder = try site.start.copy()
            let run = try TracedRun.run("signal=KILL", at: step, in: folder, of: AppliedSite.apply)
            #expect(run.status == -SIGKILL, "\(step.testDescription): \(run.text)")
            let fault = try site.fault(in: folder)
            #expect(fault == nil, "killed at \(step.testDescription): \(fault ?? "")")
        }
    }

    /// Killed while it takes back what a killed run left, and killed there again.
    @Test(.enabled(if: ProgramRun.isWanted("strace"), "it needs strace"))
    func `Killed while it recovers`() throws {
        let site = try AppliedSite()
        let renames = try TracedRun.steps(in: site.start.copy(), of: AppliedSite.apply).filter { $0.call == "renameat" }
        let late = try #require(renames.dropLast().last)
        let broken = try site.start.copy()
        _ = try TracedRun.run("signal=KILL", at: late, in: broken, of: AppliedSite.apply)
        #expect(site.isNew(in: broken) == nil)
        let recover = "recover --root root"
        let steps = try TracedRun.steps(in: broken.copy(), of: recover, from: "\"lock\"")
        for call in ["renameat", "unlinkat"] { #expect(steps.contains { $0.call == call }, "\(call)") }
        for step in steps where step.call != "read" {
            let folder = try broken.copy()
            _ = try TracedRun.run("signal=KILL", at: step, in: folder, of: recover)
            let fault = try site.fault(in: folder)
            #expect(fault == nil, "killed at \(step.testDescription): \(fault ?? "")")
        }
    }

    /// Each call is refused for one reason, in turn; in the long form for each.
    @Test(.enabled(if: ProgramRun.isWanted("strace"), "it needs strace"))
    func `Refused at every system call`() throws {
        let site = try AppliedSite()
        let steps = try TracedRun.steps(in: site.start.copy(), of: AppliedSite.apply).filter {
            !["read", "flock"].contains($0.call) && !$0.line.contains("O_RDONLY")
        }
        let errors = ["ENOSPC", "EIO", "EDQUOT", "EROFS"]
        for (step, error) in steps.enumerated().flatMap({ index, step in
            (ProgramRun.isLong ? errors : [errors[index % 4]]).map { (step, $0) }
        }) {
            let folder = try site.start.copy()
            let run = try TracedRun.run("error=\(error)", at: step, in: folder, of: AppliedSite.apply)
            let what = "\(error) at \(step.testDescription): \(run.status) \(run.text.suffix(400))"
            switch run.status {
            case 0: #expect(site.isNew(in: folder) == true, "\(what)")
            case 1: #expect(site.isNew(in: folder) == false || run.text.contains("'netplan-swarm recover'"), "\(what)")
            case 6: #expect(site.isNew(in: folder) == false && run.text.contains("as it was before"), "\(what)")
            default: Issue.record("\(what)")
            }
            let fault = try site.fault(in: folder)
            #expect(fault == nil, "\(what): \(fault ?? "")")
        }
    }

    /// 40 kills; in the long form 1000.
    @Test func `Killed at random times`() throws {
        var random = SplitMix64(seed: 20_261_122)
        let site = try AppliedSite()
        let undisturbed = try site.start.copy()
        let start = ContinuousClock.now
        _ = try ProgramRun.shell("exec netplan-swarm \(AppliedSite.apply)", in: undisturbed, killedAfter: 60)
        let duration = start.duration(to: .now) / .seconds(1)
        for round in 0..<(ProgramRun.isLong ? 1000 : 40) {
            let folder = try site.start.copy()
            let delay = Double.random(in: 0..<duration, using: &random)
            let run = try ProgramRun.shell("exec netplan-swarm \(AppliedSite.apply)", in: folder, killedAfter: delay)
            #expect(run.status == 0 || run.status == -SIGKILL, "round \(round): \(run.text)")
            let fault = try site.fault(in: folder)
            #expect(fault == nil, "round \(round), killed after \(delay) s: \(fault ?? "")")
        }
    }

    /// A terminal that goes away in the middle changes nothing: what is begun is ended.
    @Test(.enabled(if: ProgramRun.isWanted("strace"), "it needs strace"), arguments: ["HUP", "INT", "TERM"])
    func `Interrupted in the middle`(signal: String) throws {
        let site = try AppliedSite()
        let renames = try TracedRun.steps(in: site.start.copy(), of: AppliedSite.apply).filter { $0.call == "renameat" }
        for step in renames.suffix(4) {
            let folder = try site.start.copy()
            let run = try TracedRun.run("signal=\(signal)", at: step, in: folder, of: AppliedSite.apply)
            #expect(run.status == 0 && site.isNew(in: folder) == true, "\(step.testDescription): \(run.status) \(run.text)")
        }
    }

    /// One is at work and the others say so, each naming a process; the result is right.
    @Test func `Many runs at once`() throws {
        let site = try AppliedSite()
        for _ in 0..<20 {
            let folder = try site.start.copy()
            let run = try ProgramRun.shell(
                "for i in 1 2 3 4 5 6; do { netplan-swarm \(AppliedSite.apply) 2>&1; echo \"[$?]\"; } & done; wait", in: folder)
            let lines = run.text.split(separator: "\n").map(String.init)
            let codes = lines.filter { $0.hasPrefix("[") }
            #expect(codes.count == 6 && codes.contains("[0]") && Set(codes).isSubset(of: ["[0]", "[5]"]), "\(lines)")
            #expect(lines.filter { $0.contains("another run") }.allSatisfy { $0.contains("process ") }, "\(lines)")
            #expect(site.isNew(in: folder) == true)
        }
    }
}
