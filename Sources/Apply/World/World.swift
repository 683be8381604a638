/// What there is on a host, or below another root: looked at, and changed by nobody else.
///
///     let world = try World(root: "/")
///     try world.perform(change) { print($0) }
///
/// A kind of change is carried out in one place, by a method in `World+Kind.swift`. Each is idempotent: what was done already, by a run
/// that was killed, is left as it is. So recovering is doing what is left of the journal, and taking back is doing its inverse.
public struct World: Sendable {
    /// As it was given: `/`, or what `--root` names.
    public let path: String
    /// Whether this is the running host: below another root, no server is running that would have to read anything again.
    public let isLive: Bool
    let root: Folder
    /// Who judges where the target's own program can't, by the name that an artifact has for it.
    let judges: [String: any Judge]
    /// How many seconds a check or a reload may take.
    var checkLimit = 60.0
    var reloadLimit = 120.0

    /// Opens the root. Fails where it is no folder.
    public init(root path: String, judges: [String: any Judge] = [:]) throws(Failure) {
        guard let root = try Folder(at: path) else { throw Failure("there is no folder '\(path)': make it, or name another with --root") }
        try self.init(root, path: path, judges: judges)
    }

    init(_ root: Folder, path: String, isLive: Bool? = nil, judges: [String: any Judge] = [:]) throws(Failure) {
        self.path = path
        self.root = root
        self.judges = judges
        if let isLive {
            self.isLive = isLive
        } else {
            self.isLive = try Folder(at: "/")?.status().isSameFile(as: root.status()) ?? false
        }
    }

    /// Gets everything ready that can be without changing anything that is in use; throws where the change can't be made.
    func prepare(_ change: Change) throws(Failure) {
        switch change {
        case .file(let replacement): try stage(replacement)
        case .docker(let change, let socket): try prepare(change, socket)
        }
    }

    /// Throws away what was made ready, and is not in use.
    func discard(_ change: Change) throws(Failure) {
        switch change {
        case .file(let replacement): try discard(replacement)
        case .docker: break
        }
    }

    /// Who made a change.
    enum Deed {
        case made
        /// Another manager of the swarm, a moment before us: it is his to take back.
        case found
    }

    /// Makes the change, or does nothing where it is made already. What there is to say of it goes to `tell`.
    @discardableResult
    func perform(_ change: Change, tell: (String) -> Void) throws(Failure) -> Deed {
        switch change {
        case .file(let replacement):
            if let note = try perform(replacement) { tell(note) }
            return .made
        case .docker(let change, let socket): return try perform(change, socket)
        }
    }
}
