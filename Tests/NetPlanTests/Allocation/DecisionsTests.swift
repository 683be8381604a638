import Testing

@testable import NetPlan

struct DecisionsTests {
    private static func entries(_ subjects: [Lock.Subject]) -> [Decisions<Int>.Entry] {
        subjects.enumerated().map { Decisions.Entry(subject: $1, value: $0) }
    }

    private static let subjects: [Lock.Subject] = [
        .address("b"), .slice("m", node: "b"), .attachment("b", lan: "x"), .service("m", node: "a"), .address("a"), .overlay("z"),
        .attachment("a", lan: "10"), .slice("m", node: "a"), .address("a-b"), .attachment("a", lan: "1"), .overlay("a"),
    ]

    @Test(arguments: [subjects, subjects.reversed(), subjects.sorted()])
    func whateverTheOrderEachIsFound(_ subjects: [Lock.Subject]) {
        let decisions = Decisions(Self.entries(subjects))
        #expect(decisions.entries.map(\.subject) == Self.subjects.sorted())
        for (index, subject) in subjects.enumerated() {
            #expect(decisions[subject] == index)
            // Wherever the one before was.
            for start in 0...subjects.count {
                var cursor = start
                #expect(decisions.value(of: subject, after: &cursor) == index)
            }
        }
        #expect(decisions[.overlay("b")] == nil && decisions[.address("zz")] == nil && decisions[.slice("z", node: "z")] == nil)
    }

    @Test func ofTwoAboutOneTheFirstHolds() {
        let decisions = Decisions(Self.entries([.overlay("b"), .address("a"), .overlay("b"), .address("a"), .address("a")]))
        #expect(decisions.entries.map(\.subject) == [.address("a"), .overlay("b")])
        #expect(decisions[.address("a")] == 1 && decisions[.overlay("b")] == 0)
    }

    @Test func theLocksLinesAreInTheOrderOfTheirBytes() {
        var lock = Lock(site: HostName(joined: "home"))
        let addresses: [(Lock.Subject, String)] = [
            (.address("a"), "10.0.0.5"), (.attachment("a", lan: "0x"), "10.9.0.1"), (.attachment("a", lan: "x"), "10.9.0.2"),
            (.address("a-b"), "10.0.0.6"), (.address("a1"), "10.0.0.7"),
        ]
        lock.addresses = Decisions(
            addresses.compactMap { subject, text in
                IPv4Address(text).map { Decisions.Entry(subject: subject, value: $0) }
            })
        #expect(
            String(decoding: lock.text, as: UTF8.self).split(separator: "\n").dropFirst(2) == [
                "address a 0x 10.9.0.1", "address a 10.0.0.5", "address a x 10.9.0.2", "address a-b 10.0.0.6", "address a1 10.0.0.7",
            ])
    }
}
