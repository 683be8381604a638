import NetPlan
import Testing

@testable import YAML

/// What libyaml stumbles over, said at its place in words that somebody can mend it by: each sentence by a small bad text.
struct SyntaxWordsTests {
    struct Bad: Sendable, CustomTestStringConvertible {
        /// `①` stands before what the finding points at, `②` before what it names beside.
        let text: String
        let message: String

        init(_ text: String, _ message: String) { (self.text, self.message) = (text, message) }

        var testDescription: String { "'\(text)'" }
    }

    private static let tab = "a tab can't indent a line"
    private static let quote = "this quote is never closed"
    private static let escape = "a '\\' in double quotes starts an escape, and this is none"
    private static let directive = "a line that starts with '%' is an instruction to YAML, and a plan needs none"
    private static let tag = "a text that starts with '!' is a tag to YAML"
    private static let alias = "a text that starts with '*' or '&' is an alias or an anchor to YAML, and this can't be the name of one"
    private static let block = "nothing can stand behind '|' or '>' in a line"
    private static let outside = "this is neither a new key nor part of the value before it"
    private static let value = "a ':' has no place here"
    private static let missing = "a value is missing here"

    @Test(arguments: [
        Bad("a: b\n①\tc: d\n", tab), Bad("a:\n①\tb: c\n", tab), Bad("a: |\n①\tb\n", tab), Bad("a: >\n ①\tb\n", tab),
        Bad("a:\n  b\n①\tc\n", tab),
        Bad("a: ①@x\n", "a text can't start with '@'"), Bad("ä: ①`x\n", "a text can't start with '`'"),
        Bad("a: ①%x\n", "a text can't start with '%'"),
        Bad("a: b\n①foo\nc: d\n", "this is no 'key: value': it has no ':'"),
        Bad("a:\n  - b\n  ①c\n", "this is no 'key: value': it has no ':'"),
        Bad("a: b\n①proxy:{}\n", "a blank is missing behind the ':' of 'proxy'"),
        Bad("a:\n  b: c\n  ①dns:[]\n", "a blank is missing behind the ':' of 'dns'"),
        Bad("version 1\nsite①: home\n", value), Bad("a: b①: c\n", value),
        Bad("a: ①- b\n", "a '- ' has no place here"), Bad("a: ①? b\n", "a '? ' has no place here"),
        Bad("a: ②[b c\nd①: e\n", "a ',' or the closing ']' is missing here"),
        Bad("a: ②{b: c\nd①: e\n", "a ',' or the closing '}' is missing here"),
        Bad("a: [b, ②{c: d①]\n", "a ',' or the closing '}' is missing here"),
        Bad("②a:\n    b: 1\n  ①c: 2\n", outside), Bad("②a: \"x\" ①y\n", outside), Bad("②a: b\n①- c\n", outside), Bad("①: a\n", outside),
        Bad("②a: [b]①]\n", "this bracket was never opened"), Bad("②a: {b: c}①}\n", "this bracket was never opened"),
        Bad("②- a\n①b: c\n", "this is neither a new item of the list nor part of the one before it"),
        Bad("a: [①,b]\n", missing), Bad("a: {b: ①]}\n", missing), Bad("a: ①]\n", missing),
        Bad("[a] ①b\n", "the plan ended before this"),
        Bad("a: ①'b\n---\n", quote), Bad("a: ①\"b\nc: d\n", quote), Bad("a: ①'b", quote),
        Bad("a: \"①\\d\"\n", escape), Bad("a: \"\\x①ZZ\"\n", escape), Bad("a: \"\\u①d800\"\n", escape),
        Bad("a: |①0\n  b\n", block), Bad("a: |①x\n  b\n", block),
        Bad("names: [①*.home.arpa]\n", alias), Bad("a: ①&!x\n", alias), Bad("a: ①*\n", alias),
        Bad("a: ①!<x\n", tag), Bad("a: ①!foo!bar x\n", tag), Bad("a: ①!<%zz> x\n", tag), Bad("a: ①!%ff x\n", tag),
        Bad("a: ①!x\"y\n", tag), Bad("a: ①!<%c3%28> x\n", tag), Bad("a: ①!<> x\n", tag), Bad("a: ①!!{ x\n", tag),
        Bad("%YAML 1.1\n①a: b\n", directive), Bad("①%YAML 2.0\n---\na: b\n", directive),
        Bad("%YAML 1.1\n①%YAML 1.1\n---\na: b\n", directive), Bad("%TAG ! x\n①%TAG ! y\n---\na: b\n", directive),
        Bad("%FOO①\n---\na: b\n", directive), Bad("%YAML ①x\n---\n", directive), Bad("%YAML 1.111111111①1111\n---\n", directive),
        Bad("%YAML 1.1 ①x\n---\n", directive), Bad("%TAG !①\n---\n", directive), Bad("%TAG ①x y\n---\n", directive),
        Bad("%①\n---\n", directive),
        Bad("%FO①.O\n---\n", directive), Bad("%TAG ! ! ①x\n---\n", directive),
        Bad("a: ①\u{7}b\n", "an invisible control character stands here"),
    ])
    func everySentenceIsAboutThePlan(_ bad: Bad) {
        let marked = MarkedText(bad.text)
        let (document, findings) = YAMLReaderTests.read(Array(marked.text.utf8))
        let places = bad.text.contains("②") ? "① ②" : "①"
        #expect(document == nil)
        #expect(findings.map { "\($0.text(naming: marked.name)) \($0.diagnostic.message)" } == ["E syntax \(places) \(bad.message)"])
        #expect(findings.allSatisfy { $0.diagnostic.help?.isEmpty == false })
    }
}
