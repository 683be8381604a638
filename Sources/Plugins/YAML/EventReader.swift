internal import CLibYAML
internal import NetPlan

/// Follows libyaml's events and builds the document from them.
struct EventReader {
    private(set) var builder: DocumentBuilder
    private let file: String
    /// How many items aliases may still add.
    private var budget: Int
    private var anchors: [String: Int] = [:]
    private var documents = 0
    /// What libyaml was given in place of the text; nil where that is the text itself.
    private let abridgement: Abridgement?
    /// How many of its cuts were filled again, and how many lines those had.
    private var (cuts, lines) = (0, 0)

    /// What people write is rarely deeper than ten; libyaml 0.2.5 itself has no limit.
    static let depthLimit = 64

    init(_ builder: DocumentBuilder, file: String, budget: Int, abridgement: Abridgement? = nil) {
        self.builder = builder
        self.file = file
        self.budget = budget
        self.abridgement = abridgement
    }

    /// Whether what libyaml was not given is all in its place.
    var isComplete: Bool { cuts == abridgement?.cuts.count ?? 0 }

    /// Whether the whole text was read. What stops it is reported.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, reporting problems: inout Diagnostics) -> Bool {
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { parser.deallocate() }
        guard yaml_parser_initialize(parser) == 1 else {
            problems.report(.syntax, at: .mark(file: file, Mark(line: 1, column: 1)), "there is no memory left to read the file")
            return false
        }
        defer { yaml_parser_delete(parser) }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        // An empty Swift array may have no address, which libyaml asserts against.
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return nothingWritten(&problems) }
        yaml_parser_set_input_string(parser, start, bytes.count)

        var event = yaml_event_t()
        while true {
            guard yaml_parser_parse(parser, &event) == 1 else {
                SyntaxFault(parser.pointee, in: bytes).report(in: file, to: &problems)
                return false
            }
            defer { yaml_event_delete(&event) }
            if event.type == YAML_STREAM_END_EVENT { return documents == 0 ? nothingWritten(&problems) : true }
            guard take(event, reporting: &problems) else { return false }
        }
    }

    private func nothingWritten(_ problems: inout Diagnostics) -> Bool {
        problems.report(
            .syntax, at: .mark(file: file, Mark(line: 1, column: 1)), "the plan is empty",
            help: "start with 'version: 1' and 'site: home'; examples/smallest shows the rest")
        return false
    }

    private mutating func take(_ event: yaml_event_t, reporting problems: inout Diagnostics) -> Bool {
        let mark = mark(event)
        switch event.type {
        case YAML_DOCUMENT_START_EVENT:
            documents += 1
            return documents == 1
                || stop(at: mark, "a second document starts here", help: "one plan is one document: take the '---' out", &problems)
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            guard checkTag(scalar.tag, at: mark, &problems) else { return false }
            keep(scalar.anchor)
            return take(scalar, at: mark, &problems)
        case YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT:
            let isMap = event.type == YAML_MAPPING_START_EVENT
            guard checkTag(isMap ? event.data.mapping_start.tag : event.data.sequence_start.tag, at: mark, &problems) else { return false }
            if builder.expectsKey {
                return stop(at: mark, "a key is a text, not a \(isMap ? "map" : "list")", help: "write 'key: value'", &problems)
            }
            if builder.depth == Self.depthLimit {
                return stop(
                    at: mark, "this is nested deeper than \(Self.depthLimit)",
                    help: "a plan is at most eight deep: is a bracket left open?", &problems)
            }
            keep(isMap ? event.data.mapping_start.anchor : event.data.sequence_start.anchor)
            builder.begin(isMap ? .map : .list, at: mark)
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
            builder.end(reporting: &problems)
            fill(behind: event.end_mark, &problems)
        case YAML_ALIAS_EVENT:
            return follow(String(cString: event.data.alias.anchor), at: mark, &problems)
        default: break
        }
        return true
    }

    private mutating func take(
        _ scalar: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar, at mark: Mark, _ problems: inout Diagnostics
    ) -> Bool {
        let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
        if let fault = UnsafeText.fault(in: bytes) {
            problems.report(
                .unsafeText, at: .mark(file: file, mark), "this text holds \(fault)",
                help: "take it out: it would change the files that are written")
            builder.nothing(.refused, at: mark)
        } else if isPlain, bytes.isEmpty, !builder.expectsKey {
            builder.nothing(.empty, at: mark)
        } else {
            builder.text(bytes.span, isPlain: isPlain, at: mark)
        }
        return true
    }

    private mutating func keep(_ anchor: UnsafeMutablePointer<yaml_char_t>?) {
        if let anchor { anchors[String(cString: anchor)] = builder.next }
    }

    private mutating func follow(_ name: String, at mark: Mark, _ problems: inout Diagnostics) -> Bool {
        guard let source = anchors[name] else {
            return stop(at: mark, "there is no anchor '&\(name)' above this alias", help: "write the value out", &problems)
        }
        guard let size = builder.size(of: source) else {
            return stop(at: mark, "the alias '*\(name)' stands inside its own anchor", help: "write the value out", &problems)
        }
        if builder.expectsKey, size > 1 {
            return stop(at: mark, "a key is a text, and '*\(name)' is more", help: "write the key out", &problems)
        }
        if builder.depth + builder.depth(below: source) > Self.depthLimit {
            return stop(
                at: mark, "with what '*\(name)' stands for, this is nested deeper than \(Self.depthLimit)",
                help: "a plan is at most eight deep", &problems)
        }
        budget -= size
        if budget < 0 {
            return stop(at: mark, "the aliases make the plan far longer than its text", help: "write the values out", &problems)
        }
        builder.copy(source, at: mark)
        return true
    }

    private func checkTag(_ tag: UnsafeMutablePointer<yaml_char_t>?, at mark: Mark, _ problems: inout Diagnostics) -> Bool {
        guard let tag else { return true }
        let text = String(cString: tag)
        return text == "!"
            || stop(at: mark, "tags are not read, and here is one: \(text)", help: "take the tag out: every value is text", &problems)
    }

    private func stop(at mark: Mark, _ message: String, help: String, _ problems: inout Diagnostics) -> Bool {
        problems.report(.syntax, at: .mark(file: file, mark), message, help: help)
        return false
    }

    /// Reads the lines that were left out behind this place, if any were. Where the place above is no entry of a block, none are, and
    /// the cut stays open.
    private mutating func fill(behind mark: yaml_mark_t, _ problems: inout Diagnostics) {
        guard let abridgement, cuts < abridgement.cuts.count, abridgement.cuts[cuts].index == mark.index, builder.expectsKey else { return }
        let cut = abridgement.cuts[cuts]
        let text = abridgement.source.span
        var (start, line) = (cut.lines.lowerBound, mark.line + lines + 2)
        while start < cut.lines.upperBound {
            let end = EntryLine.follow(text, from: start) { piece in
                switch piece {
                case .text(let place, let isPlain):
                    let mark = Mark(line: line, column: place.lowerBound - start + 1, width: place.count)
                    builder.text(text.extracting(isPlain ? place : place.lowerBound + 1..<place.upperBound - 1), isPlain: isPlain, at: mark)
                case .opening(let place): builder.begin(.map, at: Mark(line: line, column: place - start + 1))
                case .closing: builder.end(reporting: &problems)
                }
            }
            guard let end else { return }
            (start, line) = (end, line + 1)
        }
        cuts += 1
        lines += cut.count
    }

    private func mark(_ event: yaml_event_t) -> Mark {
        let (start, end) = (event.start_mark, event.end_mark)
        let width = start.line == end.line ? end.column - start.column : 1
        return Mark(
            line: start.line + lines + 1, column: start.column + 1,
            width: event.type == YAML_SCALAR_EVENT || event.type == YAML_ALIAS_EVENT ? width : 1)
    }
}
