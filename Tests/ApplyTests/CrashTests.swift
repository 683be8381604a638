import Foundation
import Glibc
import NetPlan
import Testing

@testable import Apply

/// Stops a run before each of its steps, and looks at what the next run makes of it.
@Suite struct CrashTests {
    /// Throws before the n-th step.
    private final class Stop {
        var left: Int
        var steps: [String] = []
        init(before step: Int) { left = step }

        func reached(_ step: String) throws(Failure) {
            if left == 0 { throw Failure("killed before: \(step)") }
            left -= 1
            steps.append(step)
        }
    }

    /// A run from old to new that is killed; nothing of it is cleared away. False where it came to its end.
    private func killedRun(_ out: String, _ stop: Stop) throws -> Bool {
        let folder = try LockedOutputFolder(at: out)
        do {
            _ = try folder.attempt(
                State.new.artifacts, removing: State.new.gone(since: .old), ours: Set(State.old.files.keys), manifest: State.new.manifest,
                beforeCommit: {}, reached: { (step) throws(Failure) in try stop.reached(step) })
            return false
        } catch { return true }
    }

    @Test func whateverTheStepTheTreeIsOldOrNew() throws {
        var outcomes: [LockedOutputFolder.Recovery?] = []
        for step in 0... {
            let place = try TemporaryFolder()
            try LockedOutputFolder(at: place.out).write(State.old)
            let stop = Stop(before: step)
            guard try killedRun(place.out, stop) else {
                #expect(isInOrder(stop.steps) && step > 20)
                break
            }
            let recovered = try LockedOutputFolder(at: place.out).recovered
            outcomes.append(recovered)
            let isDecided = stop.steps.contains("commit")
            #expect(try Tree.read(place.out) == (isDecided ? State.new : State.old).tree, "killed after \(stop.steps.last ?? "nothing")")
            #expect(try LockedOutputFolder(at: place.out).recovered == nil)
        }
        #expect(outcomes.contains(.undone) && outcomes.contains(.finished) && outcomes.contains(nil))
    }

    /// Nothing is in its place before the commit, the manifest is the last to get there, and the journal goes only then.
    private func isInOrder(_ steps: [String]) -> Bool {
        func places(_ verb: String) -> [Int] { steps.indices.filter { steps[$0].hasPrefix(verb) } }
        let changing = places("put ") + places("make docker") + places("remove ").filter { steps[$0].contains("/") }
        guard let commit = steps.firstIndex(of: "commit"), let manifest = steps.firstIndex(of: "put manifest.json"),
            let journal = steps.firstIndex(of: "remove the journal")
        else { return false }
        return changing.count == 4 + 1 + 2 + 3 && changing.allSatisfy { $0 > commit && $0 <= manifest } && journal > manifest
            && places("stage ").allSatisfy { $0 < commit }
    }

    @Test func aRecoveryMayBeKilledToo() throws {
        for step in 0... {
            let place = try TemporaryFolder()
            try LockedOutputFolder(at: place.out).write(State.old)
            let stop = Stop(before: step)
            guard try killedRun(place.out, stop) else { break }
            for second in 0... {
                let again = Stop(before: second)
                do {
                    _ = try LockedOutputFolder(at: place.out, reached: { (step) throws(Failure) in try again.reached(step) })
                    break
                } catch { continue }
            }
            #expect(try Tree.read(place.out) == (stop.steps.contains("commit") ? State.new : State.old).tree)
        }
    }

    @Test func aFailureAfterTheCommitSaysThatTheNextRunFinishes() throws {
        let place = try TemporaryFolder()
        try LockedOutputFolder(at: place.out).write(State.old)
        // Somebody is quicker than we are.
        let failure = #expect(throws: Failure.self) {
            try LockedOutputFolder(at: place.out).write(State.new, over: .old) { () throws(Failure) in
                mkdir(place.out + "/docker", 0o755)
                symlink("/tmp", place.out + "/docker/nodes")
            }
        }
        #expect(failure?.sentence.contains("next run") == true)
        unlink(place.out + "/docker/nodes")
        let next = try LockedOutputFolder(at: place.out)
        #expect(next.recovered == .finished)
        #expect(try Tree.read(place.out) == State.new.tree)
    }

    @Test func aFileThatCameBackIsLeftAlone() throws {
        for step in 0... {
            let place = try TemporaryFolder()
            try LockedOutputFolder(at: place.out).write(State.old)
            let stop = Stop(before: step)
            guard try killedRun(place.out, stop) else { break }
            guard stop.steps.contains("put manifest.json") else { continue }
            try place.write("out/deep/er/file", "mine")
            _ = try LockedOutputFolder(at: place.out)
            #expect(try Tree.read(place.out)["deep/er/file"] == "mine", "killed after \(stop.steps.last ?? "")")
        }
    }

    @Test(arguments: ["", "netplan-swarm journal 1\nremove same\n", "junk"])
    func aTornJournalAndJunkAreThrownAway(text: String) throws {
        let place = try TemporaryFolder()
        try LockedOutputFolder(at: place.out).write(State.old)
        try place.write("out/.netplan-swarm/journal", text)
        try place.write("out/.netplan-swarm/0", "half a fi")
        #expect(try OutputFolder(at: place.out).isUnfinished)
        #expect(try LockedOutputFolder(at: place.out).recovered == .undone)
        #expect(try Tree.read(place.out) == State.old.tree)
    }

    @Test func anotherVersionsRunIsNotUndone() throws {
        let place = try TemporaryFolder()
        try place.write("out/.netplan-swarm/journal", "netplan-swarm journal 2\n")
        let failure = #expect(throws: Failure.self) { _ = try LockedOutputFolder(at: place.out) }
        #expect(failure?.sentence.contains("another version") == true)
    }

    /// The real thing: a process that writes one state after the other until a signal ends it.
    @Test func aKilledProcessLeavesOneStateOrTheOther() async throws {
        for _ in 0..<8 {
            let place = try TemporaryFolder()
            let (out, delay) = (place.out, Int.random(in: 2_000...60_000))
            try LockedOutputFolder(at: out).write(State.old)
            await #expect(processExitsWith: .signal(SIGKILL)) { [out = out as String, delay = delay as Int] in
                Thread.detachNewThread {
                    usleep(UInt32(delay))
                    kill(getpid(), SIGKILL)
                }
                var (current, next) = (State.old, State.new)
                while true {
                    try LockedOutputFolder(at: out).write(next, over: current)
                    swap(&current, &next)
                }
            }
            _ = try LockedOutputFolder(at: out)
            let tree = try Tree.read(out)
            #expect(tree == State.old.tree || tree == State.new.tree, "\(tree)")
        }
    }
}
