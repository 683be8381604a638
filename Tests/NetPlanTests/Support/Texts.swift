import NetPlan
import Testing

/// A text that is read, and how it is written again.
struct GoodText: Sendable, CustomTestStringConvertible {
    let text: String
    let canonical: String

    init(_ text: String, _ canonical: String? = nil) {
        self.text = text
        self.canonical = canonical ?? text
    }

    var testDescription: String { "'\(text)'" }
}

/// A text that is refused: a part of the reason, and how many of its bytes are fine.
struct BadText: Sendable, CustomTestStringConvertible {
    let text: String
    let reason: String
    let offset: Int

    init(_ text: String, _ reason: String, at offset: Int) {
        self.text = text
        self.reason = reason
        self.offset = offset
    }

    var testDescription: String { "'\(text)'" }
}

/// Reads a text; nil where it is refused.
func read<Value>(_ text: String, _ parse: (Span<UInt8>) throws(ParseError) -> Value) -> Value? {
    let bytes = Array(text.utf8)
    return try? parse(bytes.span)
}

/// Expects that a text is refused for that reason at that byte.
func expectRefused<Value>(
    _ bad: BadText, sourceLocation: SourceLocation = #_sourceLocation, _ parse: (Span<UInt8>) throws(ParseError) -> Value
) {
    let bytes = Array(bad.text.utf8)
    do {
        let value = try parse(bytes.span)
        Issue.record("'\(bad.text)' was read as \(value)", sourceLocation: sourceLocation)
    } catch {
        #expect(error.reason.contains(bad.reason), "'\(bad.text)': \(error.reason)", sourceLocation: sourceLocation)
        #expect(error.offset == bad.offset, "'\(bad.text)': \(error.reason)", sourceLocation: sourceLocation)
    }
}
