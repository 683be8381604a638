import Foundation
import Testing

@testable import NetPlan
@testable import Wire

/// What other programs show of a finding.
@Suite struct MachineFormatTests {
    private static func finding(
        _ message: String, _ severity: Diagnostic.Severity = .error, file: String = "netplan-swarm.yaml", help: String? = nil,
        related: [LocatedDiagnostic.Related] = []
    ) -> LocatedDiagnostic {
        LocatedDiagnostic(
            diagnostic: Diagnostic(.duplicateAddress, severity, at: .program, message, help: help, related: []),
            location: Location(file: file, mark: Mark(line: 3, column: 7, width: 12)), related: related)
    }

    @Test func aWorkflowCommandIsOneLine() {
        let related = LocatedDiagnostic.Related(message: "it is here", location: Location(file: "b,c", mark: Mark(line: 1, column: 2)))
        let text = WorkflowCommands.text([
            Self.finding("100%\r\n::set-env name=x::y, z", .note, file: "a:b,c%.yaml", help: "write\nit", related: [related])
        ])
        #expect(
            text == """
                ::notice file=a%3Ab%2Cc%25.yaml,line=3,col=7,endColumn=19,title=duplicate-address::100%25%0D%0A::set-env name=x::y, z\
                %0Ahelp: write%0Ait%0Anote: b,c:1:2: it is here

                """)
        #expect(WorkflowCommands.text([]).isEmpty)
    }

    @Test func aWorkflowCommandNeedsNoPlace() {
        let diagnostic = Diagnostic(.subnetOverlap, .warning, at: .program, "a", help: nil, related: [])
        let text = WorkflowCommands.text([LocatedDiagnostic(diagnostic: diagnostic, location: nil, related: [])])
        #expect(text == "::warning title=subnet-overlap::a\n")
    }

    @Test(arguments: [
        ("netplan-swarm.yaml", "netplan-swarm.yaml"), ("sites/b ü.yaml", "sites/b%20%C3%BC.yaml"), ("/srv/a.yaml", "file:///srv/a.yaml"),
        ("a:b#c?d%e\n", "a%3Ab%23c%3Fd%25e%0A"), ("../-._~", "../-._~"),
    ])
    func aPathBecomesAReference(path: String, uri: String) {
        #expect(URIReference(path: path).text == uri)
    }

    @Test func aMessageLinksToTheOtherParty() {
        let place = Location(file: "a", mark: Mark(line: 1, column: 1))
        let related = [
            LocatedDiagnostic.Related(message: "the first [a] is \\here", location: place),
            LocatedDiagnostic.Related(message: "docker0 is a default", location: nil),
        ]
        let text = SARIFMessage(of: Self.finding("'[x](http://y)' is wrong", help: "did you mean x?", related: related)).text
        #expect(
            text == "'[x] (http://y)' is wrong. Help: did you mean x? Note: [the first \\[a\\] is \\\\here](1). Note: docker0 is a default")
    }

    @Test func aRunListsEachRuleOnce() throws {
        var findings = [Self.finding("a"), Self.finding("b")]
        let diagnostic = Diagnostic(.managerCount, .note, at: .program, "c", help: nil, related: [])
        findings.append(LocatedDiagnostic(diagnostic: diagnostic, location: nil, related: []))
        let log = try #require(JSONSerialization.jsonObject(with: Data(JSON.sarif(findings, version: "1.2.3"))) as? [String: Any])
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        #expect(rules.compactMap { $0["id"] as? String } == ["duplicate-address", "manager-count"])
        #expect(rules.compactMap { ($0["defaultConfiguration"] as? [String: String])?["level"] } == ["error", "warning"])
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.compactMap { $0["ruleIndex"] as? Int } == [0, 0, 1])
        #expect(results.compactMap { $0["level"] as? String } == ["error", "error", "note"])
        #expect(results[2]["locations"] == nil)
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
    }
}
