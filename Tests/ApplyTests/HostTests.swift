import Foundation
import Glibc
import NetPlan
import Testing

@testable import Apply

/// Files of a host are changed all or nothing, and keep what they have besides their bytes.
@Suite struct HostTests {
    @Test func `Applied, a second look finds nothing; taken back, all is as it was`() throws {
        let host = try Host()
        let before = try host.etc
        let files = [Host.block("192.168.0.11\tds1\n"), Host.file("/etc/a/b/c.conf", "one\n"), Host.file("/etc/a/d.conf", "two\n")]
        #expect(try host.comparison(files).changes.count == 3)
        try host.apply(files)
        #expect(try host.comparison(files).changes.isEmpty)
        #expect(host.text("/etc/hosts")?.hasPrefix("127.0.0.1\tlocalhost\n# BEGIN") == true)
        try host.rollback()
        #expect(try host.etc == before)
        #expect(throws: Failure.self) { try host.rollback() }
    }

    @Test func `What is no longer wanted goes, and folders that were made for it; nothing else`() throws {
        let host = try Host()
        let before = try host.etc
        try host.apply([Host.block("192.168.0.11\tds1\n"), Host.file("/etc/a/b.conf", "one\n"), Host.file("/etc/c/d.conf", "two\n")])
        try host.folder.write("etc/c/own.conf", "mine\n")
        try host.apply([])
        #expect(try host.etc == before.merging(["c/": "", "c/own.conf": "mine\n"]) { $1 })
    }

    /// What an ACL needs besides is in KeptTests.
    @Test func `Owner, mode and extended attributes stay`() throws {
        let host = try Host()
        let path = host.folder.path + "/etc/hosts"
        chmod(path, 0o640)
        if geteuid() == 0 { chown(path, 12, 34) }
        let file = try FileDescriptor(opening: path, O_RDWR)
        let own = Attributes.Extended(name: "user.note", value: Array("kept".utf8))
        var attributes = Attributes(mode: 0o640)
        attributes.extended = [own]
        do { try file.set(attributes) } catch { try #require(error.code == ENOTSUP) }
        let before = try #require(try host.world.installed("/etc/hosts"))
        let files = [Host.block("192.168.0.11\tds1\n")]
        try host.apply(files)
        let after = try #require(try host.world.installed("/etc/hosts"))
        #expect(after.content != before.content && after.attributes == before.attributes)
        try host.rollback()
        #expect(try host.world.installed("/etc/hosts") == before)
    }

    @Test func `A program that refuses a file keeps all of them away`() throws {
        let host = try Host()
        let before = try host.etc
        let files = [
            Host.file("/etc/good.conf", "one\n", check: ["true"], reload: ["touch", host.trace]),
            Host.file("/etc/bad.conf", "two\n", check: ["grep", "nothing", "{}"]),
        ]
        let failure = #expect(throws: Failure.self) { try host.apply(files) }
        #expect(failure?.exitCode == 1 && failure?.sentence.contains("'grep nothing ") == true, "\(failure?.sentence ?? "")")
        #expect(try host.etc == before && host.text("/trace") == nil)
    }

    /// What is not ours may lean on what is: then it is not taken away from under it.
    @Test func `A file is judged without our block, too`() throws {
        let host = try Host()
        let block = Host.file(
            "/etc/hosts", "# BEGIN netplan-swarm home\nds1=yes\n# END netplan-swarm home\n", ownership: .block,
            check: ["sh", "-uc", ". \"$1\"", "sh", "{}"])
        try host.folder.write("etc/hosts", "# theirs\n")
        try host.apply([block])
        try host.folder.write("etc/hosts", (host.text("/etc/hosts") ?? "") + ": $ds1\n")
        let before = try host.etc
        let failure = #expect(throws: Failure.self) { try host.apply([]) }
        #expect(failure?.exitCode == 1 && failure?.details.contains { $0.contains("ds1: ") } == true, "\(failure?.details ?? [])")
        #expect(try host.etc == before)
        try host.folder.write("etc/hosts", before["hosts"]?.replacing(": $ds1", with: ":") ?? "")
        try host.apply([])
        #expect(host.text("/etc/hosts") == "# theirs\n:\n")
    }

    @Test func `A program that hangs is killed with all that it started`() throws {
        var host = try Host()
        host.world.checkLimit = 0.3
        let start = ContinuousClock.now
        let failure = #expect(throws: Failure.self) {
            try host.apply([Host.file("/etc/a.conf", "one\n", check: ["sh", "-c", "sleep 60 & sleep 60", "{}"])])
        }
        #expect(failure?.sentence.contains("did not end in time") == true && failure?.exitCode == 1)
        #expect(start.duration(to: .now) < .seconds(20))
        #expect(try host.etc == ["hosts": "127.0.0.1\tlocalhost\n"])
    }

