import Testing

@testable import NetPlan
@testable import YAML

/// Where lines are read without libyaml, the document is to the last mark the one that libyaml reads.
struct AbridgementTests {
    private static func entries(_ numbers: Range<Int>, indent: Int = 2) -> String {
        let blanks = String(repeating: " ", count: indent)
        return numbers.map { "\(blanks)h\($0): {address: 10.0.0.\($0), mac: \"02:42:00:00:00:\($0 + 10)\"}\n" }.joined()
    }

    /// Nil where nothing is left out, or what is left gives a doubt.
    private static func abridged(_ text: String) -> (document: Document, findings: [LocatedDiagnostic])? {
        var problems = Diagnostics()
        guard let abridgement = Abridgement(of: Array(text.utf8)),
            let document = YAMLReader.read(abridgement, file: "x.yaml", reporting: &problems)
        else { return nil }
        return (document, problems.located())
    }

    /// Returns whether anything was left out.
    @discardableResult
    private static func expectSame(_ text: String) -> Bool {
        guard let (document, findings) = abridged(text) else { return false }
        var problems = Diagnostics()
        let whole = YAMLReader.read(whole: Array(text.utf8), file: "x.yaml", reporting: &problems)
        #expect(document.storage.items == whole?.storage.items && document.storage.text == whole?.storage.text, "\(text)")
        #expect(findings == problems.located(), "\(text)")
        return true
    }

    @Test(arguments: [
        "a:\n" + entries(0..<20),
        "ä: ö\na:\n" + entries(0..<20) + "b: c\n\nd:\n" + entries(20..<40) + "  x: y\n",
        "a: &x\n" + entries(0..<20) + "b: *x\nc: {d: *x}\n",
        "a:\n" + entries(0..<20, indent: 1) + "b:\n  - c: d\n" + entries(0..<20, indent: 4) + "    e: f\n",
        "a:\r\n  x: y\r\n" + entries(0..<20) + "b: c\u{85}d:\u{2028}" + entries(0..<20),
        "a:\n" + entries(0..<20) + entries(3..<5) + "b: \"{{c}}\"\n",
        "a:\n" + entries(0..<20).replacing("address", with: "mac"),
        "a:\n" + entries(0..<20).replacing("\"", with: ""),
        "? a\n:\n" + entries(0..<20) + "? b\n: c\n",
    ])
    func `What libyaml is not given stands where it would stand`(text: String) {
        #expect(Self.abridged(text) != nil)
        Self.expectSame(text)
    }

    @Test(arguments: [
        // No run of lines, or none in a block.
        "a:\n" + entries(0..<9),
        "a: |\n" + entries(0..<20),
        "a: \"\n" + entries(0..<20) + "\"\n",
        "a: '\n" + entries(0..<20) + "'\n",
        "a: {\n" + entries(0..<20) + "}\n",
        "a: [\n" + entries(0..<20) + "]\n",
        "? \n" + entries(0..<20) + ": b\n",
        "a: b\n" + entries(0..<20),
        // A fault somewhere else.
        "a:\n" + entries(0..<20) + "b: [\n",
        "a:\n" + entries(0..<20) + " b: c\n",
        "a:\n" + entries(0..<20) + "b: !c d\n",
        // Another form.
        "a:\n" + entries(0..<20).replacing("\"", with: "'"),
        "a:\n" + entries(0..<20).replacing("}", with: " }"),
        "a:\n" + entries(0..<20).replacing(",", with: ",,"),
    ])
    func `Where there is a doubt libyaml reads all of it`(text: String) {
        #expect(Self.abridged(text) == nil)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `Of random texts too`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let pieces = [
            "a:\n", "b: c\n", "- ", "d: {", "}\n", "[", "]\n", "\"", "'", "|\n", "# e\n", "\n", "  ", " ", "? ", "f: &x\n", "g: *x\n",
            "ü: ", "\r",
            ":", ",",
        ]
        let letters = Array("a1.-/:\"'{},#& \n".utf8)
        var count = 0
        for _ in 0..<400 {
            var text = ""
            for _ in 0..<random.within(1...6) {
                text +=
                    random.once(in: 2) ? random.pick(pieces) : Self.entries(0..<random.within(9...14), indent: random.pick([1, 2, 2, 4]))
            }
            var bytes = Array(text.utf8)
            // A letter somewhere becomes another one.
            if random.once(in: 2) { bytes[random.below(bytes.count)] = random.pick(letters) }
            if Self.expectSame(String(decoding: bytes, as: UTF8.self)) { count += 1 }
        }
        #expect(count > 20)
    }
}
