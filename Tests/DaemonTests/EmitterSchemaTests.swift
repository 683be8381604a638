import Apply
import Foundation
import NetPlan
import Testing
import Wire

@testable import netplan_swarm

/// The schemas of what external emitters are asked, and of what they answer.
@Suite(.enabled(if: SchemaJudge.isWanted, "jsonschema is missing: script/test fetches it")) struct EmitterSchemaTests {
    static let request = SchemaJudge.root.appending(path: "schema/emitter-request.schema.json")
    static let answer = SchemaJudge.root.appending(path: "schema/emitter-answer.schema.json")

    private static func requests(isStrange: Bool = false) throws -> [String] {
        var allocations = try PlanSchema.goodPlans().compactMap { plan in
            let site = PlannedSite(unsaved: Array(plan.text.utf8), as: plan.name)
            return site.hasErrors ? nil : site.allocation
        }
        for trial in TrialSite.allCases where trial != .big {
            allocations.append(try #require(PlannedSite(unsaved: trial.plan(for: "hosts"), as: "trial").allocation))
        }
        return try allocations.map { allocation in
            let settings = try #require(Self.settings)
            return String(
                decoding: JSON.emitterRequest("any", settings: settings, allocation: allocation, isStrange: isStrange), as: UTF8.self)
        }
    }

    /// Settings of every kind.
    private static let settings: Document? = {
        let plan = "version: 1\nsite: x\noutputs: {any: {a: [1, {b: }, [\"\"]], c: true, \"d \\\"e\\\"\": {f: é}}}\n"
        let folder = try? Scratch()
        try? folder?.write("#!/bin/sh\n", to: "netplan-swarm-emit-any")
        guard let folder else { return nil }
        chmod(folder.path("netplan-swarm-emit-any"), 0o755)
        return PlannedSite(unsaved: Array(plan.utf8), as: "plan", on: .init(folder: folder.url.path)).external.first?.settings
    }()

    @Test func `Every request is valid`() throws {
        let requests = try Self.requests()
        #expect(requests.count > 25)
        for (text, verdict) in zip(requests, try SchemaJudge.verdicts(on: requests, by: Self.request)) {
            #expect(verdict == nil, "\(verdict ?? "")\n\(text.prefix(200))")
        }
        for verdict in try SchemaJudge.verdicts(on: try Self.requests(isStrange: true), by: Self.request) { #expect(verdict == nil) }
    }

    /// Every key of what is written is in the schema, and the other way round: each is required.
    @Test func `The schema knows every key`() throws {
        let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: Self.request))
        let folder = try Scratch()
        let strict = try JSONSerialization.data(withJSONObject: Self.closed(schema))
        try folder.write(String(decoding: strict, as: UTF8.self), to: "strict.json")
        for verdict in try SchemaJudge.verdicts(on: try Self.requests(), by: folder.url.appending(path: "strict.json")) {
            #expect(verdict == nil, "\(verdict ?? "")")
        }
        let strange = try SchemaJudge.verdicts(on: try Self.requests(isStrange: true), by: folder.url.appending(path: "strict.json"))
        #expect(strange.allSatisfy { $0 != nil })
    }

    private static func closed(_ schema: Any) -> Any {
        if let list = schema as? [Any] { return list.map(closed) }
        guard var object = schema as? [String: Any] else { return schema }
        if object["properties"] is [String: Any], object["type"] as? String == "object" { object["additionalProperties"] = false }
        return object.mapValues(closed)
    }

    @Test func `A request of another form is refused`() throws {
        let text = try #require(try Self.requests().last)
        let others = [
            text.replacing("\"version\": 1", with: "\"version\": 2"),
            text.replacing("\"subnet\": \"192.168.0.0/24\"", with: "\"subnet\": 5"),
            text.replacing("\"role\": \"manager\"", with: "\"role\": \"boss\""), text.replacing("\"leasable\"", with: "\"l\""),
        ]
        for (other, verdict) in zip(others, try SchemaJudge.verdicts(on: others, by: Self.request)) {
            #expect(verdict != nil && other != text)
        }
    }

    /// What a schema can say of an answer, the reader says too, and the other way round.
    @Test func `Reader and schema agree on answers`() throws {
        let files = [
            (#""path": "x/a", "content": "é""#, true), (#""path": "x/a b/.c/..d", "content": "", "node": null, "mode": null"#, true),
            (
                #""path": "x/a", "content": "", "mode": "0640", "installPath": "/etc/a", "check": ["a", "{}"], "reload": ["b"], "more": 1"#,
                true
            ),
            (#""path": "x/a", "content": "", "ownership": "block", "node": "ds1""#, true), (#""path": "../a", "content": """#, false),
            (#""path": "/x/a", "content": """#, false), (#""path": "x/../a", "content": """#, false),
            (#""path": "x/.", "content": """#, false),
            (#""path": "x//a", "content": """#, false), (#""path": "x", "content": """#, false), (#""path": "x/é", "content": """#, false),
            (#""path": "x/a\\b", "content": """#, false), (#""path": "x/a""#, false), (#""path": "x/a", "content": 1"#, false),
            (#""path": "x/a", "content": "", "mode": "4755""#, false), (#""path": "x/a", "content": "", "mode": 420"#, false),
            (#""path": "x/a", "content": "", "installPath": "etc/a""#, false),
            (#""path": "x/a", "content": "", "installPath": "/a/../b""#, false),
            (#""path": "x/a", "content": "", "check": []"#, false), (#""path": "x/a", "content": "", "check": [""]"#, false),
            (#""path": "x/a", "content": "", "ownership": "mine""#, false), (#""path": "x/a", "content": "", "node": 5"#, false),
        ].map { (#"{"artifacts": [{\#($0)}], "diagnostics": []}"#, $1) }
        let findings = [
            (#""severity": "error", "message": "m""#, true),
            (#""severity": "note", "message": "m", "at": null, "help": null, "rule": null"#, true),
            (#""severity": "warning", "message": "m", "at": "a.b[0]", "rule": "x", "related": [{"message": "r", "at": "c"}]"#, true),
            (#""severity": "fatal", "message": "m""#, false), (#""severity": "error""#, false), (#""message": "m""#, false),
            (#""severity": "error", "message": "m", "at": """#, false), (#""severity": "error", "message": "m", "related": [{}]"#, false),
        ].map { (#"{"artifacts": [], "diagnostics": [{\#($0)}]}"#, $1) }
        let others = [("{}", false), ("[]", false), (#"{"artifacts": []}"#, false), (#"{"artifacts": null, "diagnostics": []}"#, false)]
        let site = PlannedSite(unsaved: TrialSite.smallest.plan(for: "hosts"), as: "trial")
        let plan = try #require(site.allocation).plan
        let rows = files + findings + others
        for ((text, isGood), verdict) in zip(rows, try SchemaJudge.verdicts(on: rows.map(\.0), by: Self.answer)) {
            let isRead = (try? JSON.emitterAnswer(reading: Array(text.utf8), of: "x", in: plan)) != nil
            #expect(isRead == isGood, "\(text)")
            #expect((verdict == nil) == isGood, "\(text): \(verdict ?? "")")
        }
    }

    @Test(arguments: TrialSite.allCases) func `The sites of the kit have no fault`(site: TrialSite) throws {
        let planned = PlannedSite(unsaved: site.plan(for: "hosts"), as: "trial")
        // That hosts alone leases to nobody is no fault of the site.
        let findings = planned.findings.map(\.diagnostic).filter { $0.rule != .serverWithoutLAN }
        #expect(findings.map(\.message) == [])
        #expect(planned.allocation != nil)
    }
}
