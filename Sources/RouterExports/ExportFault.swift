/// Why a file is not read back.
///
/// The reason never repeats what the file says: a router's export holds secrets, and its text may be anything.
public struct ExportFault: Error, Sendable, Hashable {
    /// Without a full stop: "it is empty".
    public let reason: String
    /// From 1; nil where the whole file is meant.
    public let line: Int?

    init(_ reason: String, line: Int? = nil) {
        self.reason = reason
        self.line = line
    }
}
