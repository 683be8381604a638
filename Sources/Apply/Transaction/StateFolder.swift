internal import Glibc
internal import NetPlan

/// What the program knows of a host from run to run, in `/var/lib/netplan-swarm` below its root: looked at, by anybody who may.
///
///     record     what we last wrote, to the byte: so that what somebody changed since is known
///     journal    an apply that is being got ready: nothing is touched yet
///     begun      an apply at work: a killed one is taken back
///     pending    an apply that waits to be confirmed, until the moment in `due`
///     last       the last apply, for `rollback`
///     lock       held by whoever writes, and names him
///
/// All but `lock` and `due` are `Ledger`s, and each step from one to the next is a rename.
struct StateFolder: Sendable {
    static let path = Placement.ownFolder
    static let steps = ["var", "lib", "netplan-swarm"]

    /// The states of an apply, as files.
    enum Phase: String, CaseIterable {
        case journal, begun, pending, last
    }

    let folder: Folder

    /// Nil where nothing was ever applied.
    init?(in world: World) throws(Failure) {
        guard let folder = try world.root.descend(Self.steps) else { return nil }
        self.folder = folder
    }

    init(_ folder: Folder) { self.folder = folder }

    /// What we last wrote; an empty one where we never did.
    func record() throws(Failure) -> Record {
        guard let bytes = try folder.read(Record.fileName) else { return Record() }
        guard let record = Ledger(Record.kind, reading: bytes).flatMap(Record.init) else {
            throw unreadable(Record.fileName, Ledger.isForeign(bytes, Record.kind))
        }
        return record
    }

    /// The changes of an apply in that state; nil where there is none.
    func changes(_ phase: Phase) throws(Failure) -> ChangeList? {
        guard let bytes = try folder.read(phase.rawValue) else { return nil }
        guard let list = Ledger(ChangeList.journalKind, reading: bytes).flatMap(ChangeList.init) else {
            throw unreadable(phase.rawValue, Ledger.isForeign(bytes, ChangeList.journalKind))
        }
        return list
    }

    private func unreadable(_ name: String, _ isForeign: Bool) -> Failure {
        isForeign
            ? Failure("'\(folder.path(of: name))' was written by another version of netplan-swarm: use that one")
            : Failure("'\(folder.path(of: name))' can't be understood: move it away, and look at what it names by hand")
    }
}
