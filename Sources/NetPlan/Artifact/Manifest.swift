/// What a run of `generate` wrote below its output folder: `manifest.json`, and the record of which files are ours.
///
/// A later run removes what stands in the old manifest and no longer belongs, and nothing else.
public struct Manifest: Sendable, Hashable {
    /// The form that this program writes. A higher one comes from a newer program and is not guessed at.
    public static let schemaVersion = 1

    /// Its own name below the output folder.
    public static let fileName = "manifest.json"

    /// Where a run keeps what it has not put in place yet, below the output folder.
    public static let stagingName = ".netplan-swarm"

    /// The site whose files they are.
    public var site: HostName
    /// Every file, in the order in which it is to be listed.
    public var artifacts: [Entry]

    /// Makes a manifest of entries that are known to be sound.
    public init(site: HostName, artifacts: [Entry]) {
        self.site = site
        self.artifacts = artifacts
    }

    /// One file, without its content.
    public struct Entry: Sendable, Hashable {
        /// Below the output folder; `Manifest.accepts(path:)` holds.
        public var path: String
        /// Where it comes from: "hosts", "docker".
        public var emitter: String
        /// The node that it is for; nil where it is for the whole site.
        public var node: HostName?
        /// Of the content: 64 hexadecimal digits in lower case.
        public var sha256: String
        /// The permission bits.
        public var mode: UInt16
        /// Where it goes on its host; nil where it is not installed.
        public var installPath: String?
        /// Whether the whole file is ours, or a block in it.
        public var ownership: FileArtifact.Ownership
        /// How it is known that the target will take it.
        public var check: FileArtifact.Check?
        /// The argument list that makes the target read it again.
        public var reload: [String]?

        /// Records a file by the digest of its content.
        ///
        ///     Manifest.Entry(file, sha256: Digest.sha256(file.content))
        public init(_ file: FileArtifact, sha256: String) {
            path = file.path
            emitter = file.emitter
            node = file.node
            self.sha256 = sha256
            mode = file.mode
            installPath = file.installPath
            ownership = file.ownership
            check = file.check
            reload = file.reload
        }
    }

    /// Whether a file may be written or removed at that path below the output folder.
    ///
    ///     Manifest.accepts(path: "hosts/ds1/hosts")      // true
    ///     Manifest.accepts(path: "../../etc/passwd")     // false
    ///     Manifest.accepts(path: "manifest.json")        // false: that is the manifest's own
    ///
    /// Only printable ASCII without a backslash: such a path is the same bytes everywhere and can't steer a terminal.
    public static func accepts(path: String) -> Bool {
        guard isPlain(path) else { return false }
        // In lower case, for a file system that takes the two for one.
        let top = path.lowercased().prefix { $0 != "/" }
        return top != fileName && top != stagingName
    }

    /// Whether a path is relative, of at most 1024 bytes of printable ASCII, and has no step that is empty, `.` or `..`.
    ///
    /// Nobody can open what is deeper than 4096 bytes (path_resolution(7)), though it can be made step by step.
    public static func isPlain(_ path: String) -> Bool {
        path.utf8.count <= 1024 && path.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
            && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !["", ".", ".."].contains($0) }
    }
}
