/// The part of a line that a terminal can show, and where the caret goes below it.
struct Excerpt {
    let text: String
    let indent: String
    let caret: String

    /// Lines longer than `limit` are shown around the place only.
    init(_ scalars: [Unicode.Scalar], mark: Mark, limit: Int) {
        let column = min(Int(mark.column) - 1, scalars.count)
        let start = scalars.count <= limit || column < limit / 2 ? 0 : column - limit / 3
        let end = min(scalars.count, start + limit)
        let shown = scalars[start..<end]
        let (before, after) = (start > 0 ? "… " : "", end < scalars.count ? " …" : "")
        text = before + Self.string(shown) + after
        // A tab stays a tab, so that the caret stands where the terminal puts what is above it.
        indent =
            String(repeating: " ", count: before.unicodeScalars.count)
            + Self.string(scalars[start..<column].map { $0 == "\t" ? "\t" : " " })
        let width = max(1, min(Int(mark.width), end - column))
        caret = "^" + String(repeating: "~", count: width - 1)
    }

    /// Byte by byte where that will do: there may be 50,000 findings.
    private static func string(_ scalars: some Collection<Unicode.Scalar>) -> String {
        scalars.allSatisfy(\.isASCII)
            ? String(decoding: scalars.map { UInt8(truncatingIfNeeded: $0.value) }, as: UTF8.self)
            : String(String.UnicodeScalarView(scalars))
    }
}
