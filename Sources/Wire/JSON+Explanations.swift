public import NetPlan

extension JSON {
    /// `explain --json`: every rule with half a line.
    ///
    ///     {"schemaVersion": 1, "rules": [{"rule": "syntax", "severity": "error", "summary": "the file is not …"}]}
    public static func explanations(_ explanations: [Explanation]) -> [UInt8] {
        document { json in
            json.field("rules", explanations) { json, explanation in json.object { $0.head(of: explanation) } }
        }
    }

    /// `explain RULE --json`: the rule, its plans, and what `validate` finds in the bad one. `lock` is null where none is beside the plan.
    public static func explanation(_ explanation: Explanation, findings: [LocatedDiagnostic]) -> [UInt8] {
        document { json in
            json.head(of: explanation)
            json.field("meaning", explanation.meaning)
            json.field("elsewhere", explanation.elsewhere)
            json.plan("bad", explanation.bad, lock: explanation.badLock)
            json.plan("good", explanation.good, lock: explanation.goodLock)
            json.field("diagnostics", findings) { $0.finding($1) }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func head(of explanation: Explanation) {
        field("rule", explanation.rule.rawValue)
        field("severity", explanation.rule.severity.rawValue)
        field("summary", explanation.summary)
    }

    fileprivate mutating func plan(_ name: String, _ plan: String, lock: String?) {
        key(name)
        object { json in
            json.field("plan", plan)
            json.field("lock", lock)
        }
    }
}
