/// The part of a line that a terminal can show, and where the caret goes below it.
struct Excerpt {
    let text: String
    let indent: String
    let caret: String

    /// Longer lines are shown around the place only.
    private static let limit = 120

    init(_ line: String, mark: Mark) {
        let scalars = Array(line.unicodeScalars)
        let column = min(Int(mark.column) - 1, scalars.count)
        let start = scalars.count <= Self.limit || column < 60 ? 0 : column - 40
        let end = min(scalars.count, start + Self.limit)
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
