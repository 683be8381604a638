import NetPlan
import Testing
import Wire

/// Answers of programs that others wrote, the worst that we could think of.
@Suite struct EmitterAnswerTests {
    private static func read(_ text: String) throws -> EmitterAnswer {
        try JSON.emitterAnswer(reading: Array(text.utf8), of: "x", in: try Samples.smallestAllocation().plan)
    }

    private static func reason(_ bytes: [UInt8]) throws -> String? {
        let plan = try Samples.smallestAllocation().plan
        do { _ = try JSON.emitterAnswer(reading: bytes, of: "x", in: plan) } catch { return error.reason }
        return nil
    }

    private static func file(_ fields: String) -> String { #"{"artifacts": [{\#(fields)}], "diagnostics": []}"# }

    @Test func `A file has what it is given, and the rest by default`() throws {
        let answer = try Self.read(
            #"{"artifacts": [{"path": "x/a", "content": "é\n"}, {"path": "x/b/c", "content": "", "node": "ds1", "mode": "0600", "installPath": "/etc/c", "#
                + #""ownership": "block", "check": ["c", "{}"], "reload": ["r"], "later": {"y": [1]}}], "diagnostics": [], "later": null}"#)
        #expect(answer.files.map(\.path) == ["x/a", "x/b/c"])
        #expect(answer.files[0] == FileArtifact(path: "x/a", emitter: "x", content: [0xC3, 0xA9, 0x0A]))
        var other = FileArtifact(
            path: "x/b/c", emitter: "x", node: try Samples.name("ds1"), content: [], installPath: "/etc/c", ownership: .block,
            check: .command(["c", "{}"]), reload: ["r"])
        other.mode = 0o600
        #expect(answer.files[1] == other)
    }

    @Test(arguments: [
        "../x", "x/../../y", "/etc/passwd", "y/a", "x", "x/", "x//a", "x/./a", "hosts/ds1/hosts", "manifest.json", ".netplan-swarm/a",
        "X/a",
        "x/a\\u0000b", "x/\\u001b[2J", "x/a\\nb", "x/é", "x\\\\a", "xy/a", "docker/swarm.sh", "./x/a", "",
    ])
    func `No path leads out of its folder`(path: String) throws {
        let reason = try #require(try Self.reason(Array(Self.file(#""path": "\#(path)", "content": """#).utf8)))
        #expect(reason.contains("starts with 'x/'"))
        #expect(reason.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    }

    @Test(arguments: [
        #""path": "x/a""#, #""content": "x""#, #""path": "x/a", "content": 5"#, #""path": "x/a", "content": null"#,
        #""path": "x/a", "content": "", "mode": "4755""#, #""path": "x/a", "content": "", "mode": 420"#,
        #""path": "x/a", "content": "", "mode": "0999""#, #""path": "x/a", "content": "", "node": "ds9""#,
        #""path": "x/a", "content": "", "node": "../b""#, #""path": "x/a", "content": "", "installPath": "etc/x""#,
        #""path": "x/a", "content": "", "installPath": "/etc/../x""#, #""path": "x/a", "content": "", "ownership": "mine""#,
        #""path": "x/a", "content": "", "check": []"#, #""path": "x/a", "content": "", "check": ["a\u0007"]"#,
        #""path": "x/a", "content": "", "check": {"builtin": "hosts"}"#, #""path": "x/a", "content": "", "reload": """#,
        #""path": "x/a", "content": "\ud800""#,
    ])
    func `A file that is not sound is refused`(fields: String) throws { #expect(try Self.reason(Array(Self.file(fields).utf8)) != nil) }

    @Test(arguments: [
        "", "null", "[]", "{}", "x", #"{"artifacts": []}"#, #"{"diagnostics": []}"#, #"{"artifacts": {}, "diagnostics": []}"#,
        #"{"artifacts": [], "diagnostics": []"#, #"{"artifacts": [], "diagnostics": []} x"#,
        #"{"artifacts": [], "diagnostics": [], "n": 1e999999}x"#, #"{"artifacts": [1e400], "diagnostics": []}"#,
        #"{"artifacts": [], "diagnostics": [{"message": "x"}]}"#,
        #"{"artifacts": [], "diagnostics": [{"severity": "fatal", "message": "x"}]}"#,
        #"{"artifacts": [], "diagnostics": [{"severity": "error", "message": "x", "at": "a..b"}]}"#,
        #"{"artifacts": [], "diagnostics": [{"severity": "error", "message": "x", "at": ""}]}"#,
        #"{"artifacts": [{"path": "x/a", "content": ""}, {"path": "x/a", "content": "1"}], "diagnostics": []}"#,
        #"{"artifacts": [{"path": "x/a", "content": ""}, {"path": "x/a/b", "content": "1"}], "diagnostics": []}"#,
    ])
    func `What is no answer is refused`(text: String) throws { #expect(try Self.reason(Array(text.utf8)) != nil) }

    @Test func `Bytes that are no text are refused`() throws {
        #expect(try Self.reason([0xFF, 0xFE, 0x7B, 0]) == "it is not UTF-8")
        #expect(
            try Self.reason(Array(#"{"artifacts": [], "diagnostics": [], "x": ""#.utf8) + [0xC3, 0x28] + Array("\"}".utf8))
                == "it is not UTF-8")
        // UTF-16 is UTF-8 of another text here, and no JSON.
        #expect(try Self.reason(Array("{}".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })) != nil)
    }

    @Test func `A tower of brackets falls on nobody`() throws {
        for depth in [1000, 200_000] {
            let tower = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            #expect(try Self.reason(Array(#"{"artifacts": [], "diagnostics": [], "x": \#(tower)}"#.utf8)) != nil)
        }
    }

    @Test func `A finding has its place, and can't steer a terminal`() throws {
        let answer = try Self.read(
            #"{"artifacts": [], "diagnostics": [{"severity": "warning", "message": "a\u001b[2J\n\u202eb", "at": "nodes[\"a.b\"].address", "#
                + #""help": "\u0007", "rule": "unknown-key", "related": [{"message": "c\r", "at": "lans.home"}]}, "#
                + #"{"severity": "note", "message": "d", "rule": "of-its-own"}]}"#)
        let first = answer.findings[0]
        #expect(first.message == "a?[2J??b" && first.help == "?" && first.rule == .unknownKey && first.severity == .warning)
        #expect(first.place == .value(PlanPath("nodes", "a.b", "address")))
        #expect(first.related == [Related("c?", at: .value(PlanPath("lans", "home")))])
        #expect(answer.findings[1].rule == .targetLimit)
        #expect(answer.findings[1].place == .key(PlanPath("outputs", "x")))
    }
}
