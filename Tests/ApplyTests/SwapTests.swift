import Foundation
import Glibc
import Testing

@testable import Apply

/// A folder that becomes a link while a run is at work: whatever the moment, nothing lands where the link leads.
@Suite struct SwapTests {
    /// Before each step in turn, each folder is put aside and a link to somebody else's stands in its place.
    @Test(arguments: ["hosts", "hosts/ds1", "traefik", "traefik/dynamic", "docker", ".netplan-swarm"])
    func aFolderThatBecomesALink(folder: String) throws {
        for step in 0... {
            let place = try TemporaryFolder()
            try LockedOutputFolder(at: place.out).write(State.old)
            try place.write("theirs/ds1/hosts", "theirs")
            try place.write("theirs/dynamic/a.yml", "theirs")
            let before = try Tree.read(place.path + "/theirs")
            var (count, isSwapped) = (0, false)
            do {
                _ = try LockedOutputFolder(at: place.out).attempt(
                    State.new.artifacts, removing: State.new.gone(since: .old), ours: Set(State.old.files.keys),
                    manifest: State.new.manifest,
                    beforeCommit: {},
                    reached: { _ in
                        if count == step {
                            isSwapped = true
                            rename("\(place.out)/\(folder)", "\(place.path)/aside")
                            symlink("\(place.path)/theirs", "\(place.out)/\(folder)")
                        }
                        count += 1
                    })
            } catch {}
            #expect(try Tree.read(place.path + "/theirs") == before, "step \(step)")
            if !isSwapped { break }
        }
    }

    /// The same with a thread that swaps as fast as it can.
    @Test func aFolderThatComesAndGoes() throws {
        let place = try TemporaryFolder()
        try place.write("theirs/ds1/hosts", "theirs")
        try LockedOutputFolder(at: place.out).write(State.old)
        let path = place.path
        let swapper = Thread {
            symlink("\(path)/theirs", "\(path)/link")
            while !Thread.current.isCancelled {
                // Both names are exchanged in one step: RENAME_EXCHANGE.
                _ = exchange(AT_FDCWD, "\(path)/link", AT_FDCWD, "\(path)/out/hosts", 2)
            }
        }
        swapper.start()
        var (current, next, refused) = (State.old, State.new, 0)
        for _ in 0..<300 {
            do {
                try LockedOutputFolder(at: place.out).write(next, over: current)
                swap(&current, &next)
            } catch { refused += 1 }
        }
        swapper.cancel()
        #expect(refused > 0)
        #expect(try Tree.read(path + "/theirs") == ["ds1/": "", "ds1/hosts": "theirs"])
    }

    /// The output folder itself goes: a sentence, and nothing is made in its place.
    @Test func theOutputFolderVanishes() throws {
        for step in 0... {
            let place = try TemporaryFolder()
            try LockedOutputFolder(at: place.out).write(State.old)
            var (count, isGone) = (0, false)
            do {
                _ = try LockedOutputFolder(at: place.out).attempt(
                    State.new.artifacts, removing: State.new.gone(since: .old), ours: Set(State.old.files.keys),
                    manifest: State.new.manifest,
                    beforeCommit: {},
                    reached: { _ in
                        if count == step {
                            isGone = true
                            try? FileManager.default.removeItem(atPath: place.out)
                        }
                        count += 1
                    })
            } catch {
                #expect(error.exitCode == 1 && !error.sentence.isEmpty)
            }
            #expect(try Tree.read(place.path).isEmpty || !isGone, "step \(step)")
            if !isGone { break }
        }
    }
}

/// rename(2), which the C library's module for Swift lacks.
@_silgen_name("renameat2")
private func exchange(
    _ folder: Int32, _ name: UnsafePointer<CChar>, _ otherFolder: Int32, _ otherName: UnsafePointer<CChar>, _ flags: UInt32
) -> Int32
