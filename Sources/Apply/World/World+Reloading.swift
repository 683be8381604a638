internal import Docker
internal import NetPlan

/// Servers that read again what has changed.
extension World {
    /// Makes each server read again what concerns it, once, in the order of the changes.
    func reload(_ changes: [Change], tell: (String) -> Void) throws(Failure) {
        for words in Self.reloads(of: changes) { try run(reload: words, tell: tell) }
    }

    /// What is to be run after changes, each argument list once.
    static func reloads(of changes: [Change]) -> [[String]] {
        // A server whose own file comes or goes is not told of its other files besides.
        var seen = Set(
            changes.compactMap { change -> [String]? in
                guard case .file(let file) = change, file.command != file.reload else { return nil }
                return file.reload
            })
        return changes.compactMap(\.reload).filter { seen.insert($0).inserted }
    }

    /// Below another root nothing runs that would read it. A program that is not here is said, for then its server is not ours to reload.
    func run(reload words: [String], tell: (String) -> Void) throws(Failure) {
        guard isLive, let name = words.first else { return }
        guard Program.path(of: name) != nil else {
            tell("there is no '\(name)' here, so do yourself what it was to do: \(words.joined(separator: " "))")
            return
        }
        let run = try Program.run(words, limit: reloadLimit)
        if !run.isFine { throw Failure(run.sentence, details: run.lines) }
        tell("ran '\(words.joined(separator: " "))'")
    }

    /// Looks whether a change is there now.
    func verify(_ change: Change) throws(Failure) {
        guard try state(of: change) == .made else { throw Failure(movedSentence(of: change)) }
    }

    /// How far a change has come.
    func state(of change: Change) throws(Failure) -> State {
        switch change {
        case .file(let replacement): try state(of: replacement)
        case .docker(let change, let socket): try state(of: change, socket)
        }
    }

    /// Says that a change can't be made, for somebody else was faster.
    func movedSentence(of change: Change) -> String {
        switch change {
        case .file: "\(subject(of: change)) was changed by somebody else meanwhile, and is left as it is"
        case .docker: "\(subject(of: change)): changed by somebody else meanwhile, and left as it is"
        }
    }

    /// What changes, in words.
    func subject(of change: Change) -> String {
        switch change {
        case .file(let replacement): "'\(shown(replacement.path))'"
        case .docker(let change, _): change.subject
        }
    }
}
