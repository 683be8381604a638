public import NetPlan

extension JSON {
    /// `validate --format sarif`: one run of SARIF 2.1.0 (OASIS, 2020), as GitHub's code scanning and editors read it.
    ///
    ///     JSON.sarif(problems.located(), version: "0.1.0")
    ///
    /// Columns count code points, and `endColumn` is the one after the last (section 3.30). Paths become relative references,
    /// so a run from the repository's root is shown beside its lines.
    public static func sarif(_ findings: [LocatedDiagnostic], version: String) -> [UInt8] {
        let used = Set(findings.map(\.diagnostic.rule))
        let rules = RuleID.allCases.filter(used.contains)
        let indexes = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
        var writer = JSONWriter()
        writer.object { json in
            json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            json.field("version", "2.1.0")
            json.field("runs", CollectionOfOne(findings)) { json, findings in
                json.object { json in
                    json.tool(rules, version: version)
                    json.field("columnKind", "unicodeCodePoints")
                    json.field("results", findings) { json, finding in json.result(finding, ruleIndex: indexes[finding.diagnostic.rule]) }
                }
            }
        }
        return writer.finish()
    }
}

extension JSONWriter {
    fileprivate mutating func tool(_ rules: [RuleID], version: String) {
        object("tool") { json in
            json.object("driver") { json in
                json.field("name", "netplan-swarm")
                json.field("version", version)
                json.field("rules", rules) { json, rule in
                    json.object { json in
                        json.field("id", rule.rawValue)
                        // GitHub's heading of an alert.
                        json.object("shortDescription") { $0.field("text", rule.rawValue.replacing("-", with: " ")) }
                        json.object("defaultConfiguration") { $0.field("level", rule.severity.rawValue) }
                    }
                }
            }
        }
    }

    fileprivate mutating func result(_ finding: LocatedDiagnostic, ruleIndex: Int?) {
        object { json in
            json.field("ruleId", finding.diagnostic.rule.rawValue)
            if let ruleIndex { json.field("ruleIndex", ruleIndex) }
            // The three words are SARIF's own.
            json.field("level", finding.diagnostic.severity.rawValue)
            json.object("message") { $0.field("text", SARIFMessage(of: finding).text) }
            if let location = finding.location {
                json.field("locations", CollectionOfOne(location)) { json, location in json.object { $0.physical(location) } }
            }
            // The other party may be a default of the program, which stands in no file.
            let related = finding.related.enumerated().filter { $0.element.location != nil }
            if !related.isEmpty {
                json.field("relatedLocations", related) { json, related in
                    json.object { json in
                        json.field("id", related.offset + 1)
                        if let location = related.element.location { json.physical(location) }
                        json.object("message") { $0.field("text", related.element.message) }
                    }
                }
            }
        }
    }

    private mutating func physical(_ location: Location) {
        object("physicalLocation") { json in
            json.object("artifactLocation") { $0.field("uri", URIReference(path: location.file).text) }
            json.object("region") { json in
                json.field("startLine", Int(location.mark.line))
                json.field("startColumn", Int(location.mark.column))
                json.field("endColumn", Int(location.mark.column) + Int(location.mark.width))
            }
        }
    }

    private mutating func object(_ name: String, _ body: (inout JSONWriter) -> Void) {
        key(name)
        object(body)
    }
}
