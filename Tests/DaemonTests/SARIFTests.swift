import Foundation
import NetPlan
import Testing
import Wire

@testable import netplan_swarm

/// The published schema of SARIF 2.1.0 judges what we write.
@Suite(.enabled(if: SchemaJudge.isSARIFWanted, "jsonschema or SARIF's schema is missing: script/test fetches both"))
struct SARIFTests {
    @Test func `Every log is valid`() throws {
        let plans = ["Tests/Contract/faults", "Tests/Contract/smallest", "examples/mistakes", "examples/everything"]
        var logs: [String] = []
        for plan in plans {
            let path = SchemaJudge.root.appending(path: "\(plan)/netplan-swarm.yaml").path
            let findings = try PlannedSite(path, progress: Progress()).findings
            logs.append(String(decoding: JSON.sarif(findings, version: "0.1.0"), as: UTF8.self))
        }
        #expect(logs[0].contains("relatedLocations"))
        for (plan, verdict) in zip(plans, try SchemaJudge.verdicts(on: logs, by: SchemaJudge.sarif)) {
            #expect(verdict == nil, "\(plan): \(verdict ?? "")")
        }
    }

    @Test func `The judge refuses what is none`() throws {
        let log = String(decoding: JSON.sarif([], version: "0.1.0"), as: UTF8.self)
        let broken = [
            log.replacing("2.1.0\"", with: "2.0.0\""), log.replacing("unicodeCodePoints", with: "bytes"),
            log.replacing("results", with: "r"),
        ]
        #expect(try SchemaJudge.verdicts(on: broken, by: SchemaJudge.sarif).allSatisfy { $0 != nil })
    }
}
