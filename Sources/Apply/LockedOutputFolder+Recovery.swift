internal import Glibc
internal import NetPlan

extension LockedOutputFolder {
    /// Sees to what a killed run left. Nil where there is nothing.
    static func recover(_ root: Folder, reached: Checkpoint) throws(Failure) -> Recovery? {
        guard let staging = try root.folder(Manifest.stagingName) else { return nil }
        // In a shared folder anybody could have laid out a journal for us to follow.
        let (owner, rootOwner) = (try staging.status().st_uid, try root.status().st_uid)
        guard owner == geteuid() || owner == rootOwner else {
            throw Failure("'\(staging.path)' was left by somebody else (user id \(owner)): have it removed, then run again")
        }
        let bytes = try staging.read(Journal.name) ?? []
        if Journal.isForeign(bytes) {
            throw Failure(
                "a run of another version of netplan-swarm was interrupted in '\(root.path)': run that version again, so that it finishes")
        }
        guard let journal = Journal(bytes) else {
            try discard(staging, below: root, reached: reached)
            return .undone
        }
        try finish(journal, staging: staging, root: root, reached: reached)
        return .finished
    }

    /// The first step after which every file is in its place.
    static let clearing = "remove the journal"

    /// Does what the journal says, from wherever it was left, and clears away.
    static func finish(_ journal: Journal, staging: Folder, root: Folder, reached: Checkpoint) throws(Failure) {
        for (index, place) in journal.removals.enumerated() {
            guard try staging.status(of: Journal.removedName(index)) == nil, let parent = try root.descend(place.folders),
                try parent.fileStatus(of: place.name) != nil
            else { continue }
            try reached("remove \(place.text)")
            // Moved, not unlinked: so a second run knows that it is done, and leaves alone what was put there since.
            try parent.rename(place.name, to: Journal.removedName(index), in: staging)
        }
        for place in journal.folders {
            guard let parent = try root.descend(place.folders) else { continue }
            try reached("make \(place.text)")
            _ = try parent.makeFolder(place.name)
        }
        let manifest = journal.puts.firstIndex { $0.text == Manifest.fileName }
        for (index, place) in journal.puts.enumerated() where index != manifest {
            try put(place, index, staging: staging, root: root, reached: reached)
        }
        sweep(journal.removals, below: root)
        try sync(journal, below: root)
        if let manifest {
            try put(journal.puts[manifest], manifest, staging: staging, root: root, reached: reached)
            try root.sync()
        }
        try discard(staging, below: root, reached: reached)
    }

    private static func put(_ place: RelativePath, _ index: Int, staging: Folder, root: Folder, reached: Checkpoint) throws(Failure) {
        guard try staging.status(of: Journal.stagedName(index)) != nil else { return }
        guard let parent = try root.descend(place.folders) else {
            throw Failure("the folder of '\(root.path(of: place.text))' is gone: make it again, then run again")
        }
        _ = try parent.fileStatus(of: place.name)
        try reached("put \(place.text)")
        try staging.rename(Journal.stagedName(index), to: place.name, in: parent)
    }

    /// Removes the folders that became empty, the inner before the outer; never the output folder.
    private static func sweep(_ removals: [RelativePath], below root: Folder) {
        for steps in Set(removals.flatMap(\.ancestors)).sorted(by: { $0.count > $1.count }) {
            guard let name = steps.last, let parent = try? root.descend(steps.dropLast()) else { continue }
            parent.removeFolder(name)
        }
    }

    /// Brings every folder that got or lost something down to the disk.
    private static func sync(_ journal: Journal, below root: Folder) throws(Failure) {
        var touched = Set((journal.removals + journal.puts).flatMap(\.ancestors))
        touched.insert([])
        for steps in touched { try root.descend(steps)?.sync() }
    }

    /// Removes the staging folder, the journal first: without it, the rest is thrown away whatever happens.
    static func discard(_ staging: Folder, below root: Folder, reached: Checkpoint) throws(Failure) {
        if try staging.status(of: Journal.name) != nil {
            try reached(Self.clearing)
            try staging.remove(Journal.name)
            try staging.sync()
        }
        for name in try staging.names() {
            try reached("clear away \(name)")
            try staging.remove(name)
        }
        try reached("remove the staging folder")
        root.removeFolder(Manifest.stagingName)
        try root.sync()
    }
}
