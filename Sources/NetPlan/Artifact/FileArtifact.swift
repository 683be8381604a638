/// A file, or our block in one.
public struct FileArtifact: Sendable, Hashable {
    /// How much of the installed file is ours.
    public enum Ownership: String, Sendable, Hashable, Codable {
        /// The file is ours.
        case file
        /// Only the lines between our marks are; of a JSON file, which has no place for marks, the keys of our content.
        case block
    }

    /// How it is known, before it is put in place, that the target will take it.
    public enum Check: Sendable, Hashable {
        /// An argument list, with `{}` for the staged file.
        case command([String])
        /// One of the program's own, where the target's program can't say it alone.
        case builtin(String)
    }

    /// Below the output folder, with '/' between folders; made of names that the plan's reader let through.
    public var path: String
    /// The emitter that it comes from.
    public var emitter: String
    /// The node that it is for; nil where it is for the whole site.
    public var node: HostName?
    public var content: [UInt8]
    public var mode: UInt16 = 0o644
    /// Where it goes on its host; nil where it is not installed.
    public var installPath: String?
    /// The nodes that it is installed on; nil where the plan names none, and the emitter has no default.
    public var on: Placement.Hosts?
    public var ownership = Ownership.file
    public var check: Check?
    /// The argument list that makes the target read it again.
    public var reload: [String]?
    /// The systemd unit that lives by it: started where it comes, and stopped where it goes, for without it it can't run. Nil where no
    /// server has the file for itself.
    public var service: String?

    public init(
        path: String, emitter: String, node: HostName? = nil, content: [UInt8], installPath: String? = nil,
        on: Placement.Hosts? = nil, ownership: Ownership = .file, check: Check? = nil, reload: [String]? = nil,
        service: String? = nil
    ) {
        self.path = path
        self.emitter = emitter
        self.node = node
        self.content = content
        self.installPath = installPath
        self.on = on
        self.ownership = ownership
        self.check = check
        self.reload = reload
        self.service = service
    }
}
