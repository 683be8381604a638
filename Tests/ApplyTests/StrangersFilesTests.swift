import Foundation
import NetPlan
import Testing

@testable import Apply

/// What others wrote on a host stays theirs.
@Suite struct StrangersFilesTests {
    @Test func `A file that was there and is as planned does not become ours`() throws {
        let host = try Host()
        try host.folder.write("etc/a.conf", "a\n")
        let files = [Host.file("/etc/a.conf", "a\n"), Host.file("/etc/b.conf", "b\n")]
        let remark = "'/etc/a.conf' is as planned, and not ours: it stays where the plan no longer has it"
        #expect(try host.comparison(files).remarks == [remark])
        try host.apply(files)
        #expect(try host.comparison(files).remarks == [remark])
        try host.apply([])
        #expect(host.text("/etc/a.conf") == "a\n" && host.text("/etc/b.conf") == nil)
    }

    @Test func `What was written under another site's name is said, for as long as it is there`() throws {
        let host = try Host()
        let office = try #require(HostName("office"))
        let block = Host.file("/etc/hosts", "# BEGIN netplan-swarm office\n10.0.0.1\ta\n# END netplan-swarm office\n", ownership: .block)
        try host.apply([Host.block("192.168.0.11\tds1\n")])
        let both = try Comparison(of: [block], site: office, roots: [], in: host.world)
        #expect(
            both.remarks == [
                "'/etc/hosts' has what was written for the site 'home': where that is this one's former name, take it out by hand"
            ])
        try host.folder.write("etc/hosts", "127.0.0.1\tlocalhost\n")
        #expect(try Comparison(of: [block], site: office, roots: [], in: host.world).remarks.isEmpty)
    }

    @Test func `A saved diff keeps what another site wrote since from being forgotten`() throws {
        let host = try Host()
        let office = try #require(HostName("office"))
        let saved = try SavedDiff(host.comparison([Host.file("/etc/a.conf", "a\n")]), node: "ds1", sources: [])
        try saved.checkFresh(in: host.world)
        do {
            let held = try HeldState(of: host.world, for: "a test")
            let other = try Comparison(of: [Host.file("/etc/b.conf", "b\n")], site: office, roots: [], in: host.world)
            try held.apply(other) { _ in }
        }
        let failure = #expect(throws: Failure.self) { try saved.checkFresh(in: host.world) }
        #expect(failure?.exitCode == 4 && failure?.sentence.contains("netplan-swarm/record' changed since") == true)
    }

    /// Refuses whatever has a neighbour.
    private struct Hermit: Judge {
        var readsNeighbours = false

        func faults(in content: [UInt8], part: Replacement.Part, neighbours: [(name: String, content: [UInt8])]) -> [String] {
            neighbours.map(\.name)
        }
    }

    @Test func `A file's neighbours are read for whoever asks for them`() throws {
        for isAsking in [false, true] {
            let host = try Host(judges: ["hermit": Hermit(readsNeighbours: isAsking)])
            var file = Host.file("/etc/a.conf", "a\n")
            file.check = .builtin("hermit")
            let said = try { () throws -> [String] in
                do { try host.apply([file]) } catch let failure as Failure { return failure.details }
                return []
            }()
            #expect(said == (isAsking ? ["hosts"] : []))
        }
    }

    @Test func `The record is its owner's alone`() throws {
        let host = try Host()
        try host.apply([Host.file("/etc/a.conf", "a\n")])
        let record = "\(host.folder.path)\(StateFolder.path)/record"
        #expect(try FileManager.default.attributesOfItem(atPath: record)[.posixPermissions] as? Int == 0o600)
    }
}
