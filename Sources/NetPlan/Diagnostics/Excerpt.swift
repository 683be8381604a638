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
        text = before + String(String.UnicodeScalarView(shown)) + after
        // A tab stays a tab, so that the caret stands where the terminal puts what is above it.
        indent =
            String(repeating: " ", count: before.unicodeScalars.count)
            + String(String.UnicodeScalarView(scalars[start..<column].map { $0 == "\t" ? "\t" : " " }))
        let width = max(1, min(Int(mark.width), end - column))
        caret = "^" + String(repeating: "~", count: width - 1)
    }
}
