import Foundation
import NetPlan
import YAML

@testable import netplan_swarm

/// The editors' schema, and what the reader says of the same texts.
enum PlanSchema {
    static let file = SchemaJudge.root.appending(path: "schema/netplan-swarm.schema.json")

    static func definitions() throws -> [String: [String: Any]] {
        let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
        return schema?["$defs"] as? [String: [String: Any]] ?? [:]
    }

    /// What is found while a plan is read, its emitters' settings too. Rules don't run.
    static func findings(in text: String) -> [Diagnostic] {
        var problems = Diagnostics()
        if let document = YAMLReader.read(Array(text.utf8), file: "plan", reporting: &problems) {
            let (plan, outputs) = PlanReader.read(document, reporting: &problems)
            _ = EmitterList.chosen(outputs, plan: plan, reporting: &problems)
        }
        return problems.all
    }

    static func formFaults(in text: String) -> [Diagnostic] { findings(in: text).filter(isOfForm) }

    /// Whether a finding is about one value or key by itself: what a schema can say.
    static func isOfForm(_ finding: Diagnostic) -> Bool {
        switch finding.rule {
        case .syntax, .unknownKey, .wrongType, .unsupportedVersion, .invalidAddress, .invalidPrefix, .invalidRange, .invalidMAC,
            .invalidPort,
            .invalidName, .invalidDuration, .invalidURL, .invalidNumber, .invalidChoice, .reservedName:
            true
        // The LAN that must be named because there are several.
        case .missingKey: !finding.message.hasSuffix("it needs the key 'lan'")
        default: false
        }
    }

    /// Contract, examples and fixtures, but those that show faults of form.
    static func goodPlans() throws -> [(name: String, text: String)] {
        var paths: [String] = []
        for folder in ["Tests/Contract", "examples", "Sources/Plugins"] {
            let found = FileManager.default.enumerator(atPath: SchemaJudge.root.appending(path: folder).path)?.compactMap { $0 as? String }
            paths += (found ?? []).filter { $0.hasSuffix("netplan-swarm.yaml") }.map { "\(folder)/\($0)" }
        }
        return try paths.filter { $0 != "Tests/Contract/faults/netplan-swarm.yaml" }.sorted().map {
            ($0, try String(contentsOf: SchemaJudge.root.appending(path: $0), encoding: .utf8))
        }
    }
}
