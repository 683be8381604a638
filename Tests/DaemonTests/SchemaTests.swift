import Foundation
import NetPlan
import Router
import Testing

@testable import Traefik
@testable import netplan_swarm

/// schema/netplan-swarm.schema.json knows what the reader knows: its keys, its choices, and by the same plans its patterns.
@Suite struct SchemaTests {
    @Test func `Every map has the reader's keys`() throws {
        let definitions = try PlanSchema.definitions()
        var known: [String: [String]] = [:]
        for format in PlanFormat.allCases { known[format.rawValue] = format.keys }
        for emitter in EmitterList.all { known["outputs.\(emitter.name)"] = emitter.keys }
        let maps = definitions.filter { $0.value["properties"] != nil }
        #expect(Set(maps.keys) == Set(known.keys))
        for (name, definition) in maps {
            let properties = try #require(definition["properties"] as? [String: Any])
            #expect(properties.keys.sorted() == known[name]?.sorted(), "\(name)")
            #expect(definition["additionalProperties"] as? Bool == false, "\(name)")
            // A reference may say more than what it refers to.
            for (key, value) in properties {
                let value = try #require(value as? [String: Any])
                let target = (value["$ref"] as? String).flatMap { definitions[String($0.dropFirst("#/$defs/".count))] }
                let isDescribed = value["description"] is String || target?["description"] is String
                #expect(isDescribed, "\(name).\(key) has no description")
            }
        }
        let plan = try #require(definitions["plan"]?["properties"] as? [String: [String: Any]])
        let outputs = try #require(plan["outputs"]?["properties"] as? [String: Any])
        #expect(Set(outputs.keys) == Set(EmitterList.all.map { $0.name }))
    }

    @Test func `Every choice has the reader's words`() throws {
        let choices: [String: [String]] = [
            "rule": RuleID.allCases.map(\.rawValue), "role": Node.Role.allCases.map(\.rawValue),
            "server": LAN.Server.allCases.map(\.rawValue),
            "end": AddressSet<IPv4Address>.End.allCases.map(\.rawValue), "scope": Macvlan.Scope.allCases.map(\.rawValue),
            "mode": Macvlan.Mode.allCases.map(\.rawValue), "scheme": Service.Scheme.allCases.map(\.rawValue),
            "recordType": Record.Kind.allCases.map(\.rawValue), "publish": TraefikSettings.Publish.allCases.map(\.rawValue),
            "format": RouterEmitter.formats.map(\.rawValue),
        ]
        // The 32 netmasks, and what a boolean may be, are patterns in other words.
        let enums = try PlanSchema.definitions().filter { $0.value["enum"] != nil && !["netmask", "flag"].contains($0.key) }
        #expect(Set(enums.keys) == Set(choices.keys))
        for (name, words) in choices { #expect(enums[name]?["enum"] as? [String] == words, "\(name)") }
    }

    @Test func `Every default is the reader's`() throws {
        var (count, plan) = (0, PlanSchema.sparsePlan)
        let without = try PlanSchema.everything(read: plan)
        for (name, definition) in try PlanSchema.definitions() {
            for (key, value) in definition["properties"] as? [String: [String: Any]] ?? [:] {
                guard let usual = value["default"] else { continue }
                let path = try #require(PlanSchema.sparsePaths[name], "\(name) is not in the sparse plan")
                plan = PlanSchema.setting(usual, at: path + [key], in: plan)
                count += 1
            }
        }
        #expect(count >= 20)
        #expect(try PlanSchema.everything(read: plan) == without)
        let other = PlanSchema.setting("manager", at: ["nodes", "ds1", "role"], in: plan)
        #expect(try PlanSchema.everything(read: other) != without)
    }

    @Test(.enabled(if: SchemaJudge.isWanted, "jsonschema is missing: script/test fetches it"))
    func `Good plans are good to both`() throws {
        let plans = try PlanSchema.goodPlans()
        #expect(plans.count > 15)
        for (plan, verdict) in zip(plans, try SchemaJudge.verdicts(on: plans.map(\.text), by: PlanSchema.file)) {
            #expect(PlanSchema.formFaults(in: plan.text).isEmpty, "\(plan.name)")
            #expect(verdict == nil, "\(plan.name): \(verdict ?? "")")
        }
    }

    @Test(.enabled(if: SchemaJudge.isWanted, "jsonschema is missing: script/test fetches it"))
    func `What the reader refuses, the schema refuses`() throws {
        let rows = BadPlan.all
        #expect(rows.count >= 80)
        for (row, verdict) in zip(rows, try SchemaJudge.verdicts(on: rows.map(\.text), by: PlanSchema.file)) {
            #expect(PlanSchema.findings(in: row.text).map(\.rule).contains(row.rule), "\(row.snippet) is not \(row.rule.rawValue)")
            #expect(verdict != nil, "\(row.snippet) is fine to the schema")
        }
    }

    @Test(.enabled(if: SchemaJudge.isWanted, "jsonschema is missing: script/test fetches it"))
    func `What can't be said in a schema is known`() throws {
        let exceptions = SchemaException.all
        for (exception, verdict) in zip(exceptions, try SchemaJudge.verdicts(on: exceptions.map(\.text), by: PlanSchema.file)) {
            let isReadable = PlanSchema.formFaults(in: exception.text).isEmpty
            #expect(isReadable != (verdict == nil), "\(exception.snippet): the two agree: take it out")
        }
    }

    /// Every value of a full plan, in turn replaced by many others or taken out.
    @Test(.enabled(if: SchemaJudge.isWanted, "jsonschema is missing: script/test fetches it"))
    func `Reader and schema agree on what is changed`() throws {
        let mutants = try PlanMutant.some()
        #expect(mutants.count > 500)
        var (refused, disagreements) = (0, [String]())
        for (mutant, verdict) in zip(mutants, try SchemaJudge.verdicts(on: mutants.map(\.text), by: PlanSchema.file)) {
            let findings = PlanSchema.findings(in: mutant.text)
            let faults = findings.filter(PlanSchema.isOfForm)
            // A name that nobody declared may be none at all: the schema may say so.
            if faults.isEmpty, findings.contains(where: { $0.rule == .unknownName }) { continue }
            if verdict != nil { refused += 1 }
            if faults.isEmpty != (verdict == nil), !SchemaException.covers(mutant) {
                disagreements.append("\(mutant.name): \(faults.first.map { "reader: \($0.message)" } ?? "schema: \(verdict ?? "")")")
            }
        }
        #expect(refused > 300)
        #expect(disagreements.isEmpty, "\(disagreements.count): \(disagreements.prefix(60).joined(separator: "\n"))")
    }
}
