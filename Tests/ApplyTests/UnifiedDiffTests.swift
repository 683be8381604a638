import Foundation
import Testing

@testable import Apply

@Suite struct UnifiedDiffTests {
    @Test func `It says what changed, and what stands around it`() {
        let old = (1...20).map { "\($0)\n" }.joined()
        let new = old.replacing("\n10\n", with: "\nten\n").replacing("\n20\n", with: "\n20")
        let diff = String(decoding: UnifiedDiff(from: Array(old.utf8), to: Array(new.utf8)).text(from: "a", to: "b"), as: UTF8.self)
        #expect(
            diff == """
                --- a
                +++ b
                @@ -7,7 +7,7 @@
                 7
                 8
                 9
                -10
                +ten
                 11
                 12
                 13
                @@ -17,4 +17,4 @@
                 17
                 18
                 19
                -20
                +20
                \\ No newline at end of file

                """)
        #expect(UnifiedDiff(from: Array(old.utf8), to: Array(old.utf8)).text(from: "a", to: "b").isEmpty)
    }

    /// Whoever has only the difference gets the new text: patch(1) is the judge.
    @Test(.enabled(if: Self.hasPatch, "patch is not installed (apt install patch)"))
    func `patch takes it`() throws {
        var random = SystemRandomNumberGenerator()
        for round in 0..<60 {
            let kinds = round % 3 == 0 ? 3 : 40
            func line() -> String { "\(Int.random(in: 0..<kinds, using: &random))\n" }
            let old = (0..<Int.random(in: 0..<60, using: &random)).map { _ in line() }
            var new = old
            for _ in 0..<Int.random(in: 1..<8, using: &random) {
                let place = Int.random(in: 0...new.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: new.insert(line(), at: place)
                case 1 where place < new.count: new.remove(at: place)
                case _ where place < new.count: new.swapAt(place, 0)
                default: break
                }
            }
            let texts = [old, new].map { lines in round % 2 == 0 ? lines.joined() : String(lines.joined().dropLast()) }
            if texts[0] == texts[1] || texts.contains("") { continue }
            let place = try TemporaryFolder()
            try place.write("old", texts[0])
            let diff = UnifiedDiff(from: Array(texts[0].utf8), to: Array(texts[1].utf8)).text(from: "old", to: "old")
            try place.write("diff", String(decoding: diff, as: UTF8.self))
            let run = try Program.run(["patch", "--quiet", "\(place.path)/old", "\(place.path)/diff"], limit: 20)
            #expect(run.isFine, "\(run.output)")
            #expect(try String(contentsOfFile: place.path + "/old", encoding: .utf8) == texts[1], "\(texts)")
        }
    }

    private static var hasPatch: Bool { ProcessInfo.processInfo.environment["CI"] != nil || Program.path(of: "patch") != nil }

    @Test func `100,000 lines cost no square`() {
        let old = (0..<100_000).map { "192.168.\($0 / 250).\($0 % 250)\thost-\($0)\n" }
        let new = old.enumerated().map { $0 % 1000 == 0 ? "changed\n" : $1 }
        let start = ContinuousClock.now
        let diff = UnifiedDiff(from: Array(old.joined().utf8), to: Array(new.joined().utf8)).text(from: "a", to: "b")
        #expect(diff.count > 10_000 && start.duration(to: .now) < .seconds(30))
    }
}
