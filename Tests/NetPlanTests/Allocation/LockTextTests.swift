import Testing

@testable import NetPlan

struct LockTextTests {
    private struct Reading {
        let saved: Lock.Saved?
        /// `3: message`, with the lines of what is related.
        let faults: [(line: Int, related: [Int], message: String)]

        init(_ text: String) { self.init(Array(text.utf8)) }

        init(_ bytes: [UInt8]) {
            var problems = Diagnostics()
            saved = Lock.read(bytes, file: "x.lock", site: HostName(joined: "home"), reporting: &problems)
            faults = problems.located().map { found in
                #expect(found.diagnostic.rule == .lockInvalid && found.location?.file == "x.lock" && found.diagnostic.help != nil)
                return (
                    Int(found.location?.mark.line ?? 0), found.related.map { Int($0.location?.mark.line ?? 0) }, found.diagnostic.message
                )
            }
        }
    }

    static let whole = """
        # What netplan-swarm decided where the plan left it open. Commit this file with the plan; don't edit it.
        lock 1 home
        address ds1 storage 10.9.0.11
        address ds3 192.168.0.2
        address n7.example.org 192.168.0.3
        freed overlay old_one 10.201.7.0/24
        freed slice pihole ds9 192.168.0.240/30
        overlay proxy_traefik 10.201.0.0/24
        service pihole ds1 192.168.0.252
        slice pihole ds1 192.168.0.252/30

        """

    @Test func everySortOfDecisionIsReadAsItIsWritten() throws {
        let reading = Reading(Self.whole)
        let lock = try #require(reading.saved?.lock)
        #expect(String(decoding: lock.text, as: UTF8.self) == Self.whole)
        #expect(lock.addresses.entries.count == 4 && lock.blocks.count == 2 && lock.freed.count == 2 && !lock.isEmpty)
        #expect(lock.addresses[.attachment("ds1", lan: "storage")]?.description == "10.9.0.11")
    }

    @Test(arguments: ["\r\n", "\n\n", "\n# a comment\n"])
    func otherLineEndsBlanksAndCommentsChangeNothing(_ separator: String) throws {
        let lock = try #require(Reading(Self.whole).saved?.lock)
        #expect(Reading(Self.whole.split(separator: "\n").joined(separator: separator)).saved?.lock == lock)
    }

    @Test func linesMayStandInAnyOrder() throws {
        var lines = Self.whole.split(separator: "\n").map(String.init)
        lines[2...].reverse()
        #expect(Reading(lines.joined(separator: "\n")).saved?.lock == Reading(Self.whole).saved?.lock)
    }

    struct Bad: Sendable, CustomTestStringConvertible {
        let text: String
        let line: Int
        let reason: String
        var related: [Int] = []

        var testDescription: String { "'\(text.suffix(40))'" }
    }

    @Test(arguments: [
        Bad(text: "", line: 1, reason: "starts with 'lock 1 home'"),
        Bad(text: "# only a comment\n", line: 1, reason: "starts with 'lock 1 home'"),
        Bad(text: "overlay a 10.201.0.0/24\n", line: 1, reason: "starts with 'lock 1 home'"),
        Bad(text: "\n# c\nlock x home\n", line: 3, reason: "starts with 'lock 1 home'"),
        Bad(text: "lock 1\n", line: 1, reason: "starts with 'lock 1 home'"),
        Bad(text: "lock 2 home\n", line: 1, reason: "version 2"),
        Bad(text: "lock 0 home\n", line: 1, reason: "version 0"),
        Bad(text: "lock 1 lab\n", line: 1, reason: "site 'lab'"),
        Bad(text: "lock 1 home\nlock 1 home\n", line: 2, reason: "not a decision"),
        Bad(text: "lock 1 home\n<<<<<<< HEAD\noverlay a 10.201.0.0/24\n=======\n>>>>>>> other\n", line: 2, reason: "merge"),
        Bad(text: "lock 1 home\noverlay a 10.201.0.0/24\n||||||| base\n", line: 3, reason: "merge"),
        Bad(text: "<<<<<<< HEAD\nlock 1 home\n", line: 1, reason: "merge"),
    ])
    func aTextThatIsNoLockIsRefused(_ bad: Bad) { check(bad) }

