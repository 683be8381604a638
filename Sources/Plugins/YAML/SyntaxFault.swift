internal import CLibYAML
internal import NetPlan

/// What libyaml says is wrong, in words that name the usual cause.
struct SyntaxFault {
    private let problem: String
    private let mark: Mark
    private let context: (text: String, mark: Mark)?
    /// Where a merge left its conflict: that is what is wrong, wherever libyaml stumbles over it.
    private let conflict: Mark?

    init(_ parser: yaml_parser_t, in bytes: UnsafeBufferPointer<UInt8>) {
        problem = parser.problem.map { String(cString: $0) } ?? "this is not YAML"
        if parser.error == YAML_READER_ERROR {
            // What is no character of YAML is found before there are lines: only its offset is known.
            mark = Encoding.mark(after: Array(bytes.prefix(parser.problem_offset))[...])
        } else {
            // At the end of a text without a last line end, libyaml is a line further than the text.
            mark = min(Mark(line: parser.problem_mark.line + 1, column: parser.problem_mark.column + 1), Encoding.end(of: Array(bytes)))
        }
        let start = Mark(line: parser.context_mark.line + 1, column: parser.context_mark.column + 1)
        context = parser.context.map { (String(cString: $0), start) }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        conflict = lines.firstIndex { $0.starts(with: "<<<<<<< ".utf8) }.map { Mark(line: $0 + 1, column: 1) }
    }

    func report(in file: String, to problems: inout Diagnostics) {
        if let conflict {
            problems.report(
                .syntax, at: .mark(file: file, conflict), "a merge left its conflict in the plan",
                help: "keep what both sides want, and take the marks out")
            return
        }
        var related: [Related] = []
        if let context, context.mark != mark {
            related.append(Related("\(context.text) that starts here", at: .mark(file: file, context.mark)))
        }
        problems.report(.syntax, at: .mark(file: file, mark), "this is not YAML: \(problem)", help: help, related: related)
    }

    private var help: String? {
        switch problem {
        case "found character that cannot start any token": "quote the text; a tab can't indent a line"
        case "mapping values are not allowed in this context": "a text with ': ' in it needs quotes; or is a line indented too far?"
        case "could not find expected ':'": "a key is followed by a colon and a blank"
        case "did not find expected ',' or '}'", "did not find expected ',' or ']'": "is a comma missing, or the closing bracket?"
        case "did not find expected key", "did not find expected '-' indicator": "is this line indented like those around it?"
        case "found unexpected end of stream": "is a quote or a bracket left open?"
        case "control characters are not allowed": "take the invisible character out"
        default: nil
        }
    }
}
