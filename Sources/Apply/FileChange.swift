internal import NetPlan

/// One difference between the files that should exist and those that do.
public struct FileChange: Sendable, Hashable {
    /// What has to happen.
    public enum Kind: String, Sendable, Hashable {
        case add, change, remove
    }

    /// What has to happen to the file.
    public let kind: Kind
    /// Below the output folder.
    public var path: String { place.text }

    let place: RelativePath
    /// Nothing where it is removed.
    let content: [UInt8]
    let mode: UInt16
}
