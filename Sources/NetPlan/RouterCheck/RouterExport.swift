/// A file that was read back: what a router leases, or who was seen.
public struct RouterExport: Sendable, Hashable {
    /// What such a file says.
    public enum Content: Sendable, Hashable {
        case configuration(RouterConfiguration)
        case sightings([Sighting])
    }

    /// Something in the file that was passed over, and why.
    public struct Remark: Sendable, Hashable {
        /// Without a full stop: "an included file is not read".
        public let sentence: String
        /// From 1; nil where the whole file is meant.
        public let line: Int?
        /// Whether it may hide something that is leased: then it is open.
        public let hidesLeases: Bool

        public init(_ sentence: String, line: Int?, hidesLeases: Bool = false) {
            self.sentence = sentence
            self.line = line
            self.hidesLeases = hidesLeases
        }
    }

    public let format: ExportFormat
    public let content: Content
    /// In the order of the file.
    public let remarks: [Remark]

    public init(_ format: ExportFormat, _ content: Content, remarks: [Remark] = []) {
        self.format = format
        self.content = content
        self.remarks = remarks
    }
}
