/// Changes in their order, as the journal keeps them.
struct ChangeList: Sendable, Hashable {
    static let journalKind = "journal"

    var changes: [Change]
    /// Whether it took an apply back: that is done once.
    var isRollback = false

    init(_ changes: [Change], isRollback: Bool = false) {
        self.changes = changes
        self.isRollback = isRollback
    }

    /// What takes all of it back, the last first.
    var inverse: ChangeList { ChangeList(changes.reversed().map(\.inverse), isRollback: true) }

    /// What was to be known once they are made; nil where that did not change.
    var record: Record? {
        for case .file(let file) in changes where file.emitter == HeldState.ownName {
            return file.after.flatMap { Ledger(Record.kind, reading: $0.content) }.flatMap(Record.init)
        }
        return nil
    }

    var ledger: Ledger {
        Ledger(Self.journalKind, [Ledger.Entry(isRollback ? "rollback" : "apply")] + changes.map(\.entry))
    }

    /// Nil where a change is of no kind that this version knows.
    init?(_ ledger: Ledger) {
        guard let first = ledger.entries.first else { return nil }
        let changes = ledger.entries.dropFirst().compactMap(Change.init)
        guard changes.count == ledger.entries.count - 1 else { return nil }
        self.init(changes, isRollback: first.kind == "rollback")
    }
}
