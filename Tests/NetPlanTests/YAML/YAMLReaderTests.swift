import Testing
import YAML

@testable import NetPlan

/// Bytes to a document: what it holds, and where.
struct YAMLReaderTests {
    static func read(_ bytes: [UInt8]) -> (document: Document?, findings: [LocatedDiagnostic]) {
        var problems = Diagnostics()
        let document = YAMLReader.read(bytes, file: "x.yaml", reporting: &problems)
        return (document, problems.located())
    }

    /// Each text of a document with its place: `1:1 a`; `-` for nothing, `!` for what was refused.
    static func texts(_ document: Document?) -> [String] {
        guard let document else { return [] }
        return document.storage.items.compactMap { item in
            let text: String
            switch item.kind {
            case .text: text = String(decoding: document.storage.text[Int(item.text.lowerBound)..<Int(item.text.upperBound)], as: UTF8.self)
            case .empty: text = "-"
            case .refused: text = "!"
            case .list, .map: return nil
            }
            return "\(item.mark.line):\(item.mark.column) \(text)"
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        let texts: [String]

        var testDescription: String { "'\(text)'" }
    }

    @Test(arguments: [
        Row(text: "a: b", texts: ["1:1 a", "1:4 b"]),
        Row(text: "a:   \"b\"  # c", texts: ["1:1 a", "1:6 b"]),
        Row(text: "ä: {é: 'ü', 𝔘: z}", texts: ["1:1 ä", "1:5 é", "1:8 ü", "1:13 𝔘", "1:16 z"]),
        Row(text: "a:\n  - b\n  -   c\n", texts: ["1:1 a", "2:5 b", "3:7 c"]),
        Row(text: "\u{FEFF}a: b\nc: d", texts: ["1:1 a", "1:4 b", "2:1 c", "2:4 d"]),
        Row(text: "a: b\r\nc:\r\n  - d\r\n", texts: ["1:1 a", "1:4 b", "2:1 c", "3:5 d"]),
        Row(text: "# c\n\n---\na: b\n...\n", texts: ["4:1 a", "4:4 b"]),
        Row(text: "a: {b: 1,\n  c: [2,\n 3]}\n", texts: ["1:1 a", "1:5 b", "1:8 1", "2:3 c", "2:7 2", "3:2 3"]),
        Row(text: "a:\tb", texts: ["1:1 a", "1:4 b"]),
        Row(text: "a: {b, c: }", texts: ["1:1 a", "1:5 b", "1:6 -", "1:8 c", "1:11 -"]),
        Row(text: "a:\nb: ~\nc: null", texts: ["1:1 a", "1:3 -", "2:1 b", "2:4 ~", "3:1 c", "3:4 null"]),
        Row(text: "a: ''\nb: \"\"", texts: ["1:1 a", "1:4 ", "2:1 b", "2:4 "]),
        Row(text: "a: \"\\x41\\u00e9\"", texts: ["1:1 a", "1:4 Aé"]),
        Row(text: "? a\n: b", texts: ["1:3 a", "2:3 b"]),
        Row(
            text: "a: yes\nb: 20.10\nc: 0x10\nd: 1_000",
            texts: ["1:1 a", "1:4 yes", "2:1 b", "2:4 20.10", "3:1 c", "3:4 0x10", "4:1 d", "4:4 1_000"]),
        Row(text: "a: &x b\nc: *x\nd: [*x]", texts: ["1:1 a", "1:4 b", "2:1 c", "2:4 b", "3:1 d", "3:5 b"]),
        Row(text: "a: &x {b: c}\nd: *x", texts: ["1:1 a", "1:8 b", "1:11 c", "2:1 d", "1:8 b", "1:11 c"]),
        Row(text: "&x a: b\nc: *x", texts: ["1:1 a", "1:7 b", "2:1 c", "2:4 a"]),
        Row(text: "a: &x b\nc: &x d\ne: *x", texts: ["1:1 a", "1:4 b", "2:1 c", "2:4 d", "3:1 e", "3:4 d"]),
        Row(text: "a: ! b", texts: ["1:1 a", "1:4 b"]),
        Row(text: "%YAML 1.1\n---\na: b", texts: ["3:1 a", "3:4 b"]),
        Row(text: "a: b\n<<: {c: d}", texts: ["1:1 a", "1:4 b", "2:1 <<", "2:6 c", "2:9 d"]),
    ])
    func everyTextHasItsPlaceInCodePoints(_ row: Row) {
        let (document, findings) = Self.read(Array(row.text.utf8))
        #expect(findings.isEmpty)
        #expect(Self.texts(document) == row.texts)
    }

    struct Bad: Sendable, CustomTestStringConvertible {
        let bytes: [UInt8]
        let findings: [String]

        init(_ text: String, _ findings: String...) { (bytes, self.findings) = (Array(text.utf8), findings) }
        init(bytes: [UInt8], _ findings: String...) { (self.bytes, self.findings) = (bytes, findings) }

        var testDescription: String { "'\(String(decoding: bytes.prefix(40).map { $0 < 0x20 ? 0x2E : $0 }, as: UTF8.self))'" }
    }

    private static func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }

    /// Ten aliases of ten aliases, and so on: a few lines that are a billion items.
    private static let bomb = (0..<10).reduce("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n") { text, level in
        text + "a\(level + 1): &a\(level + 1) [" + Array(repeating: "*a\(level)", count: 10).joined(separator: ", ") + "]\n"
    }