    @Test(arguments: [
        "nonsense", "overlay a", "overlay 10.201.0.0/24", "slice a 10.0.0.0/30", "slice a b c 10.0.0.0/30", "address 10.0.0.1",
        "address a b c 10.0.0.1",
        "service a 10.0.0.1", "overlay  a 10.201.0.0/24", "overlay a 10.201.0.0/24 ", " overlay a 10.201.0.0/24",
        "overlay\ta\t10.201.0.0/24",
        "overlay a/b 10.201.0.0/24", "freed", "freed overlay a", "freed freed overlay a 10.201.0.0/24", "Overlay a 10.201.0.0/24",
    ])
    func aLineOfAnotherShapeIsRefused(_ line: String) { check(Bad(text: "lock 1 home\n\n\(line)\n", line: 3, reason: "not a decision")) }

    @Test(arguments: [
        ("overlay a 10.201.0.0", "not a network"), ("overlay a 10.201.0.1/24", "not a network"), ("overlay a x", "not a network"),
        ("slice a b 10.201.0.0/33", "not a network"), ("address a 10.201.0.0/24", "not an address"),
        ("address a 10.0.0.256", "not an address"),
        ("service a b fd00::1", "not an address"), ("freed slice a b 10.0.0.1", "not a network"),
        ("freed address a 10.0.0.1", "not a network"),
    ])
    func aValueOfAnotherSortIsRefused(_ line: String, _ reason: String) {
        check(Bad(text: "lock 1 home\n\(line)\n", line: 2, reason: reason))
    }

    @Test(arguments: [
        Bad(text: "lock 1 home\noverlay a 10.201.0.0/24\noverlay a 10.201.1.0/24\n", line: 3, reason: "line 2"),
        Bad(text: "lock 1 home\naddress a 10.0.0.1\n\naddress a 10.0.0.1\n", line: 4, reason: "line 2"),
        Bad(text: "lock 1 home\noverlay a 10.201.0.0/24\noverlay b 10.201.0.128/25\n", line: 3, reason: "b and a", related: [2]),
        Bad(text: "lock 1 home\noverlay b 10.201.0.128/25\noverlay a 10.201.0.0/24\n", line: 3, reason: "a and b", related: [2]),
        Bad(text: "lock 1 home\nslice m a 10.0.0.0/30\nslice m b 10.0.0.0/30\n", line: 3, reason: "m/b and m/a", related: [2]),
        Bad(text: "lock 1 home\naddress a 10.0.0.2\nslice m b 10.0.0.0/30\n", line: 3, reason: "m/b and a", related: [2]),
        Bad(text: "lock 1 home\naddress a 10.0.0.2\naddress a storage 10.0.0.2\n", line: 3, reason: "both given", related: [2]),
        Bad(text: "lock 1 home\nservice s a 10.0.0.2\nservice t a 10.0.0.2\n", line: 3, reason: "t/a and s/a", related: [2]),
    ])
    func decisionsThatCannotBothHoldAreRefused(_ bad: Bad) { check(bad) }

    private func check(_ bad: Bad) {
        let reading = Reading(bad.text)
        #expect(reading.saved == nil, "\(bad.text)")
        #expect(reading.faults.first.map { $0.line } == bad.line, "\(reading.faults)")
        #expect(reading.faults.first.map { $0.message.contains(bad.reason) } ?? false, "\(reading.faults)")
        #expect(reading.faults.first.map { $0.related } == bad.related, "\(reading.faults)")
    }

    @Test func everyBadLineIsReportedInOneRun() {
        let faults = Reading("lock 1 home\nx\noverlay a y\noverlay b 10.201.0.0/24\noverlay c 10.201.0.0/24\noverlay b 10.201.3.0/24\n")
            .faults
        #expect(faults.map(\.line) == [2, 3, 5, 6])
    }

    @Test func aServicesAddressLiesInItsSlice() {
        #expect(Reading("lock 1 home\nservice s a 10.0.0.2\nslice m a 10.0.0.0/30\n").faults.isEmpty)
    }

    @Test func bytesThatAreNoTextAreRefused() {
        let reading = Reading(Array("lock 1 home\n".utf8) + [0xFF, 0x0A])
        #expect(reading.saved == nil && reading.faults.count == 1)
    }
}
