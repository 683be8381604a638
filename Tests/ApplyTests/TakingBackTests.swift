import Foundation
import NetPlan
import Testing

@testable import Apply

/// What is begun goes back as far as it can, and what it can't is named.
@Suite struct TakingBackTests {
    @Test func `What can't be looked at keeps nothing else from going back`() throws {
        let host = try Host()
        let before = try host.etc
        let etc = host.folder.path + "/etc"
        try host.apply([Host.block("192.168.0.11\tds1\n"), Host.file("/etc/a.conf", "a\n"), Host.file("/etc/b/c.conf", "c\n")])
        try host.interrupt()
        // Our block stands twice, and a folder has become a link.
        let hosts = host.text("/etc/hosts") ?? ""
        try host.folder.write("etc/hosts", hosts + hosts)
        try FileManager.default.moveItem(atPath: etc + "/b", toPath: host.folder.path + "/b")
        try FileManager.default.createSymbolicLink(atPath: etc + "/b", withDestinationPath: "../b")
        for _ in 0..<2 {
            let failure = #expect(throws: Failure.self) { try host.recover() }
            #expect(
                failure?.sentence.hasSuffix("so '\(etc)/b/c.conf' and '\(etc)/hosts' are not taken back yet") == true,
                "\(failure?.sentence ?? "")")
            #expect(
                failure?.details.first?.hasPrefix("'\(etc)/hosts' has the marks of our block 2 times") == true, "\(failure?.details ?? [])")
            #expect(host.text("/etc/a.conf") == nil && host.text("/b/c.conf") == "c\n")
        }
        try host.folder.write("etc/hosts", hosts)
        try FileManager.default.removeItem(atPath: etc + "/b")
        try FileManager.default.moveItem(atPath: host.folder.path + "/b", toPath: etc + "/b")
        #expect(try host.recover() == .takenBack(TakenBack(count: 2)))
        #expect(try host.etc == before)
        #expect(try host.recover() == nil)
    }

    @Test func `What somebody edited is named, and still his for the next apply`() throws {
        let host = try Host()
        let files = [Host.block("192.168.0.11\tds1\n"), Host.file("/etc/a.conf", "a\n")]
        try host.apply(files)
        try host.interrupt()
        let hosts = (host.text("/etc/hosts") ?? "").replacing("192.168.0.11", with: "192.168.0.99")
        try host.folder.write("etc/hosts", hosts)
        let recovery = try host.recover()
        guard case .takenBack(let taken) = recovery else { throw Failure("\(String(describing: recovery))") }
        #expect(taken.extent == "everything but '\(host.folder.path)/etc/hosts'")
        #expect(host.text("/etc/hosts") == hosts && host.text("/etc/a.conf") == nil)
        let claims = try host.comparison(files).changes.map { change -> Replacement.Claim? in
            if case .file(let file) = change { file.claim } else { nil }
        }
        #expect(claims == [.edited, nil])
    }
}
