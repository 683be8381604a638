import Testing

@testable import Apply

@Suite struct JournalTests {
    private func sample() throws -> Journal {
        var journal = Journal()
        journal.removals = [try RelativePath(artifact: "hosts/old name")]
        journal.folders = [try RelativePath(artifact: "hosts"), try RelativePath(artifact: "hosts/ds1")]
        journal.puts = [try RelativePath(artifact: "hosts/ds1/hosts")]
        return journal
    }

    @Test func whatIsWrittenIsRead() throws {
        #expect(try Journal(sample().bytes) == sample())
        #expect(Journal(Journal().bytes) == Journal())
    }

    @Test func aTornOneIsKnown() throws {
        let whole = try sample().bytes
        for end in whole.indices { #expect(Journal(Array(whole[..<end])) == nil) }
        for index in whole.indices {
            var bytes = whole
            bytes[index] ^= 1
            #expect(Journal(bytes) == nil)
        }
        #expect(Journal([UInt8](repeating: 0, count: 4096)) == nil)
    }

    @Test(arguments: ["put ../x", "put /x", "remove a/../../b", "put .netplan-swarm/journal", "burn x", "put", "folder ."])
    func aLineThatLeadsAwayIsNotFollowed(line: String) {
        let body = Array("netplan-swarm journal 1\n\(line)\n".utf8)
        #expect(Journal(body + Array("end \(Digest.sha256(body))\n".utf8)) == nil)
    }

    @Test func anotherVersionsIsNotTakenForTorn() {
        #expect(Journal.isForeign(Array("netplan-swarm journal 2\nmove a b\n".utf8)))
        #expect(!Journal.isForeign(Journal().bytes) && !Journal.isForeign([]))
    }
}
