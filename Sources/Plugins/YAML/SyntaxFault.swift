internal import CLibYAML
internal import NetPlan

/// What libyaml stumbles over, said in words of the plan: `SyntaxFault+Words` has the sentences.
struct SyntaxFault {
    let problem: String
    /// What libyaml was about, as "while parsing a flow mapping"; empty where it says nothing.
    let context: String
    /// The character at `mark`; nil at the end of the text.
    let character: Unicode.Scalar?
    /// Whether the text starts with a line of the kind `%YAML 1.1`.
    let hasDirective: Bool
    /// The key that the line of the problem's start gives its value without a blank: `proxy` of `proxy:{}`.
    let crampedKey: String?
    private let mark: Mark
    private let start: Mark
    /// Where a merge left its conflict: that is what is wrong, wherever libyaml stumbles over it.
    private let conflict: Mark?

    init(_ parser: yaml_parser_t, in bytes: UnsafeBufferPointer<UInt8>) {
        problem = parser.problem.map { String(cString: $0) } ?? ""
        context = parser.context.map { String(cString: $0) } ?? ""
        if parser.error == YAML_READER_ERROR {
            // What is no character of YAML is found before there are lines: only its offset is known.
            mark = Encoding.mark(after: Array(bytes.prefix(parser.problem_offset))[...])
        } else {
            // At the end of a text without a last line end, libyaml is a line further than the text.
            mark = min(Mark(line: parser.problem_mark.line + 1, column: parser.problem_mark.column + 1), Encoding.end(of: Array(bytes)))
        }
        start = Mark(line: parser.context_mark.line + 1, column: parser.context_mark.column + 1)
        hasDirective = bytes.first == UInt8(ascii: "%")
        character = Self.character(at: Int(parser.problem_mark.index), in: bytes)
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        crampedKey = lines.dropFirst(Int(start.line) - 1).first.flatMap { Self.crampedKey(in: $0) }
        conflict = lines.firstIndex { $0.starts(with: "<<<<<<< ".utf8) }.map { Mark(line: $0 + 1, column: 1) }
    }

    /// The word before a ':' that a bracket or a quote follows at once.
    private static func crampedKey(in line: some Collection<UInt8>) -> String? {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), let next = line[colon...].dropFirst().first, "{['\"".utf8.contains(next)
        else {
            return nil
        }
        let key = String(decoding: line[..<colon], as: UTF8.self).drop { $0 == " " }
        return key.isEmpty || key.utf8.count > 64 || key.contains(" ") ? nil : String(key)
    }

    /// The character behind so many others.
    private static func character(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.dropFirst(index).first
    }

    func report(in file: String, to problems: inout Diagnostics) {
        if let conflict {
            problems.report(
                .syntax, at: .mark(file: file, conflict), "a merge left its conflict in the plan",
                help: "keep what both sides want, and take the marks out")
            return
        }
        let words = words
        // Who left something open is told where it opens: where the text ends, nobody has anything to mend.
        let place = words.isAboutStart ? start : mark
        let related = place == start ? nil : opening.map { Related($0, at: .mark(file: file, start)) }
        problems.report(.syntax, at: .mark(file: file, place), words.message, help: words.help, related: related.map { [$0] } ?? [])
    }
}
