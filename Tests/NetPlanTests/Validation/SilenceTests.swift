import Foundation
import NetPlan
import Testing

/// Random sites of real shape that have no fault: no rule says anything.
///
/// 300 of them; `SITES=10000 swift test --filter SilenceTests` takes as many as it says.
struct SilenceTests {
    static let sites = ProcessInfo.processInfo.environment["SITES"].flatMap { Int($0) } ?? 300
    static let parts = 4

    @Test(arguments: 0..<parts)
    func nothingIsFoundInAGoodPlan(_ part: Int) {
        for seed in stride(from: part, to: Self.sites, by: Self.parts) {
            let site = RandomSite(goodSeed: UInt64(seed))
            let run = Run(site.text)
            let found = run.findings.map { "\($0.location?.text ?? "") \($0.diagnostic.rule.rawValue): \($0.diagnostic.message)" }
            #expect(found == [], "seed \(seed)\(found.isEmpty ? "" : ":\n\(site.text)")")
        }
    }
}
