internal import Glibc
internal import NetPlan

extension HeldState {
    /// What became of what an earlier run left.
    public enum Recovery: Sendable, Hashable {
        /// A run was killed before it touched anything.
        case discarded
        /// A run was killed at work, and all is as it was before it.
        case takenBack
        /// An apply was not confirmed in time, and all is as it was before it.
        case expired
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
            try takeBack(list, isReloading: .all, tell: tell)
            return .takenBack
        }
        guard let list = try state.changes(.pending) else { return nil }
        let left = Confirmation.secondsLeft(try state.folder.read(Confirmation.fileName))
        if left > 0 { return .waiting(seconds: left) }
        try move(.pending, to: .begun)
        try takeBack(list, isReloading: .all, tell: tell)
        return .expired
    }

    /// Keeps what waits to be confirmed. Fails where nothing does.
    public borrowing func confirm() throws(Failure) {
        guard try state.changes(.pending) != nil else {
            throw Failure("nothing waits to be confirmed here: it was confirmed or taken back, or never applied with --confirm")
        }
        try move(.pending, to: .last)
    }

    /// Takes the last apply back, once; what waits to be confirmed, at once.
    ///
    /// Fails where there is nothing to take back, or where a file was changed since: then nothing is touched.
    public borrowing func rollback(tell: (String) -> Void) throws(Failure) {
        if let list = try state.changes(.pending) {
            try move(.pending, to: .begun)
            try takeBack(list, isReloading: .all, tell: tell)
            return
        }
        guard let last = try state.changes(.last) else { throw Failure("nothing was applied here that could be taken back") }
        if last.isRollback { throw Failure("the last apply was taken back already: 'netplan-swarm apply' makes it anew") }
        try carryOut(last.inverse, isChecked: false, confirming: nil, tell: tell)
    }

    /// Throws away what was staged by a run that touched nothing.
    borrowing func discard(_ list: ChangeList) throws(Failure) {
        for change in list.changes.reversed() { try world.discard(change) }
        try remove(.journal)
    }

    /// Which servers read again what was taken back: those of what was really touched, or all, where nobody knows what was.
    enum Reloading { case touched, all }

    /// Makes everything as it was before a run that is begun. Gives back how many changes there were to take back.
    ///
    /// What somebody else has changed since is his, and is said.
    @discardableResult
    borrowing func takeBack(_ list: ChangeList, isReloading: Reloading, tell: (String) -> Void) throws(Failure) -> Int {
        var touched: [Change] = []
        for change in list.changes.reversed() {
            try world.discard(change)
            let inverse = change.inverse
            switch try world.state(of: inverse) {
            case .made: break
            case .moved: tell(world.movedSentence(of: inverse))
            case .open:
                if let note = try world.perform(inverse) { tell(note) }
                touched.append(inverse)
            }
        }
        for words in World.reloads(of: isReloading == .all ? list.changes.reversed() : touched) {
            // One server that does not come back is no reason to leave the others with what is gone.
            do { try world.run(reload: words, tell: tell) } catch { tell(([error.sentence] + error.details).joined(separator: "\n  ")) }
        }
        for phase in [StateFolder.Phase.begun, .journal] { try remove(phase) }
        return touched.count
    }
}
