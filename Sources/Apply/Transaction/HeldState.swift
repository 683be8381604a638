internal import Glibc
internal import NetPlan

/// A host held against every other apply, for as long as the value lives.
///
///     let held = try HeldState(of: world, for: "netplan-swarm apply")
///     try held.recover { print($0) }
///     try held.apply(changes, …)
///
///     write journal ─▶ stage, check ─▶ │ begun │ ─▶ rename each, reload, look again ─▶ │ last, or pending until it is confirmed
///        killed here: thrown away      │       │   killed or failed here: taken back   │
public struct HeldState: ~Copyable {
    let world: World
    let state: StateFolder
    private let lock: FileDescriptor

    /// What waits for a confirmation calls itself: when it holds a host it is for a moment, and everybody waits for that.
    public static let watcher = "netplan-swarm recover --when-due"

    /// Makes the state folder if need be, and takes it.
    ///
    /// Fails with exit code 5 where another run holds it, and names that one; who `isPatient` waits two seconds for it before.
    public init(of world: World, for command: String, isPatient: Bool = false) throws(Failure) {
        let folder = try Self.stateFolder(in: world)
        let held = try Self.hold(folder, for: command, isPatient: isPatient)
        self.world = world
        state = StateFolder(folder)
        lock = held
    }

    private static let lockName = "lock"

    private static func stateFolder(in world: World) throws(Failure) -> Folder {
        var folder = world.root
        for step in StateFolder.steps {
            if let next = try folder.folder(step) {
                folder = next
            } else {
                let made = try folder.makeFolder(step)
                // Else a journal in it could be on the disk, and the way to it not.
                try folder.sync()
                folder = made
            }
        }
        let status = try folder.status()
        guard status.permissions & 0o022 == 0, [0, geteuid()].contains(status.st_uid) else {
            throw Failure("'\(folder.path)' belongs to somebody else, or others may write to it: have it removed, then run again")
        }
        return folder
    }

    private static func hold(_ folder: Folder, for command: String, isPatient: Bool) throws(Failure) -> FileDescriptor {
        let path = folder.path(of: lockName)
        let file = try explaining("write", path) { () throws(SystemError) in
            try FileDescriptor(opening: lockName, in: folder.descriptor.number, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o644)
        }
        let deadline = Deadline(milliseconds: 2000)
        while try !explaining("lock", path, { () throws(SystemError) in try file.lock() }) {
            let holder = holder(in: folder)
            // Who got it a moment ago has not said so yet, and who says nothing any more has just ended.
            let isBrief = isPatient || holder?.hasSuffix("'\(watcher)'") ?? true
            guard isBrief, deadline.pause(milliseconds: 10) else {
                throw Failure(
                    "another run is at work here: \(holder ?? "it did not say which"); wait until it has ended, then run again",
                    exitCode: Failure.busy)
            }
        }
        try explaining("write", path) { () throws(SystemError) in
            try SystemError.check { ftruncate(file.number, 0) }
            try file.writeAll(Array("process \(getpid()), '\(command)'\n".utf8))
        }
        return file
    }

    /// Who says that he holds the lock, and lives.
    private static func holder(in folder: Folder) -> String? {
        let text = (try? folder.read(lockName)).flatMap(\.self).map { String(decoding: $0, as: UTF8.self) } ?? ""
        guard text.hasSuffix("\n"), let process = text.split(separator: ",").first?.split(separator: " ").last.flatMap({ pid_t($0) }),
            kill(process, 0) == 0 || errno == EPERM
        else { return nil }
        return String(text.dropLast())
    }

    /// What we last wrote here.
    public func record() throws(Failure) -> Record { try state.record() }
}
