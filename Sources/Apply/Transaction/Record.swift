internal import NetPlan

/// What we last wrote on a host: whatever differs from it was changed by somebody else.
public struct Record: Sendable, Hashable {
    /// A file, or our part of one.
    struct Written: Sendable, Hashable {
        /// The site whose plan it came from.
        var site: String
        var path: String
        var part: Replacement.Part
        var emitter: String
        /// Our part of it, to the byte.
        var content: [UInt8]
        /// Who judges the file: without our part, too.
        var check: FileArtifact.Check?
        var reload: [String]?
        var service: String?
        /// Folders that we made for it, the outermost first.
        var folders: [String] = []
        /// Whether there was nothing before us: then there is nothing after us either.
        var isCreated = false
        /// Whether the file's last line had no end before our block came behind it: it has none after us either.
        var isUnended = false
    }

    /// What a site stands on: a gateway, a manager's own address, the ranges that are leased.
    struct Root: Sendable, Hashable {
        var site: String
        var name: String
        var value: String
    }

    static let fileName = "record"
    static let kind = "record"
    /// It holds what we wrote, and so what only a file's owner may read.
    static let mode: UInt16 = 0o600

    var written: [Written] = []
    var roots: [Root] = []
    /// The IDs of Docker networks that were there before us, and that somebody gave us.
    public internal(set) var adopted: [String] = []

    /// What we wrote at a path for a site.
    subscript(path: String, site: String) -> Written? { written.first { $0.path == path && $0.site == site } }
}
