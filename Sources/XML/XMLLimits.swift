/// How much of a stranger's file is read.
public struct XMLLimits: Sendable, Hashable {
    /// A router's backup is rarely larger than one megabyte; a scan of a /16 by nmap has some fifty.
    public var bytes = 128 << 20
    /// How deep elements may stand in each other: a router's backup has a dozen levels.
    public var depth = 64
    /// Of one element: nmap writes a dozen.
    public var attributes = 1_000
    /// Elements, attributes, texts, comments and instructions together.
    public var items = 5_000_000

    public init() {}
}
