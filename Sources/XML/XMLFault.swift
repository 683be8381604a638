/// Why a file is not read as XML.
///
/// The reason never repeats what the file says: a router's backup holds secrets, and a broken one holds them anywhere.
public struct XMLFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// Without a full stop: "a tag is not closed, or closed in the wrong order".
    public let reason: String
    /// From 1; nil where the whole file is meant.
    public let line: Int?

    init(_ reason: String, line: Int? = nil) {
        self.reason = reason
        self.line = line
    }

    public var description: String { line.map { "line \($0): \(reason)" } ?? reason }
}
