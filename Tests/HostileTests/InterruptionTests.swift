import Foundation
import Testing

/// `generate` is stopped at every moment: what it leaves is old or new, and the next run finishes.
@Suite(.serialized) struct InterruptionTests {
    @Test(.enabled(if: ProgramRun.isWanted("strace"), "it needs strace"))
    func `Killed at every system call`() throws {
        let change = try Change()
        let steps = try TracedRun.steps(in: change.start.copy())
        #expect(steps.count > 60)
        for step in steps where step.call != "read" {
            let folder = try change.start.copy()
            let run = try TracedRun.run("signal=KILL", at: step, in: folder)
            #expect(run.status == -SIGKILL, "\(step.testDescription): \(run.text)")
            let fault = try change.fault(in: folder) ?? change.faultOfNextRun(in: folder)
            #expect(fault == nil, "killed at \(step.testDescription): \(fault ?? "")")
        }
    }

    /// Each call is refused for one reason, in turn; in the long form for each.
    @Test(.enabled(if: ProgramRun.isWanted("strace"), "it needs strace"))
    func `Refused at every system call`() throws {
        let change = try Change()
        let steps = try TracedRun.steps(in: change.start.copy()).filter { $0.call != "flock" }
        let errors = ["ENOSPC", "EIO", "EDQUOT", "EROFS"]
        let refusals = steps.enumerated().flatMap { index, step in
            // What only reads finds no disk full.
            let isReading = step.call == "read" || step.line.contains("O_RDONLY")
            return (isReading ? ["EIO"] : ProgramRun.isLong ? errors : [errors[index % 4]]).map { (step, $0) }
        }
        for (step, error) in refusals {
            let folder = try change.start.copy()
            let run = try TracedRun.run("error=\(error)", at: step, in: folder)
            let what = "\(error) at \(step.testDescription): "
            #expect([0, 1].contains(run.status), "\(what)\(run.status) \(run.text)")
            if run.status == 0 {
                // What nothing depends on: a line for the eye, a folder that became empty, an owner that stays, a first look, a stamp.
                #expect(
                    ["read", "write", "openat", "unlinkat", "fchown", "fsetxattr"].contains(step.call),
                    "\(what)nothing was said: \(run.text)")
                #expect(folder.tree() == change.new.tree && folder.read("netplan-swarm.lock") == change.new.lock, "\(what)")
            } else {
                let last = run.text.split(separator: "\n").last.map(String.init) ?? ""
                #expect(last.hasPrefix("netplan-swarm: can't ") && last.contains("; "), "\(what)the sentence is '\(last)'")
                // Before the decision the old tree stays, to the byte; after it, the sentence says what the next run does.
                #expect(folder.tree() == change.old.tree || last.contains("next run"), "\(what)\(last)")
            }
            let fault = try change.fault(in: folder) ?? change.faultOfNextRun(in: folder)
            #expect(fault == nil, "\(what)\(fault ?? "")")
        }
    }

    /// 40 kills; in the long form 1000.
    @Test func `Killed at random times`() throws {
        var random = SplitMix64(seed: 20_261_121)
        let change = try Change()
        let undisturbed = try change.start.copy()
        let start = ContinuousClock.now
        _ = try ProgramRun.shell("exec netplan-swarm generate", in: undisturbed, killedAfter: 60)
        let duration = start.duration(to: .now) / .seconds(1)
        var (killed, undecided) = (0, 0)
        for round in 0..<(ProgramRun.isLong ? 1000 : 40) {
            let folder = try change.start.copy()
            let delay = Double.random(in: 0..<duration, using: &random)
            let run = try ProgramRun.shell("exec netplan-swarm generate", in: folder, killedAfter: delay)
            #expect(run.status == 0 || run.status == -SIGKILL, "round \(round): \(run.text)")
            if run.status != 0 { killed += 1 }
            if folder.read("netplan-swarm.lock") == change.old.lock { undecided += 1 }
            let fault = try change.fault(in: folder) ?? change.faultOfNextRun(in: folder)
            #expect(fault == nil, "round \(round), killed after \(delay) s: \(fault ?? "")")
        }
        #expect(killed > 5 && undecided > 0, "\(killed) were killed, \(undecided) before the lock was written")
        print("killed at random times: \(killed) kills, \(undecided) before the lock was written")
    }

    /// One writes, and the others say so; never do two lock files or trees mix.
    @Test func `Many runs at once`() throws {
        let change = try Change()
        let folder = try change.start.copy()
        let run = try ProgramRun.shell(
            "for i in 1 2 3 4 5 6 7 8; do { netplan-swarm generate 2>/dev/null; echo \"[$?]\"; } & done; wait", in: folder)
        let codes = run.text.split(separator: "\n").map(String.init)
        #expect(run.status == 0 && codes.count == 8 && codes.contains("[0]") && Set(codes).isSubset(of: ["[0]", "[5]"]), "\(codes)")
        #expect(folder.tree() == change.new.tree && folder.read("netplan-swarm.lock") == change.new.lock)
    }

    @Test(.enabled(if: ProgramRun.isWanted("flock"), "it needs flock"), arguments: ["out", "netplan-swarm.yaml"])
    func `Another run is writing`(held: String) throws {
        let change = try Change()
        let folder = try change.start.copy()
        let run = try ProgramRun.shell("exec flock --no-fork \(held) netplan-swarm generate --output ./out", in: folder)
        // flock's own lock goes with the program that it became: the same process, another descriptor.
        #expect(run.status == 5 && run.text.contains("another run is"), "\(run.status) \(run.text)")
        #expect(folder.tree() == change.old.tree && folder.read("netplan-swarm.lock") == change.old.lock)
    }
}