    @Test(arguments: [
        Bad("", "E syntax 1:1"), Bad("# nothing\n", "E syntax 1:1"), Bad("\u{FEFF}", "E syntax 1:1"),
        Bad("---\n...\n---\n", "E syntax 3:1"),
        Bad("a: b\n---\nc: d\n", "E syntax 2:1"),
        Bad("a: b\nc: d: e\n", "E syntax 2:5"),
        Bad("a:\n\tb: c\n", "E syntax 2:1"),
        Bad("a: [b, c\n", "E syntax 2:1 1:4"), Bad("a: [b, c", "E syntax 1:9 1:4"), Bad("a: [b, c\r\n  d", "E syntax 2:4 1:4"),
        Bad("x:\n  \"b\n  c", "E syntax 2:3"),
        Bad("a: \"b\n", "E syntax 1:4"),
        Bad("a: *x\n", "E syntax 1:4"), Bad("a: &x [*x]\n", "E syntax 1:8"),
        Bad("a: !!str b\n", "E syntax 1:4"), Bad("a: !x {b: c}\n", "E syntax 1:4"), Bad("!!map {a: b}", "E syntax 1:1"),
        Bad("[a]: b\n", "E syntax 1:1"), Bad("? {a: b}\n: c\n", "E syntax 1:3"), Bad("a: &x [b]\n*x : c\n", "E syntax 2:1"),
        Bad(bytes: Array("a: b".utf8) + [0x00], "E syntax 1:5"),
        Bad(bytes: Array("a: b\nä: ".utf8) + [0xFF, 0x0A], "E syntax 2:4"),
        Bad(bytes: Array("a: ".utf8) + [0xC3], "E syntax 1:4"), Bad(bytes: Array("a: ".utf8) + [0xED, 0xA0, 0x80], "E syntax 1:4"),
        Bad(bytes: [0xFF, 0xFE, 0x61, 0x00], "E syntax 1:4"), Bad(bytes: [0x61, 0x00, 0x3A, 0x00], "E syntax 1:2"),
        Bad("a: \u{7}b", "E syntax 1:4"),
        Bad(nested(65), "E syntax 1:65"), Bad("a: " + nested(64), "E syntax 1:67"),
        Bad("a: \"b\\ac\"", "E unsafe-text 1:4"), Bad("a: \"\\u2028\"", "E unsafe-text 1:4"), Bad("a: x{{y", "E unsafe-text 1:4"),
        Bad("a: '\u{202E}x'", "E unsafe-text 1:4"), Bad("\"a\\tb\": c", "E unsafe-text 1:1"), Bad("a: \"b\nc\\nd\"", "E unsafe-text 1:4"),
        Bad("a: |\n  b\n  c\n", "E unsafe-text 1:4"), Bad("a: \"\\x7f\"", "E unsafe-text 1:4"), Bad("a: \"\\N\"", "E unsafe-text 1:4"),
        Bad("a: \u{2066}b", "E unsafe-text 1:4"), Bad("a: \"\\uFFFE\"", "E unsafe-text 1:4"), Bad("a: [\"\\x00\"]", "E unsafe-text 1:5"),
        Bad("a: 1\nb: 2\na: 3\n", "E duplicate-key 3:1 1:1"),
        Bad("a: 1\n\"a\": 3\na: 4", "E duplicate-key 2:1 1:1", "E duplicate-key 3:1 1:1"),
        Bad("x: {a: 1, b: {a: 1, a: 2}}", "E duplicate-key 1:21 1:15"),
    ])
    func whatCannotBeReadIsSaidAtItsPlace(_ bad: Bad) {
        let (document, findings) = Self.read(bad.bytes)
        #expect(findings.map(\.text) == bad.findings, "\(findings.map(\.diagnostic.message))")
        #expect((document == nil) == findings.contains { $0.diagnostic.rule == .syntax })
    }

    @Test func aFewLinesThatAreABillionItemsAreRefused() {
        let (document, findings) = Self.read(Array(Self.bomb.utf8))
        #expect(document == nil && findings.map(\.diagnostic.rule) == [.syntax])
    }

    @Test func sixtyFourDeepIsFine() {
        #expect(Self.read(Array(Self.nested(64).utf8)).findings.isEmpty)
        #expect(Self.read(Array(("a: " + Self.nested(63)).utf8)).findings.isEmpty)
    }

    @Test func aliasesCountAsDeepAsTheyReach() {
        // 40 deep inside 40 deep is 80 deep, however it is written.
        let deep = "a: &x " + Self.nested(40) + "\nb: " + String(repeating: "[", count: 40) + "*x" + String(repeating: "]", count: 40)
        #expect(Self.read(Array(deep.utf8)).findings.map(\.diagnostic.rule) == [.syntax])
    }

    @Test func theValueOfASecondKeyIsNotRead() {
        #expect(Self.texts(Self.read(Array("a: 1\na: 2".utf8)).document) == ["1:1 a", "1:4 1", "2:1 !", "2:4 !"])
    }

    @Test func aMapWithManyKeysFindsItsDuplicates() {
        let text = (0..<200).map { "k\($0 % 199): x\n" }.joined()
        #expect(Self.read(Array(text.utf8)).findings.map(\.text) == ["E duplicate-key 200:1 1:1"])
    }
}
