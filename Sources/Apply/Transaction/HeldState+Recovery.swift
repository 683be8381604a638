internal import Glibc
internal import NetPlan

extension HeldState {
    /// What became of what an earlier run left.
    public enum Recovery: Sendable, Hashable {
        /// A run was killed before it touched anything.
        case discarded
        /// A run was killed at work, and was taken back.
        case takenBack(TakenBack)
        /// An apply was not confirmed in time, and was taken back.
        case expired(TakenBack)
        /// An apply waits to be confirmed, for so many seconds more.
        case waiting(seconds: Int)
    }

    /// Sees to what an earlier run left. Nil where there is nothing.
    public borrowing func recover(tell: (String) -> Void) throws(Failure) -> Recovery? {
        for name in StateFolder.Phase.allCases.map(\.rawValue) + [Confirmation.fileName] {
            let draft = World.stagedName(name)
            if try state.folder.status(of: draft) != nil { try state.folder.remove(draft) }
        }
        if let list = try state.changes(.journal) {
            try discard(list)
            return .discarded
        }
        if let list = try state.changes(.begun) {
            return .takenBack(try takeBack(list, isReloading: .all, tell: tell))
        }
        guard let list = try state.changes(.pending) else { return nil }
        let left = Confirmation.secondsLeft(try state.folder.read(Confirmation.fileName))
        return left > 0 ? .waiting(seconds: left) : .expired(try takeBackPending(list, tell: tell))
    }

    /// Keeps what waits to be confirmed. Fails where nothing does.
    public borrowing func confirm() throws(Failure) {
        guard try state.changes(.pending) != nil else {
            throw Failure("nothing waits to be confirmed here: it was confirmed or taken back, or never applied with --confirm")
        }
        try move(.pending, to: .last)
        Confirmation.disarm(in: state)
    }

    /// Takes the last apply back, once; what waits to be confirmed, at once.
    ///
    /// Fails where there is nothing to take back, or where a file was changed since: then nothing is touched.
    @discardableResult
    public borrowing func rollback(tell: (String) -> Void) throws(Failure) -> TakenBack {
        if let list = try state.changes(.pending) {
            let taken = try takeBackPending(list, tell: tell)
            Confirmation.disarm(in: state)
            return taken
        }
        guard let last = try state.changes(.last) else { throw Failure("nothing was applied here that could be taken back") }
        if last.isRollback { throw Failure("the last apply was taken back already: 'netplan-swarm apply' makes it anew") }
        try carryOut(last.inverse, isChecked: false, confirming: nil, tell: tell)
        return TakenBack(count: last.changes.count)
    }

    /// It was the last apply, and is taken back once: the one before it does not come in its place.
    private borrowing func takeBackPending(_ list: ChangeList, tell: (String) -> Void) throws(Failure) -> TakenBack {
        // A disk that is full keeps nothing from going back.
        try? write(list.inverse.ledger.bytes, to: .last)
        try move(.pending, to: .begun)
        return try takeBack(list, isReloading: .all, tell: tell)
    }

    /// Throws away what was staged by a run that touched nothing.
    borrowing func discard(_ list: ChangeList) throws(Failure) {
        for change in list.changes.reversed() { try world.discard(change) }
        try remove(.journal)
    }

    /// Which servers read again what was taken back: those of what was really touched, or all, where nobody knows what was.
    enum Reloading { case touched, all }

    /// Makes everything as it was before a run that is begun.
    ///
    /// What somebody else has changed since is his, and is said. Where something can't be looked at or taken back, all else is, and the
    /// run stays begun for whoever tries again.
    @discardableResult
    borrowing func takeBack(_ list: ChangeList, isReloading: Reloading, tell: (String) -> Void) throws(Failure) -> TakenBack {
        var (touched, left): ([Change], [Replacement]) = ([], [])
        var taken = TakenBack()
        var failures: [(subject: String, failure: Failure)] = []
        for change in list.changes.reversed() {
            do {
                try world.discard(change)
                let inverse = change.inverse
                switch try world.state(of: inverse) {
                case .made: break
                case .moved:
                    tell(world.movedSentence(of: inverse))
                    taken.left.append(world.subject(of: change))
                    if case .file(let file) = change { left.append(file) }
                case .open:
                    touched.append(inverse)
                    try world.perform(inverse, tell: tell)
                }
            } catch { failures.append((world.subject(of: change), error)) }
        }
        for words in World.reloads(of: isReloading == .all && failures.isEmpty ? list.inverse.changes : touched) {
            // One server that does not come back is no reason to leave the others with what is gone.
            do { try world.run(reload: words, tell: tell) } catch { tell(([error.sentence] + error.details).joined(separator: "\n  ")) }
        }
        if let first = failures.first {
            let subjects = failures.map(\.subject)
            throw Failure(
                "\(first.failure.sentence); so \(Spelling.list(subjects, "and")) \(subjects.count == 1 ? "is" : "are") not taken back yet",
                details: first.failure.details + failures.dropFirst().map(\.failure.sentence))
        }
        try keepKnown(left, by: list)
        for phase in [StateFolder.Phase.begun, .journal] { try remove(phase) }
        taken.count = touched.count
        return taken
    }

    /// Keeps in the record what we wrote where somebody edited it: else the next apply would take his lines for ours.
    private borrowing func keepKnown(_ left: [Replacement], by list: ChangeList) throws(Failure) {
        guard !left.isEmpty, let made = list.record else { return }
        var record = try state.record()
        for file in left {
            record.written += made.written.filter { $0.path == file.path && record[$0.path, $0.site] == nil }
        }
        try write(record.ledger.bytes, to: Record.fileName, mode: Record.mode)
    }
}