    @Test func `A program that is not here is said, and the rest is done`() throws {
        let host = try Host()
        let notes = try host.apply([Host.file("/etc/a.conf", "one\n", check: ["no-such-checker", "{}"], reload: ["no-such-reloader"])])
        #expect(
            notes.count == 2 && notes[0].contains("was not checked: there is no 'no-such-checker' here")
                && notes[1].contains("no-such-reloader"))
        #expect(host.text("/etc/a.conf") == "one\n")
    }

    /// The server has read the new file already: it reads the old one again.
    @Test func `Where a reload fails, everything goes back, reloads included`() throws {
        let host = try Host()
        let good = ["sh", "-c", "cat '\(host.folder.path)/etc/a.conf' >> '\(host.trace)'"]
        try host.apply([Host.file("/etc/a.conf", "old\n", reload: good)])
        let before = try host.etc
        let failure = #expect(throws: Failure.self) {
            try host.apply([
                Host.block("192.168.0.11\tds1\n"), Host.file("/etc/a.conf", "new\n", reload: good),
                Host.file("/etc/b.conf", "b\n", reload: ["false"]),
            ])
        }
        #expect(failure?.exitCode == 6 && failure?.sentence.contains("'false' failed with 1") == true)
        #expect(try host.etc == before)
        #expect(host.text("/trace") == "old\nnew\nold\n")
    }

    /// Killed after its renames: nobody knows what the servers have read by then.
    @Test func `What was killed on the way is read again as it was`() throws {
        let host = try Host()
        let read = ["sh", "-c", "cat '\(host.folder.path)/etc/a.conf' >> '\(host.trace)'"]
        try host.apply([Host.file("/etc/a.conf", "old\n", reload: read)])
        try host.apply([Host.file("/etc/a.conf", "new\n", reload: read)])
        try host.interrupt()
        #expect(try host.recover() == .takenBack(TakenBack(count: 2)))
        #expect(host.text("/trace") == "old\nnew\nold\n" && host.text("/etc/a.conf") == "old\n")
    }

    /// A program that manages the host puts its own file back, after ours was put in place.
    @Test func `A file that is another one after the reload takes everything back`() throws {
        let host = try Host()
        try host.apply([Host.file("/etc/a.conf", "old\n"), Host.file("/etc/b.conf", "b\n")])
        let before = try host.etc
        let etc = host.folder.path + "/etc"
        let files = [
            Host.block("192.168.0.11\tds1\n"), Host.file("/etc/a.conf", "new\n", reload: ["sh", "-c", "echo old >'\(etc)/a.conf'"]),
            Host.file("/etc/b.conf", "new b\n"),
        ]
        let failure = #expect(throws: Failure.self) { try host.apply(files) }
        #expect(failure?.exitCode == 6, "\(failure?.sentence ?? "")")
        #expect(failure?.sentence.contains("'\(etc)/a.conf' was changed by somebody else meanwhile") == true, "\(failure?.sentence ?? "")")
        #expect(failure?.sentence.hasSuffix("everything is as it was before") == true, "\(failure?.sentence ?? "")")
        #expect(try host.etc == before && host.recover() == nil)
        #expect(try host.comparison(files).changes.count == 3)
    }

    /// What he wrote is his: all else goes back, and his file is named. One that he took away is not brought back either.
    @Test(arguments: ["echo his >\"$1\"", "rm \"$1\""])
    func `What somebody wrote after the rename stays his, and all else goes back`(deed: String) throws {
        let host = try Host()
        try host.apply([Host.file("/etc/a.conf", "old\n"), Host.file("/etc/b.conf", "b\n")])
        let before = try host.etc
        let path = host.folder.path + "/etc/a.conf"
        let files = [
            Host.block("192.168.0.11\tds1\n"), Host.file("/etc/a.conf", "new\n", reload: ["sh", "-c", deed, "sh", path]),
            Host.file("/etc/b.conf", "new b\n"),
        ]
        let failure = #expect(throws: Failure.self) { try host.apply(files) }
        #expect(failure?.exitCode == 6, "\(failure?.sentence ?? "")")
        #expect(failure?.sentence.hasSuffix("everything but '\(path)' is as it was before") == true, "\(failure?.sentence ?? "")")
        #expect(try host.etc == before.merging(["a.conf": "his\n"]) { $1 }.filter { deed.contains("his") || $0.key != "a.conf" })
        #expect(try host.recover() == nil)
        // For the next apply it is still his.
        let claims = try host.comparison(files).changes.compactMap { change in if case .file(let file) = change { file.claim } else { nil }
        }
        #expect(claims == (deed.contains("his") ? [.edited] : []))
    }

    @Test func `A server is reloaded once, and only where its file changed`() throws {
        let host = try Host()
        let reload = ["sh", "-c", "echo ran >> '\(host.trace)'"]
        let files = [Host.file("/etc/a.conf", "a\n", reload: reload), Host.file("/etc/b.conf", "b\n", reload: reload)]
        try host.apply(files)
        try host.apply(files + [Host.file("/etc/c.conf", "c\n")])
        #expect(host.text("/trace") == "ran\n")
    }

    @Test func `A server comes and goes with its own file`() {
        func change(_ path: String, _ before: String?, _ after: String?, service: String? = nil) -> Change {
            func file(_ text: String?) -> InstalledFile? { text.map { InstalledFile(Array($0.utf8), Attributes(mode: 0o644)) } }
            return .file(
                Replacement(
                    path: path, before: file(before), after: file(after), part: .whole, emitter: "test", reload: ["reload"],
                    service: service))
        }
        let (coming, going) = (change("/own", nil, "a", service: "x"), change("/own", "a", nil, service: "x"))
        #expect(World.reloads(of: [coming, change("/part", nil, "b")]) == [["systemctl", "restart", "x"]])
        #expect(World.reloads(of: [change("/part", "b", nil), going]) == [["systemctl", "stop", "x"]])
        #expect(World.reloads(of: [going.inverse]) == [["systemctl", "restart", "x"]])
        #expect(World.reloads(of: [change("/own", "a", "b", service: "x"), change("/part", "b", nil)]) == [["reload"]])
    }

    @Test(arguments: ["127.0.0.1\tlocalhost", "127.0.0.1\tlocalhost\n", ""])
    func `Outside of our block nothing changes, not even the end of the last line`(before: String) throws {
        let host = try Host()
        try host.folder.write("etc/hosts", before)
        try host.apply([Host.block("192.168.0.11\tds1\n")])
        try host.apply([Host.block("192.168.0.12\tds1\n")])
        try host.apply([])
        #expect(host.text("/etc/hosts") == before)
        // What somebody wrote behind it needs a line of its own.
        try host.apply([Host.block("192.168.0.11\tds1\n")])
        try host.folder.write("etc/hosts", (host.text("/etc/hosts") ?? "") + "10.0.0.1\tnas\n")
        try host.apply([])
        #expect(host.text("/etc/hosts") == before + (before.isEmpty || before.hasSuffix("\n") ? "" : "\n") + "10.0.0.1\tnas\n")
    }

    @Test func `A reload that leaves a server running is not waited for`() throws {
        let host = try Host()
        let start = ContinuousClock.now
        try host.apply([Host.file("/etc/a.conf", "a\n", reload: ["sh", "-c", "sleep 30 & echo started"])])
        #expect(start.duration(to: .now) < .seconds(20))
    }

    /// `include` names the other file by the place that it is to have.
    @Test func `A file that includes another is judged with that one as it is to be`() throws {
        let host = try Host(isLive: false)
        let check = ["sh", "-c", #"part=$(sed -n 's/.*include "\(.*\)";/\1/p' "$1"); test -z "$part" || grep -q new "$part""#, "sh", "{}"]
        let main = Host.file("/etc/main.conf", "include \"/etc/part.conf\";\n", check: check)
        try host.apply([Host.file("/etc/part.conf", "new 1\n", check: check), main])
        // Only the part changes, then only the main file.
        try host.apply([Host.file("/etc/part.conf", "new 2\n", check: check), main])
        try host.apply([
            Host.file("/etc/part.conf", "new 2\n"), Host.file("/etc/main.conf", "# 3\ninclude \"/etc/part.conf\";\n", check: check),
        ])
        #expect(host.text("/etc/main.conf") == "# 3\ninclude \"/etc/part.conf\";\n")
        #expect(try host.etc.keys.sorted() == ["hosts", "main.conf", "part.conf"])
    }

    @Test func `Lines outside of our block may change between apply and rollback`() throws {
        let host = try Host()
        try host.apply([Host.block("192.168.0.11\tds1\n")])
        try host.folder.write("etc/hosts", "# mine\n" + (host.text("/etc/hosts") ?? ""))
        try host.rollback()
        #expect(host.text("/etc/hosts") == "# mine\n127.0.0.1\tlocalhost\n")
    }

    @Test func `What was changed since is not taken back, and nothing else either`() throws {
        let host = try Host()
        try host.apply([Host.file("/etc/a.conf", "a\n"), Host.file("/etc/b.conf", "b\n")])
        try host.folder.write("etc/a.conf", "mine\n")
        let before = try host.etc
        let failure = #expect(throws: Failure.self) { try host.rollback() }
        #expect(failure?.exitCode == 1 && failure?.sentence.contains("a.conf' was changed by somebody else") == true)
        #expect(try host.etc == before)
    }

    /// A kill in the middle of writing in place, at every byte.
    @Test func `A file that was half written over is known, and any other is not`() throws {
        let (old, new) = (Array("one\ntwo\nthree\n".utf8), Array("one\n2\n".utf8))
        for (old, new) in [(old, new), (new, old)] {
            for count in 0...new.count {
                let host = try Host()
                let torn = Array(new[..<count]) + old.dropFirst(count)
                try host.folder.write("etc/a", String(decoding: torn, as: UTF8.self))
                let file = InstalledFile(old, Attributes(mode: 0o644))
                let change = Replacement(
                    path: "/etc/a", before: file, after: InstalledFile(new, file.attributes), part: .whole, emitter: "test")
                #expect(try host.world.state(of: change) != .moved && host.world.state(of: change.inverse) != .moved, "\(count)")
                try host.folder.write("etc/a", String(decoding: torn, as: UTF8.self) + "more\n")
                #expect(try host.world.state(of: change) == .moved, "\(count)")
            }
        }
    }

    @Test func `Two sites have a block each`() throws {
        let host = try Host()
        let other = try #require(HostName("office"))
        try host.apply([Host.block("192.168.0.11\tds1\n")])
        let block = Host.file("/etc/hosts", "# BEGIN netplan-swarm office\n10.0.0.1\ta\n# END netplan-swarm office\n", ownership: .block)
        let both = host.text("/etc/hosts")
        do {
            let held = try HeldState(of: host.world, for: "a test")
            try held.apply(Comparison(of: [block], site: other, roots: [], in: host.world)) { _ in }
        }
        #expect(host.text("/etc/hosts") == (both ?? "") + String(decoding: block.content, as: UTF8.self))
        #expect(try host.comparison([Host.block("192.168.0.11\tds1\n")]).changes.isEmpty)
    }
}
