import Foundation
import Glibc
import Testing

@testable import Apply

@Suite struct AtomicFileTests {
    @Test func keepsTheModeAndLeavesNothingBeside() throws {
        let place = try TemporaryFolder()
        let path = place.path + "/site.lock"
        #expect(try AtomicFile.write(path, [1]))
        #expect(try Tree.status(path).permissions == 0o644)
        chmod(path, 0o600)
        try place.write(".site.lock.new", "what a killed run left, and longer")
        #expect(try AtomicFile.write(path, [2]))
        #expect(try Tree.status(path).permissions == 0o600)
        #expect(try Tree.read(place.path) == ["site.lock": "\u{2}"])
        let before = try Tree.stamp(path)
        #expect(try !AtomicFile.write(path, [2]))
        #expect(try Tree.stamp(path) == before)
    }

    @Test func aLinkStaysALink() throws {
        let place = try TemporaryFolder()
        try place.write("real/site.lock", "old")
        symlink("real/site.lock", place.path + "/site.lock")
        try AtomicFile.write(place.path + "/site.lock", Array("new".utf8))
        #expect(try Tree.read(place.path) == ["real/": "", "real/site.lock": "new", "site.lock": "->real/site.lock"])
        symlink("nowhere", place.path + "/dangling")
        #expect(throws: Failure.self) { try AtomicFile.write(place.path + "/dangling", []) }
    }

    @Test func aLinkInPlaceOfTheTemporaryIsNotFollowed() throws {
        let place = try TemporaryFolder()
        try place.write("theirs", "theirs")
        symlink("theirs", place.path + "/.site.lock.new")
        #expect(throws: Failure.self) { try AtomicFile.write(place.path + "/site.lock", [1]) }
        #expect(try Tree.read(place.path)["theirs"] == "theirs")
    }

    @Test func nothingIsLeftWhereItFails() throws {
        let place = try TemporaryFolder()
        let folder = try #require(try Folder(at: place.path))
        #expect(throws: Failure.self) {
            try folder.overwrite("new") { (_) throws(SystemError) in
                throw SystemError(code: ENOSPC)
            } then: {
            }
        }
        #expect(try Tree.read(place.path).isEmpty)
    }

    @Test func aFolderIsRefused() throws {
        let place = try TemporaryFolder()
        #expect(throws: Failure.self) { try AtomicFile.write(place.path, [1]) }
        #expect(throws: Failure.self) { try AtomicFile.write(place.path + "/none/site.lock", [1]) }
    }

    @Test func manyWritersLeaveOneWhole() async throws {
        let place = try TemporaryFolder()
        let path = place.path + "/site.lock"
        try AtomicFile.write(path, [UInt8](repeating: 255, count: 50_000))
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for _ in 0..<400 {
                    let seen = try? PlanSource.read(path)
                    #expect(seen?.count == 50_000 && seen?.first == seen?.last)
                }
            }
            for writer in 0..<8 {
                group.addTask {
                    for _ in 0..<20 { _ = try? AtomicFile.write(path, [UInt8](repeating: UInt8(writer), count: 50_000)) }
                }
            }
        }
        let bytes = try PlanSource.read(path)
        #expect(bytes.count == 50_000 && Set(bytes).count == 1)
    }

    @Test func aNewFileReplacesNothing() throws {
        let place = try TemporaryFolder()
        try AtomicFile.create("plan", [0x61], in: place.path + "/new")
        #expect(try Tree.read(place.path) == ["new/": "", "new/plan": "a"])
        #expect(try Tree.status(place.path + "/new/plan").permissions == 0o644)
        #expect(throws: Failure.self) { try AtomicFile.create("plan", [0x62], in: place.path + "/new") }
        symlink("nowhere", place.path + "/new/link")
        #expect(throws: Failure.self) { try AtomicFile.create("link", [0x62], in: place.path + "/new") }
        #expect(try Tree.read(place.path) == ["new/": "", "new/plan": "a", "new/link": "->nowhere"])
    }

    /// A run that was killed between giving the file its name and taking the other away leaves one file with two names.
    @Test func whatAKilledRunLeftIsNotWrittenThrough() throws {
        let place = try TemporaryFolder()
        try place.write("moved", "theirs")
        link(place.path + "/moved", place.path + "/.plan.new")
        try AtomicFile.create("plan", [0x61], in: place.path)
        #expect(try Tree.read(place.path) == ["moved": "theirs", "plan": "a"])
    }
}
