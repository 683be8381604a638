public import NetPlan

/// A file that comes, goes, or gets other bytes.
public struct Replacement: Sendable, Hashable {
    /// How much of the file is ours.
    public enum Part: Sendable, Hashable {
        /// All of it.
        case whole
        /// The lines between our marks.
        case block(site: String)
        /// Some keys, found and put by the merger of that name.
        case keys(merger: String)
    }

    /// Why it is nobody's to change who was not asked.
    public enum Claim: String, Sendable, Hashable {
        /// We never wrote it.
        case foreign
        /// Somebody changed it since we wrote it.
        case edited
    }

    /// What has to happen, as a sign says it: `+`, `~`, `-`.
    public enum Kind: String, Sendable, Hashable {
        case add, change, remove
    }

    /// On its host: absolute, of plain names. With `--root DIR` it is below DIR.
    public let path: String
    /// Nil where there is nothing.
    public let before: InstalledFile?
    /// Nil where there is to be nothing.
    public let after: InstalledFile?
    public let part: Part
    /// The emitter that it comes from.
    public let emitter: String
    public let check: FileArtifact.Check?
    let reload: [String]?
    /// The systemd unit that comes and goes with the file.
    let service: String?
    /// Folders that it needs and that are not there, the outermost first; to remove where it goes.
    public let folders: [String]
    /// Nil where it is ours.
    public let claim: Claim?
    /// Whether our part goes: the file, or the block in it.
    let isDeletion: Bool

    /// Describes a change as it was compared.
    init(
        path: String, before: InstalledFile?, after: InstalledFile?, part: Part, emitter: String, check: FileArtifact.Check? = nil,
        reload: [String]? = nil, service: String? = nil, folders: [String] = [], claim: Claim? = nil, isDeletion: Bool = false
    ) {
        self.path = path
        self.before = before
        self.after = after
        self.part = part
        self.emitter = emitter
        self.check = check
        self.reload = reload
        self.service = service
        self.folders = folders
        self.claim = claim
        self.isDeletion = isDeletion
    }

    /// What has to happen to the file.
    public var kind: Kind { before == nil ? .add : after == nil ? .remove : .change }

    /// What is run once it is done, for whoever reads the file to take note; nil where nobody has to.
    public var command: [String]? {
        switch (kind, service) {
        case (.add, let service?): ["systemctl", "restart", service]
        case (.remove, let service?): ["systemctl", "stop", service]
        // A script that is run itself is not there any more.
        case (.remove, nil) where reload?.contains(path) == true: nil
        default: reload
        }
    }

    var inverse: Replacement {
        Replacement(
            path: path, before: after, after: before, part: part, emitter: emitter, check: check, reload: reload,
            service: service, folders: folders, claim: nil)
    }
}
