public import Docker

extension Comparison {
    /// Adds what has to happen at an engine: after the files, of which one may be Docker's own.
    ///
    ///     comparison.compare(wish, with: engine, adopting: options.adopt)
    ///
    /// Where it can't be asked, that is in `unread`. Below another root there is no engine, and nothing is looked at.
    public mutating func compare(_ wish: DockerWish, with engine: () throws(Failure) -> Engine, adopting names: [String]) {
        guard world.isLive else { return }
        let choices = DockerChoices(adopt: Set(names), adopted: Set(record.adopted))
        do {
            let engine = try engine()
            let state = try engine.look(awaiting: Set(wish.swarm.map(\.name)))
            let found = DockerComparison(of: state, with: wish, shims: try Links.shims(), choices: choices)
            add(found, at: engine.path)
        } catch {
            // Who has no Docker and wants nothing of it is not told so.
            if wish.isEmpty, choices.isEmpty { return }
            unread.append(error)
        }
    }

    private mutating func add(_ found: DockerComparison, at socket: String) {
        changes += found.changes.map { Change.docker($0, socket: socket) }
        obstacles += found.obstacles
        remarks += found.remarks + found.foreign.map { "network \($0) is as planned, and not ours: --adopt \($0) makes it so" }
        let known = Set(found.networkIDs)
        record.adopted = record.adopted.filter(known.contains) + found.adopted.filter { !record.adopted.contains($0) }
    }
}
