import Foundation
import Glibc
import NetPlan
import Testing

@testable import Apply

@Suite struct OutputFolderTests {
    @Test func writesWhatIsThereToBeWritten() throws {
        let place = try TemporaryFolder()
        var order: [String] = []
        do {
            let out = try LockedOutputFolder(at: place.out)
            #expect(out.recovered == nil)
            let changes = try out.write(State.old) { () throws(Failure) in order.append("lock") }
            #expect(changes.map(\.path) == State.old.files.keys.sorted() + ["manifest.json"])
            #expect(changes.allSatisfy { $0.kind == .add })
        }
        #expect(order == ["lock"])
        #expect(try Tree.read(place.out) == State.old.tree)
    }

    @Test func removesWhatIsGoneAndFoldersThatBecameEmpty() throws {
        let place = try TemporaryFolder()
        let out = try LockedOutputFolder(at: place.out)
        try out.write(State.old)
        try place.write("out/traefik/mine.yml", "mine")
        let changes = try out.write(State.new, over: .old)
        var expected = State.new.tree
        expected["traefik/mine.yml"] = "mine"
        #expect(try Tree.read(place.out) == expected)
        #expect(changes.filter { $0.kind == .remove }.map(\.path) == ["deep/er/file", "hosts/ds2/hosts", "traefik/dynamic/a.yml"])
        #expect(changes.last?.path == "manifest.json" && changes.last?.kind == .change)
    }

    @Test func aSecondRunTouchesNothing() throws {
        let place = try TemporaryFolder()
        try LockedOutputFolder(at: place.out).write(State.old)
        let paths = ["/out", "/out/hosts", "/out/hosts/ds1/hosts", "/out/manifest.json", "/out/same"].map { place.path + $0 }
        let before = try paths.map(Tree.stamp)
        var calls = 0
        let changes = try LockedOutputFolder(at: place.out).write(State.old, over: .old) { () throws(Failure) in calls += 1 }
        #expect(changes.isEmpty && calls == 1)
        #expect(try paths.map(Tree.stamp) == before)
    }

    @Test func whatIsTheSameStaysAndFoldersKeepTheirInodes() throws {
        let place = try TemporaryFolder()
        try LockedOutputFolder(at: place.out).write(State.old)
        let (same, folder) = (try Tree.stamp(place.out + "/same"), try Tree.status(place.out + "/traefik/dynamic").st_ino)
        try LockedOutputFolder(at: place.out).write(State.new, over: .old)
        #expect(try Tree.stamp(place.out + "/same") == same)
        #expect(try Tree.status(place.out + "/traefik/dynamic").st_ino == folder)
    }

    @Test func lookingLeavesNoTrace() throws {
        let place = try TemporaryFolder()
        let missing = try OutputFolder(at: place.out)
        #expect(try missing.read("manifest.json") == nil && !missing.isUnfinished)
        #expect(try missing.changes(to: State.old.artifacts, removing: ["x"], ours: [], manifest: []).count == State.old.files.count + 1)
        #expect(try Tree.read(place.path).isEmpty)

        try LockedOutputFolder(at: place.out).write(State.old)
        let before = try (Tree.read(place.path), Tree.stamp(place.out), Tree.stamp(place.out + "/hosts"))
        let folder = try OutputFolder(at: place.out)
        let changes = try folder.changes(
            to: State.new.artifacts, removing: State.new.gone(since: .old), ours: Set(State.old.files.keys), manifest: State.new.manifest)
        #expect(changes.count == 8)
        #expect(try folder.read("hosts/ds1/hosts") == [0x31])
        let after = try (Tree.read(place.path), Tree.stamp(place.out), Tree.stamp(place.out + "/hosts"))
        #expect(before.0 == after.0 && before.1 == after.1 && before.2 == after.2)
    }

    @Test func modesDoNotAskTheUmask() throws {
        let place = try TemporaryFolder()
        let old = umask(0o077)
        defer { umask(old) }
        try LockedOutputFolder(at: place.path + "/far/out").write(State.old)
        for (path, mode) in [
            ("/far", 0o755), ("/far/out", 0o755), ("/far/out/hosts/ds1", 0o755), ("/far/out/hosts/ds1/hosts", 0o644),
            ("/far/out/manifest.json", 0o644),
        ] {
            #expect(Int(try Tree.status(place.path + path).permissions) == mode, "\(path)")
        }
    }

    @Test func itselfMayBeALink() throws {
        let place = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: place.path + "/real", withIntermediateDirectories: false)
        symlink("real", place.out)
        try LockedOutputFolder(at: place.out).write(State.old)
        #expect(try Tree.read(place.path + "/real") == State.old.tree)
        #expect(try Tree.status(place.out).kind == .link)
    }

    @Test func oneRunAtATime() throws {
        let place = try TemporaryFolder()
        let first = try LockedOutputFolder(at: place.out)
        let failure = #expect(throws: Failure.self) { _ = try LockedOutputFolder(at: place.out) }
        #expect(failure?.exitCode == 5 && failure?.sentence.contains(place.out) == true)
        #expect(try OutputFolder(at: place.out).read("x") == nil)
        try first.write(State.old)
    }

    @Test func theLockGoesWithTheValue() throws {
        let place = try TemporaryFolder()
        for _ in 0..<3 { _ = try LockedOutputFolder(at: place.out) }
    }

    @Test func aLockThatCannotBeWrittenUndoesTheRun() throws {
        let place = try TemporaryFolder()
        let out = try LockedOutputFolder(at: place.out)
        try out.write(State.old)
        let failure = #expect(throws: Failure.self) { try out.write(State.new, over: .old) { () throws(Failure) in throw Failure("no") } }
        #expect(failure?.sentence == "no")
        #expect(try Tree.read(place.out) == State.old.tree)
    }
}
