import Foundation
import Testing

@testable import NetPlan
@testable import Wire

@Suite struct DiagnosticsTests {
    @Test func writesNullWhereNothingIsKnown() {
        let diagnostic = Diagnostic(.subnetOverlap, .error, at: .program, "a \"quoted\"\tword", help: nil, related: [])
        let located = LocatedDiagnostic(
            diagnostic: diagnostic, location: Location(file: "netplan-swarm.yaml", mark: Mark(line: 3, column: 7)),
            related: [LocatedDiagnostic.Related(message: "docker's default is here", location: nil)])
        let expected = #"""
            {
              "schemaVersion": 1,
              "diagnostics": [
                {
                  "rule": "subnet-overlap",
                  "severity": "error",
                  "message": "a \"quoted\"\tword",
                  "file": "netplan-swarm.yaml",
                  "line": 3,
                  "column": 7,
                  "help": null,
                  "related": [
                    {
                      "message": "docker's default is here",
                      "file": null,
                      "line": null,
                      "column": null
                    }
                  ]
                }
              ]
            }

            """#
        #expect(String(decoding: JSON.diagnostics([located]), as: UTF8.self) == expected)
    }

    @Test func noneAreAnEmptyList() {
        #expect(String(decoding: JSON.diagnostics([]), as: UTF8.self) == "{\n  \"schemaVersion\": 1,\n  \"diagnostics\": []\n}\n")
    }

    @Test(arguments: ["", "plain", "a\"b\\c/d", "\0\u{1}\u{1F}\u{7F}\n\r\t", "e\u{301}", "ü漢👨‍👩‍👧", "\u{2028}"])
    func anyTextComesBack(text: String) throws {
        var json = JSONWriter()
        json.list([text]) { $0.string($1) }
        let bytes = json.finish()
        let back = try JSONDecoder().decode([String].self, from: Data(bytes))
        #expect(back.first.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
        #expect(!bytes.dropLast().contains { $0 < 0x20 && $0 != 0x0A })
    }

    @Test func emittersSayWhereTheyComeFrom() {
        let listings = [
            EmitterListing(name: "hosts", summary: "our block"), EmitterListing(name: "nix", summary: nil, program: "/usr/bin/x"),
        ]
        let text = String(decoding: JSON.emitters(listings), as: UTF8.self)
        #expect(text.contains(#""program": null"#) && text.contains(#""program": "/usr/bin/x""#) && text.contains(#""summary": null"#))
    }
}
