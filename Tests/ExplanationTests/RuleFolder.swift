import Foundation
import Testing

@testable import NetPlan
@testable import netplan_swarm

/// The folder of a rule in `Tests/PlanFixtures/rules`: `bad`, `good`, more bad ones (`bad-<why>`), and `near`, which must stay silent.
///
/// `bad` and `good` are what `explain` prints. A bad folder holds a plan, perhaps a lock, and in `expected.txt` what `validate` says.
struct RuleFolder: CustomTestStringConvertible {
    let rule: RuleID

    var testDescription: String { rule.rawValue }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../PlanFixtures/rules").standardized
    static let all = RuleID.allCases.map(RuleFolder.init)
    static let planName = "netplan-swarm.yaml"
    static let lockName = "netplan-swarm.lock"

    private var url: URL { Self.root.appending(path: rule.rawValue) }

    /// One plan, with the lock beside it.
    struct Case {
        let folder: URL
        let plan: URL

        var lock: URL { plan.deletingPathExtension().appendingPathExtension("lock") }
        var expected: URL { folder.appending(path: "expected.txt") }
        var name: String { "\(folder.lastPathComponent)/\(plan.lastPathComponent)" }

        func site() throws -> PlannedSite {
            let lock = try? Data(contentsOf: lock)
            return PlannedSite(unsaved: Array(try Data(contentsOf: plan)), as: plan.lastPathComponent, lock: lock.map { Array($0) })
        }
    }

    func plan(in folder: String) -> Case {
        let folder = url.appending(path: folder)
        return Case(folder: folder, plan: folder.appending(path: Self.planName))
    }

    /// Odd ways to break the rule: `bad-by-lock` and the like.
    var moreBad: [Case] { Self.names(in: url).filter { $0.hasPrefix("bad-") }.map(plan(in:)) }

    /// Plans that a hasty rule would speak of.
    var near: [Case] {
        let folder = url.appending(path: "near")
        return Self.names(in: folder).filter { $0.hasSuffix(".yaml") }.map { Case(folder: folder, plan: folder.appending(path: $0)) }
    }

    static func names(in folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }
}
