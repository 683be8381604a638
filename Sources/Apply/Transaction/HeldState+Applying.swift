internal import Glibc
internal import NetPlan

extension HeldState {
    /// Makes the changes that were found, and writes down what is ours from then on: all of it or nothing.
    ///
    ///     try held.apply(comparison, confirming: nil) { note in print(note) }
    ///
    /// What there is to say on the way goes to `tell`, a sentence each. Fails with exit code 1 where nothing was touched, and with 6
    /// where what was touched is as it was before.
    public borrowing func apply(
        _ comparison: Comparison, confirming confirmation: Confirmation? = nil, tell: (String) -> Void
    ) throws(Failure) {
        try apply(comparison.changes, record: comparison.record, confirming: confirmation, tell: tell)
    }

    /// The same for changes that were saved; whether they still fit is asked before.
    public borrowing func apply(
        _ saved: SavedDiff, confirming confirmation: Confirmation? = nil, tell: (String) -> Void
    ) throws(Failure) {
        try apply(saved.changes, record: saved.record, confirming: confirmation, tell: tell)
    }

    private borrowing func apply(
        _ changes: [Change], record: Record, confirming confirmation: Confirmation?, tell: (String) -> Void
    ) throws(Failure) {
        let own = try recordChange(to: record)
        if changes.isEmpty {
            // Nothing that anybody would take back.
            if own != nil { try write(record.ledger.bytes, to: Record.fileName, mode: Record.mode) }
            return
        }
        try carryOut(ChangeList(changes + [own].compactMap(\.self)), isChecked: true, confirming: confirmation, tell: tell)
    }

    /// The record is a file like the others: it comes with them, and goes back with them.
    private func recordChange(to record: Record) throws(Failure) -> Change? {
        let path = "\(StateFolder.path)/\(Record.fileName)"
        let bytes = record.ledger.bytes
        let before = try world.installed(path)
        if before?.content == bytes { return nil }
        var after = InstalledFile(bytes, before?.attributes ?? Attributes(mode: Record.mode))
        after.attributes.mode = Record.mode
        return .file(Replacement(path: path, before: before, after: after, part: .whole, emitter: Self.ownName))
    }

    /// Stands where an emitter's name stands for all other files.
    static let ownName = "netplan-swarm"

    borrowing func carryOut(
        _ list: ChangeList, isChecked: Bool, confirming confirmation: Confirmation?, tell: (String) -> Void
    ) throws(Failure) {
        for change in list.changes where try world.state(of: change) == .moved {
            throw Failure("\(world.movedSentence(of: change)); nothing was touched")
        }
        do {
            try write(list.ledger.bytes, to: .journal)
            for change in list.changes { try world.prepare(change) }
            if isChecked { for change in list.changes { try world.check(change, among: list.changes, knowing: try record(), tell: tell) } }
            try confirmation?.arm(world)
        } catch {
            try? discard(list)
            throw error
        }
        // From here on the terminal may go away: what is begun is ended, one way or the other.
        let quiet = QuietSignals()
        defer { withExtendedLifetime(quiet) {} }
        var own = list
        do {
            try move(.journal, to: .begun)
            for change in list.changes where try world.perform(change, tell: tell) == .found {
                own.changes.removeAll { $0 == change }
                try write(own.ledger.bytes, to: .begun)
            }
            try world.reload(list.changes, tell: tell)
            for change in list.changes { try world.verify(change) }
            if let confirmation { try write(confirmation.due(), to: Confirmation.fileName) }
            try move(.begun, to: confirmation == nil ? .last : .pending)
        } catch {
            let failure = takenBack(own, after: error, tell: tell)
            // What is not taken back yet, the timer tries again.
            if !Confirmation.isPromised(in: world) { confirmation?.disarm() }
            throw failure
        }
    }

    /// Takes back what a failed run made, and says what became of it.
    private borrowing func takenBack(_ list: ChangeList, after failure: Failure, tell: (String) -> Void) -> Failure {
        do {
            let taken = try takeBack(list, isReloading: .touched, tell: tell)
            // It may have got its last name before the disk refused.
            for phase in [StateFolder.Phase.pending, .last] where try state.changes(phase) == list { try remove(phase) }
            return taken.count == 0 && taken.left.isEmpty
                ? failure.with("nothing was changed") : failure.with("\(taken.extent) is as it was before", exitCode: Failure.takenBack)
        } catch {
            return failure.with(
                "and not all of it could be taken back: \(error.sentence); mend that, then run 'netplan-swarm recover'",
                exitCode: Failure.failed)
        }
    }

    // MARK: The journal

    /// Under a name of its own until it is whole.
    borrowing func write(_ bytes: [UInt8], to phase: StateFolder.Phase) throws(Failure) { try write(bytes, to: phase.rawValue) }

    borrowing func write(_ bytes: [UInt8], to name: String, mode: UInt16 = 0o600) throws(Failure) {
        let draft = World.stagedName(name)
        do {
            try state.folder.stage(draft, InstalledFile(bytes, Attributes(mode: mode)))
            try state.folder.rename(draft, to: name, in: state.folder)
        } catch {
            try? state.folder.remove(draft)
            throw error
        }
        try state.folder.sync()
    }

    borrowing func move(_ phase: StateFolder.Phase, to next: StateFolder.Phase) throws(Failure) {
        try state.folder.rename(phase.rawValue, to: next.rawValue, in: state.folder)
        try state.folder.sync()
    }

    /// Nothing where it is gone.
    borrowing func remove(_ phase: StateFolder.Phase) throws(Failure) {
        if try state.folder.status(of: phase.rawValue) != nil { try state.folder.remove(phase.rawValue) }
        try state.folder.sync()
    }
}
