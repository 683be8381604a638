import Foundation
import Testing

/// `apply` is stopped at every moment: once recovered from, the host is wholly old or wholly new, and nothing lies about.
@Suite(.serialized) struct AppliedInterruptionTests {
    @Test(.enabled(if: ProgramRun.isWanted("strace"), "it needs strace"))
    func `Killed at every system call`() throws {
        let site = try AppliedSite()
        let steps = try TracedRun.steps(in: site.start.copy(), of: AppliedSite.apply)
        #expect(steps.count { ["renameat", "rename"].contains($0.call) } > 5 && steps.contains { $0.call == "unlinkat" })
        for step in steps where Self.isChange(step) {
            let folder = try site.start.copy()
            let run = try TracedRun.run("signal=KILL", at: step, in: folder, of: AppliedSite.apply)
            #expect(run.status == -SIGKILL, "\(step.testDescription): \(run.text)")
            let fault = try site.fault(in: folder)
            #expect(fault == nil, "killed at \(step.testDescription): \(fault ?? "")")
        }
    }

    /// Another way to apply, or to end it, and what was done before.
    struct Verb: Sendable, CustomTestStringConvertible {
        let command: String
        var before = ":"
        /// The first file of our own that it opens.
        var mark = "netplan-swarm.yaml"

        var testDescription: String { command }

        static let confirmed = "apply --root root --node ds1 --yes --confirm 600 >/dev/null"
    }

    /// Where it renames or removes something; in the long form at every call that changes something.
    @Test(
        .enabled(if: ProgramRun.isWanted("strace"), "it needs strace"),
        arguments: [
            Verb(command: "rollback --root root", before: "netplan-swarm \(AppliedSite.apply)", mark: "\"lock\""),
            Verb(
                command: "apply --saved saved >/dev/null", before: "netplan-swarm diff --root root --node ds1 --save saved >/dev/null",
                mark: "saved"),
            Verb(command: Verb.confirmed),
            Verb(command: "confirm --root root", before: "netplan-swarm \(Verb.confirmed)", mark: "\"lock\""),
        ])
    func `Other verbs, killed`(verb: Verb) throws {
        let site = try AppliedSite()
        func prepared() throws -> Scratch {
            let folder = try site.start.copy()
            let run = try ProgramRun.shell(verb.before, in: folder)
            #expect(run.status == 0, "\(run.text)")
            return folder
        }
        let first = try prepared()
        let steps = try TracedRun.steps(in: first, of: verb.command, from: verb.mark).filter { step in
            ["renameat", "unlinkat"].contains(step.call) || (ProgramRun.isLong && Self.isChange(step))
        }
        let undisturbed = try site.fault(in: first)
        #expect(undisturbed == nil && !steps.isEmpty, "\(steps.count) steps: \(undisturbed ?? "")")
        for step in steps {
            let folder = try prepared()
            let run = try TracedRun.run("signal=KILL", at: step, in: folder, of: verb.command)
            #expect(run.status == -SIGKILL, "\(step.testDescription): \(run.text)")
            let fault = try site.fault(in: folder)
            #expect(fault == nil, "killed at \(step.testDescription): \(fault ?? "")")
        }
    }

    private static func isChange(_ step: TracedRun.Step) -> Bool {
        !["read", "flock"].contains(step.call) && !step.line.contains("O_RDONLY")
    }

    /// A file that is a mount is written over in its place: what is half written is known for that, and taken back.
    @Test(.enabled(if: geteuid() == 0 && ProgramRun.isWanted("strace", "unshare"), "it needs root, strace and unshare"))
    func `Killed while it writes over a mount`() throws {
        let site = try AppliedSite(isMounted: true)
        let steps = try TracedRun.steps(in: site.start.copy(), of: AppliedSite.apply, site.command)
        let refused = try #require(steps.firstIndex { $0.line.contains("EBUSY") })
        let end = try #require(steps[refused...].firstIndex { $0.call == "unlinkat" })
        let over = steps[refused...end].filter(Self.isChange)
        #expect(over.contains { $0.call == "write" } && over.contains { $0.call == "ftruncate" })
        for step in over {
            let folder = try site.start.copy()
            let run = try TracedRun.run("signal=KILL", at: step, in: folder, of: AppliedSite.apply, site.command)
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
        #expect(broken.isThere("root/var/lib/netplan-swarm/begun"))
        let recover = "recover --root root"
        let steps = try TracedRun.steps(in: broken.copy(), of: recover, from: "\"lock\"").filter(Self.isChange)
        #expect(steps.count { $0.call == "renameat" } > 2 && steps.count { $0.call == "unlinkat" } > 2)
        for step in steps {
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
        let steps = try TracedRun.steps(in: site.start.copy(), of: AppliedSite.apply).filter(Self.isChange)
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
        var (killed, begun) = (0, 0)
        for round in 0..<(ProgramRun.isLong ? 1000 : 40) {
            let folder = try site.start.copy()
            let delay = Double.random(in: 0..<duration, using: &random)
            let run = try ProgramRun.shell("exec netplan-swarm \(AppliedSite.apply)", in: folder, killedAfter: delay)
            #expect(run.status == 0 || run.status == -SIGKILL, "round \(round): \(run.text)")
            if run.status != 0 { killed += 1 }
            if folder.isThere("root/var/lib/netplan-swarm/begun") || folder.isThere("root/var/lib/netplan-swarm/journal") { begun += 1 }
            let fault = try site.fault(in: folder)
            #expect(fault == nil, "round \(round), killed after \(delay) s: \(fault ?? "")")
        }
        #expect(killed > 5 && begun > 0, "\(killed) were killed, \(begun) with a journal")
        print("apply killed at random times: \(killed) kills, \(begun) with a journal")
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
