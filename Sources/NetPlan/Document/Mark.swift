/// A place in a file: a line and a column, both counted from 1, the column in Unicode code points.
public struct Mark: Sendable, Hashable, Comparable {
    public let line: UInt32
    public let column: UInt32

    /// How many code points the thing takes on its line, for the caret's tail; at least 1.
    public let width: UInt32

    public init(line: Int, column: Int, width: Int = 1) {
        self.line = UInt32(clamping: line)
        self.column = UInt32(clamping: column)
        self.width = UInt32(clamping: max(width, 1))
    }

    public static func < (a: Mark, b: Mark) -> Bool { (a.line, a.column) < (b.line, b.column) }
}
