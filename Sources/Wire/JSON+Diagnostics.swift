public import NetPlan

extension JSON {
    /// `validate --format json`: every finding with its place, in the order given.
    ///
    ///     JSON.diagnostics(problems.located())
    ///
    /// File, line and column are null where a party is a default of the program, written in no file.
    public static func diagnostics(_ findings: [LocatedDiagnostic]) -> [UInt8] {
        document { json in json.field("diagnostics", findings) { $0.finding($1) } }
    }
}

extension JSONWriter {
    /// A finding, with its place and the other places.
    mutating func finding(_ finding: LocatedDiagnostic) {
        object { json in
            json.field("rule", finding.diagnostic.rule.rawValue)
            json.field("severity", finding.diagnostic.severity.rawValue)
            json.field("message", finding.diagnostic.message)
            json.location(finding.location)
            json.field("help", finding.diagnostic.help)
            json.field("related", finding.related) { json, related in
                json.object { json in
                    json.field("message", related.message)
                    json.location(related.location)
                }
            }
        }
    }

    /// File, line and column as fields of the open object.
    mutating func location(_ location: Location?) {
        field("file", location?.file)
        field("line", location.map { Int($0.mark.line) })
        field("column", location.map { Int($0.mark.column) })
    }
}
