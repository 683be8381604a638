public import Docker

/// One difference between what should exist on a node and what does. It knows its own inverse, so that taking back is a fold.
///
/// A plain value: compared, shown, saved to a file and kept in the journal. `World` carries it out.
public enum Change: Sendable, Hashable {
    /// A file, or our part of one.
    case file(Replacement)
    /// A network, labels or an interface of the node, at the engine whose socket is there.
    case docker(DockerChange, socket: String)

    /// What takes it back.
    public var inverse: Change {
        switch self {
        case .file(let replacement): .file(replacement.inverse)
        case .docker(let change, let socket): .docker(change.inverse, socket: socket)
        }
    }

    /// Whether something of ours goes with it.
    var isDeletion: Bool {
        switch self {
        case .file(let replacement): replacement.isDeletion
        case .docker(let change, _): change.isDeletion
        }
    }

    /// What has to read it again once it is in place: an argument list. The same one of several changes is run once.
    public var reload: [String]? {
        switch self {
        case .file(let file): file.command
        // An engine knows at once what it was told.
        case .docker: nil
        }
    }

    /// Its form in the journal and in a saved diff.
    var entry: Ledger.Entry {
        switch self {
        case .file(let replacement): replacement.entry
        case .docker(let change, let socket): change.entry(socket: socket)
        }
    }

    /// Nil where it is of no kind that this version knows.
    init?(_ entry: Ledger.Entry) {
        switch entry.kind {
        case Replacement.entryKind:
            guard let replacement = Replacement(entry) else { return nil }
            self = .file(replacement)
        case DockerChange.entryKind:
            guard let change = DockerChange(entry), let socket = entry.text("socket") else { return nil }
            self = .docker(change, socket: socket)
        default: return nil
        }
    }
}
