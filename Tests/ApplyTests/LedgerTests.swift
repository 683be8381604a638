import NetPlan
import Testing

@testable import Apply

@Suite struct LedgerTests {
    private static var changes: [Change] {
        var attributes = Attributes(mode: 0o4755, owner: Attributes.Owner(user: 1, group: 2))
        attributes.extended = [Attributes.Extended(name: "user.a b", value: [0, 10, 255])]
        let file = InstalledFile([0, 10, 13, 255] + Array("end 00\nfile 3\n".utf8), attributes)
        return [
            .file(
                Replacement(
                    path: "/etc/a", before: nil, after: file, part: .block(site: "a b"), emitter: "x", check: .command(["a b", "{}"]))),
            .file(
                Replacement(
                    path: "/etc/b", before: file, after: nil, part: .keys(merger: "m"), emitter: "y", check: .builtin("z"),
                    reload: ["r", "s"],
                    folders: ["/etc/c"], claim: .edited, isDeletion: true)),
        ]
    }

    @Test func `Changes come back as they were written`() throws {
        let list = ChangeList(Self.changes, isRollback: true)
        let bytes = list.ledger.bytes
        let read = try #require(Ledger(ChangeList.journalKind, reading: bytes))
        #expect(ChangeList(read) == list)
        #expect(
            list.inverse.changes.map(\.inverse)
                == list.changes.reversed().map { change in
                    // Who had to be asked is of no use for the way back.
                    guard case .file(let file) = change else { return change }
                    return .file(file.inverse.inverse)
                })
    }

    @Test func `A torn one is none, wherever it is torn`() {
        let bytes = ChangeList(Self.changes).ledger.bytes
        for count in bytes.indices { #expect(Ledger(ChangeList.journalKind, reading: Array(bytes[..<count])) == nil, "\(count)") }
        for index in bytes.indices {
            var bent = bytes
            bent[index] ^= 1
            #expect(Ledger(ChangeList.journalKind, reading: bent) == nil, "\(index)")
        }
        #expect(Ledger("record", reading: bytes) == nil)
    }
}
