import Foundation
import Glibc
import NetPlan
import Testing

@testable import Apply

/// What is somebody else's, or not what it seems: nothing is written, and the sentence names it.
@Suite struct RefusalTests {
    private func refusal(
        _ out: String, _ state: State = .old, over old: State = .none, naming words: String...,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let before = try Tree.read(out)
        let failure = #expect(throws: Failure.self, sourceLocation: location) { try LockedOutputFolder(at: out).write(state, over: old) }
        #expect(failure?.exitCode == 1, sourceLocation: location)
        for word in words {
            #expect(failure?.sentence.contains(word) == true, "\(failure?.sentence ?? "") lacks \(word)", sourceLocation: location)
        }
        #expect(try Tree.read(out) == before, sourceLocation: location)
    }

    @Test func aForeignFile() throws {
        let place = try TemporaryFolder()
        try place.write("out/hosts/ds1/hosts", "mine")
        try refusal(place.out, naming: "out/hosts/ds1/hosts", "not written by netplan-swarm")
        // The same bytes harm nobody, and the file becomes ours.
        try place.write("out/hosts/ds1/hosts", "1")
        let changes = try LockedOutputFolder(at: place.out).write(State.old)
        #expect(!changes.map(\.path).contains("hosts/ds1/hosts"))
    }

    @Test func aFolderThatIsALink() throws {
        let place = try TemporaryFolder()
        try place.write("elsewhere/ds1/hosts", "theirs")
        try place.write("out/x", "")
        symlink("../elsewhere", place.out + "/hosts")
        try refusal(place.out, over: .old, naming: "out/hosts'", "symbolic link")
        #expect(try Tree.read(place.path + "/elsewhere")["ds1/hosts"] == "theirs")
    }

    @Test(arguments: ["same", "hosts/ds1/hosts", "manifest.json"])
    func aFileThatIsALink(path: String) throws {
        let place = try TemporaryFolder()
        try place.write("elsewhere", "theirs")
        try place.write("out/hosts/ds1/x", "")
        symlink(place.path + "/elsewhere", "\(place.out)/\(path)")
        try refusal(place.out, over: .old, naming: "out/\(path)'", "symbolic link")
        #expect(try Tree.read(place.path)["elsewhere"] == "theirs")
    }

    @Test func aFileThatIsToGoAndBecameALink() throws {
        let place = try TemporaryFolder()
        try place.write("elsewhere", "theirs")
        try place.write("out/deep/er/x", "")
        symlink(place.path + "/elsewhere", place.out + "/deep/er/file")
        try refusal(place.out, .new, over: .old, naming: "deep/er/file", "symbolic link")
    }

    @Test func aFolderOrAPipeWhereAFileBelongs() throws {
        let place = try TemporaryFolder()
        try place.write("out/same/x", "")
        try refusal(place.out, over: .old, naming: "out/same'", "a folder")
        let other = try TemporaryFolder()
        try other.write("out/x", "")
        mkfifo(other.out + "/same", 0o644)
        let failure = #expect(throws: Failure.self) { try LockedOutputFolder(at: other.out).write(State.old) }
        #expect(failure?.sentence.contains("special file") == true)
    }

    @Test func aFileWhereAFolderBelongs() throws {
        let place = try TemporaryFolder()
        try place.write("out/hosts", "file")
        try refusal(place.out, naming: "out/hosts'", "not a folder")
        #expect(throws: Failure.self) { _ = try LockedOutputFolder(at: place.out + "/hosts") }
    }

    @Test(arguments: ["../x", "/x", "a/../b", "a//b", "", ".", "manifest.json", ".netplan-swarm/0", "a\nb"])
    func aPathThatLeadsAway(path: String) throws {
        let place = try TemporaryFolder()
        let out = try LockedOutputFolder(at: place.out)
        #expect(throws: Failure.self) { try out.write(State(files: [path: "x"])) }
        #expect(throws: Failure.self) { try out.write([], removing: [path], ours: [path], manifest: []) }
        #expect(try Tree.read(place.path) == ["out/": ""])
    }

    @Test func twoArtifactsInOnePlace() throws {
        let place = try TemporaryFolder()
        let out = try LockedOutputFolder(at: place.out)
        let file = FileArtifact(path: "a", emitter: "test", content: [])
        #expect(throws: Failure.self) { try out.write([file, file], removing: [], ours: [], manifest: []) }
        #expect(throws: Failure.self) { try out.write(State(files: ["a": "", "a/b": ""])) }
        #expect(try Tree.read(place.path) == ["out/": ""])
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give a folder away"))
    func aFolderOfSomebodyElseThatOthersMayWriteTo() throws {
        let place = try TemporaryFolder()
        try place.write("out/x", "")
        chown(place.out, 4242, 4242)
        for mode: mode_t in [0o777, 0o775, 0o757, 0o1777] {
            chmod(place.out, mode)
            try refusal(place.out, naming: place.out, "somebody else")
        }
        chmod(place.out, 0o755)
        _ = try LockedOutputFolder(at: place.out)
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give a folder away"))
    func aJournalOfSomebodyElse() throws {
        let place = try TemporaryFolder()
        var journal = Journal()
        journal.removals = [try RelativePath(artifact: "precious")]
        try place.write("out/.netplan-swarm/journal", String(decoding: journal.bytes, as: UTF8.self))
        try place.write("out/precious", "x")
        chown(place.out + "/.netplan-swarm", 4242, 4242)
        try refusal(place.out, naming: ".netplan-swarm", "somebody else")
    }
}
