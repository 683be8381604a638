import Testing

@testable import NetPlan

struct SpellingTests {
    @Test(
        arguments: [
            ("adress", ["address", "mac"], "address"), ("Address", ["address"], "address"), ("maC", ["mac", "lan"], "mac"),
            ("lna", ["lan", "mac"], "lan"),
            ("ds9", ["ds1", "ds2"], nil), ("dss1", ["ds1", "ds2"], "ds1"), ("colour", ["nodes", "domain"], nil), ("", ["a"], "a"),
            ("x", [], nil), ("managr", ["manager", "worker"], "manager"),
            ("boss", ["manager", "worker"], nil), ("mahcine", ["machine"], "machine"),
        ] as [(String, [String], String?)])
    func theNearestIsMeant(_ word: String, _ candidates: [String], _ nearest: String?) {
        #expect(Spelling.nearest(to: word, among: candidates) == nearest)
    }

    @Test(arguments: [("abc", "abc", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "acb", 1), ("kitten", "sitting", 3), ("ca", "abc", 3)])
    func theDistanceCountsChangesAndSwaps(_ a: String, _ b: String, _ distance: Int) {
        #expect(Spelling.distance(Array(a.utf8), Array(b.utf8)) == distance)
    }

    @Test func listsAndCountsReadWell() {
        #expect(Spelling.list([]) == "" && Spelling.list(["a"]) == "a" && Spelling.list(["a", "b"]) == "a or b")
        #expect(Spelling.list(["a", "b", "c"], "and") == "a, b and c")
        #expect(Spelling.count(1, "file") == "1 file" && Spelling.count(0, "file") == "0 files")
    }
}
