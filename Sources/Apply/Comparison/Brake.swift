internal import Docker

/// Stops what goes further than it looks, and what is somebody else's, until it is named on the command line.
///
/// Each flag must fit to the letter: one that fits nothing is an error too, for it was given for something.
public struct Brake: Sendable {
    /// Files that somebody else wrote or changed, each with its path.
    private let claims: [(path: String, claim: Replacement.Claim)]
    private let needs: [(allowance: Allowance, why: String)]

    /// More than this many deletions are asked for.
    private static let freeDeletions = 2

    /// Looks at what is to change.
    public init(_ changes: [Change], movedRoots: [MovedRoot]) {
        claims = changes.compactMap { change in
            guard case .file(let file) = change, let claim = file.claim else { return nil }
            return (file.path, claim)
        }
        var needs: [(Allowance, String)] = []
        let deletions = changes.count { $0.isDeletion }
        if deletions > Self.freeDeletions { needs.append((.delete(deletions), "\(deletions) of ours would go")) }
        // Where nothing changes here, it cuts nobody off here.
        for root in changes.isEmpty ? [] : movedRoots {
            needs.append((.root(root.name), root.sentence))
        }
        for case .docker(let change, _) in changes {
            if let name = change.recreated { needs.append((.recreate(name), "network \(name) would be taken away and made again")) }
        }
        self.needs = needs
    }

    /// Why it may not be done as it is, a sentence each, and the flags that would let it; empty where it may.
    ///
    /// Fails where a flag was given that nothing needs.
    public func refusals(allowing allowed: [Allowance], taking taken: [String]) throws(Failure) -> (sentences: [String], flags: [String]) {
        for path in taken where !claims.contains(where: { $0.path == path }) {
            throw Failure("--take \(path): nobody else wrote or changed that here; leave it out")
        }
        for allowance in allowed where !needs.contains(where: { $0.allowance == allowance }) {
            throw Failure("--allow \(allowance): nothing here needs that\(hint(for: allowance)); leave it out")
        }
        var (sentences, flags): ([String], [String]) = ([], [])
        for (path, claim) in claims where !taken.contains(path) {
            sentences.append(
                claim == .foreign ? "'\(path)' was not written by netplan-swarm" : "'\(path)' was changed since netplan-swarm wrote it")
            flags.append("--take \(path)")
        }
        for need in needs where !allowed.contains(need.allowance) {
            sentences.append(need.why)
            flags.append("--allow \(need.allowance)")
        }
        return (sentences, flags)
    }

    private func hint(for allowance: Allowance) -> String {
        guard case .delete = allowance, let need = needs.first(where: { if case .delete = $0.allowance { true } else { false } }) else {
            return ""
        }
        return ", but --allow \(need.allowance)"
    }
}
