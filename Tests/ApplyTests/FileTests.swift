@testable import Apply
import Foundation
import Glibc
import Testing

@Suite struct DigestTests {
    /// FIPS 180-4's own examples.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
    ])
    func isSHA256(text: String, digest: String) { #expect(Digest.sha256(Array(text.utf8)) == digest) }
}

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
        #expect(throws: Failure.self) { try folder.overwrite("new") { (_) throws(SystemError) in throw SystemError(code: ENOSPC) } then: {} }
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
}

@Suite struct PlanSourceTests {
    @Test func readsAWholeRegularFile() throws {
        let place = try TemporaryFolder()
        let text = String(repeating: "x", count: 200_000)
        try place.write("plan.yaml", text)
        #expect(try PlanSource.read(place.path + "/plan.yaml") == Array(text.utf8))
        #expect(try PlanSource.read("/proc/self/status").count > 100)
        #expect(throws: Failure.self) { try PlanSource.read(place.path + "/plan.yaml", limit: 199_999) }
        #expect(try PlanSource.read(place.path + "/plan.yaml", limit: 200_000).count == 200_000)
    }

    @Test func saysWhatItIsInstead() throws {
        let place = try TemporaryFolder()
        mkfifo(place.path + "/pipe", 0o644)
        for (name, words) in [("", "is a folder"), ("/none", "there is no file"), ("/pipe", "special file")] {
            let failure = #expect(throws: Failure.self) { try PlanSource.read(place.path + name) }
            #expect(failure?.sentence.contains(words) == true && failure?.exitCode == 1)
        }
        #expect(try PlanSource.readIfThere(place.path + "/none") == nil)
        #expect(throws: Failure.self) { try PlanSource.read("/dev/null") }
    }

    @Test func findsTheNearest() throws {
        let place = try TemporaryFolder()
        try place.write("netplan-swarm.yaml", "")
        try place.write("a/b/x", "")
        try place.write("a/netplan-swarm.yaml", "")
        #expect(try PlanSource.find(from: place.path) == place.path + "/netplan-swarm.yaml")
        #expect(try PlanSource.find(from: place.path + "/a/b") == place.path + "/a/b/../netplan-swarm.yaml")
        let failure = #expect(throws: Failure.self) { try PlanSource.find(from: "/") }
        #expect(failure?.sentence.contains("init") == true)
    }
}

@Suite struct StandardOutputTests {
    @Test func aFullDiskIsSaid() {
        let full = open("/dev/full", O_WRONLY)
        defer { close(full) }
        let failure = #expect(throws: Failure.self) { try StandardOutput.write([1], to: full) }
        #expect(failure?.sentence == "can't write to 'stdout': no space left on device; free some, then run again")
    }

    @Test func aReaderThatWentAwayIsSaid() {
        var ends: [Int32] = [0, 0]
        pipe(&ends)
        close(ends[0])
        defer { close(ends[1]) }
        let failure = #expect(throws: Failure.self) { try StandardOutput.write([1], to: ends[1]) }
        #expect(failure?.exitCode == 1 && failure?.sentence.contains("went away") == true)
        #expect(throws: Failure.self) { try StandardOutput.write([1], to: 9999) }
    }

    @Test func aSlowReaderGetsAllOfIt() async throws {
        var ends: [Int32] = [0, 0]
        pipe(&ends)
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        let (reading, writing) = (ends[0], ends[1])
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
        let writer = Task {
            defer { close(writing) }
            try StandardOutput.write(bytes, to: writing)
        }
        var received: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(reading, &chunk, chunk.count)
            if count == 0 { break }
            if count > 0 { received += chunk[..<count] } else { try await Task.sleep(for: .milliseconds(1)) }
        }
        try await writer.value
        close(reading)
        #expect(received == bytes)
    }
}
