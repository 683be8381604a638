import Foundation
import Testing

@testable import NetPlan
@testable import netplan_swarm

/// Every rule by its folder. `UPDATE=1 swift test --filter RuleFolderTests` writes the plans as `explain` has them and what `validate`
/// says of the bad ones, and fails once.
///
/// In order, for what one test writes anew the next one reads.
@Suite(.serialized) struct RuleFolderTests {
    @Test func `Every rule has its folder and its explanation, and nothing else has`() {
        #expect(Set(RuleFolder.names(in: RuleFolder.root)) == Set(RuleID.allCases.map(\.rawValue)))
        #expect(Explanation.all.map(\.rule) == RuleID.allCases)
    }

    @Test(arguments: RuleFolder.all)
    func `What explain prints is what the folder holds`(folder: RuleFolder) throws {
        let explanation = try #require(Explanation.of(folder.rule))
        try expect(explanation.bad, at: folder.plan(in: "bad").plan)
        try expect(explanation.good, at: folder.plan(in: "good").plan)
        if let lock = explanation.badLock { try expect(lock, at: folder.plan(in: "bad").lock) }
        if let lock = explanation.goodLock { try expect(lock, at: folder.plan(in: "good").lock) }
        for (old, _) in explanation.mend {
            let count = (explanation.bad + (explanation.badLock ?? "")).ranges(of: old).count
            #expect(count == 1, "'\(old)' stands there \(count) times")
        }
        #expect(explanation.bad.split(separator: "\n").count <= 20, "a plan in an explanation is small")
    }

    @Test(arguments: RuleFolder.all)
    func `The bad plan has this one finding`(folder: RuleFolder) throws {
        let bad = folder.plan(in: "bad")
        let site = try bad.site()
        #expect(site.findings.map(\.diagnostic.rule) == [folder.rule], "\(Self.report(site))")
        #expect(site.findings.map(\.diagnostic.severity) == [folder.rule.severity])
        #expect(site.findings.allSatisfy { $0.location != nil && $0.diagnostic.help != nil })
        try expect(Self.report(site), at: bad.expected)
    }

    @Test(arguments: RuleFolder.all)
    func `Other bad plans have its findings alone`(folder: RuleFolder) throws {
        for bad in folder.moreBad {
            let site = try bad.site()
            #expect(Set(site.findings.map(\.diagnostic.rule)) == [folder.rule], "\(bad.name):\n\(Self.report(site))")
            try expect(Self.report(site), at: bad.expected)
        }
    }

    @Test(arguments: RuleFolder.all)
    func `The good plan, and what only comes near, have none`(folder: RuleFolder) throws {
        for plan in [folder.plan(in: "good")] + folder.near {
            let site = try plan.site()
            #expect(site.findings.isEmpty, "\(plan.name):\n\(Self.report(site))")
        }
    }

    private static func report(_ site: PlannedSite) -> String { Report(site.findings, sources: site.sources).text(in: .plain) }

    private func expect(_ text: String, at url: URL) throws {
        let written = try? String(contentsOf: url, encoding: .utf8)
        if written != text, ProcessInfo.processInfo.environment["UPDATE"] != nil {
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
            Issue.record("\(url.lastPathComponent) was written anew: read the difference, then run again without UPDATE")
            return
        }
        #expect(written == text, "\(url.path)")
    }
}
