internal import Glibc
internal import NetPlan

/// Files that come, go, or get other bytes.
extension World {
    /// The file at a path on the host, with its attributes; nil where there is none.
    ///
    ///     try world.installed("/etc/hosts")
    public func installed(_ path: String) throws(Failure) -> InstalledFile? {
        let place = try place(of: path)
        return try root.descend(place.folders)?.installed(place.name)
    }

    /// The folders above a path that are not there, the outermost first.
    func missingFolders(of path: String) throws(Failure) -> [String] {
        var missing: [String] = []
        for steps in try place(of: path).ancestors where try root.descend(steps) == nil {
            missing.append("/" + steps.joined(separator: "/"))
        }
        return missing
    }

    /// The name that a file waits under, beside its place: no server takes such a one for its own, for it ends in no suffix that it knows.
    static func stagedName(_ name: String) -> String { ".\(name).netplan-swarm" }

    /// The name of the copy that a program judges in place of the staged file.
    static func checkedName(of staged: String) -> String { staged + "-check" }

    /// The path of the staged file, as programs open it.
    func stagedPath(_ replacement: Replacement) throws(Failure) -> String {
        let place = try place(of: replacement.path)
        let name = try root.descend(place.folders)?.resolve(place.name) ?? place.name
        return root.path(of: (place.folders + [Self.stagedName(name)]).joined(separator: "/"))
    }

    /// Makes the folders that it needs, and writes the new bytes beside its place.
    func stage(_ replacement: Replacement) throws(Failure) {
        guard let after = replacement.after else { return }
        for path in replacement.folders {
            let place = try place(of: path)
            guard let parent = try root.descend(place.folders) else { throw gone(path) }
            if try parent.folder(place.name) == nil {
                _ = try parent.makeFolder(place.name)
                try parent.sync()
            }
        }
        let place = try place(of: replacement.path)
        guard let folder = try root.descend(place.folders) else { throw gone(replacement.path) }
        try folder.stage(Self.stagedName(try folder.resolve(place.name)), after)
    }

    /// Throws away what is staged, and the folders that were made for it where they are still empty.
    func discard(_ replacement: Replacement) throws(Failure) {
        let place = try place(of: replacement.path)
        if let folder = try root.descend(place.folders) {
            let name = Self.stagedName(try folder.resolve(place.name))
            for name in [name, World.checkedName(of: name)] where try folder.status(of: name) != nil {
                try folder.remove(name)
                try folder.sync()
            }
        }
        if try installed(replacement.path) == nil { try sweep(replacement) }
    }

    /// How far a change has come.
    enum State: Hashable {
        /// Not made, or half made by a run that was killed.
        case open
        case made
        /// Somebody else was here since it was compared.
        case moved
    }

    func state(of replacement: Replacement) throws(Failure) -> State { try look(at: replacement).state }

    /// How far it has come, and what is to be written where it is open: around a block, what stands there now.
    private func look(at replacement: Replacement) throws(Failure) -> (state: State, target: InstalledFile?) {
        let live = try installed(replacement.path)
        let (before, after) = (replacement.before, replacement.after)
        if live?.content == after?.content { return (.made, nil) }
        // Nobody else writes our own record.
        if live?.content == before?.content || replacement.emitter == HeldState.ownName { return (.open, after) }
        guard let live else { return (.moved, nil) }
        // Bytes that were written over in place are new up to where the run was killed, and old from there on.
        let (old, new) = (before?.content ?? [], after?.content ?? [])
        if Self.isTorn(live.content, from: old, to: new) || Self.isTorn(live.content, from: new, to: old) { return (.open, after) }
        guard case .block(let site) = replacement.part else { return (.moved, nil) }
        let block = try MarkedBlock(of: site, in: live.content, path: shown(replacement.path))
        let (was, willBe) = (
            try MarkedBlock(of: site, in: old, path: shown(replacement.path)).bytes,
            try MarkedBlock(of: site, in: new, path: shown(replacement.path)).bytes
        )
        if block.bytes == willBe { return (.made, nil) }
        return block.bytes == was ? (.open, InstalledFile(block.replaced(by: willBe), live.attributes)) : (.moved, nil)
    }

    private static func isTorn(_ live: [UInt8], from old: [UInt8], to new: [UInt8]) -> Bool {
        let written = zip(live, new).prefix { $0 == $1 }.count
        return live.count == max(written, old.count) && live.dropFirst(written).elementsEqual(old.dropFirst(written))
    }

    /// Puts the file in its place, or takes it away. Gives back a sentence where that was not done in one step.
    func perform(_ replacement: Replacement) throws(Failure) -> String? {
        let (state, target) = try look(at: replacement)
        switch state {
        case .made: return nil
        case .open: return try put(target, replacement)
        case .moved: throw Failure(movedSentence(of: .file(replacement)))
        }
    }

    private func put(_ file: InstalledFile?, _ replacement: Replacement) throws(Failure) -> String? {
        let place = try place(of: replacement.path)
        guard let file else {
            guard let folder = try root.descend(place.folders) else { return nil }
            try folder.remove(try folder.resolve(place.name))
            try folder.sync()
            try sweep(replacement)
            return nil
        }
        if try root.descend(place.folders) == nil { try stage(replacement) }
        guard let folder = try root.descend(place.folders) else { throw gone(replacement.path) }
        let name = try folder.resolve(place.name)
        let staged = Self.stagedName(name)
        let isStaged = try folder.status(of: staged) != nil
        if !isStaged || file != replacement.after { try folder.stage(staged, file) }
        do { try folder.replace(name, by: staged) } catch {
            guard error.code == EBUSY else { throw error.failure("put in place", folder.path(of: name)) }
            try folder.writeOver(name, file.content)
            try folder.remove(staged)
            try folder.sync()
            return
                "'\(folder.path(of: name))' is a mount, and was written in place: whoever read it at that moment may have seen half of it"
        }
        try folder.sync()
        return nil
    }

    /// Removes the folders that were made for a file, the inner before the outer, where nothing else is in them.
    private func sweep(_ replacement: Replacement) throws(Failure) {
        for path in replacement.folders.reversed() {
            let place = try place(of: path)
            guard let parent = try root.descend(place.folders), parent.removeFolder(place.name) else { return }
            try parent.sync()
        }
    }

    private func gone(_ path: String) -> Failure {
        Failure("the folder of '\(shown(path))' is gone: make it again, then run again")
    }

    /// The paths of what is in a folder of the host, in order; none where it is not there or can't be read.
    public func paths(in folder: String) -> [String] {
        guard let place = try? place(of: folder), let names = try? root.descend(place.folders + [place.name])?.names() else { return [] }
        return names.sorted().map { "\(folder)/\($0)" }
    }

    /// A path on the host as the caller of the program would name it.
    ///
    ///     world.shown("/etc/hosts")       // "image/etc/hosts" below the root image
    public func shown(_ path: String) -> String { root.path(of: String(path.dropFirst())) }

    func place(of path: String) throws(Failure) -> RelativePath {
        guard path.hasPrefix("/"), let place = RelativePath(String(path.dropFirst())) else {
            throw Failure("'\(path)' is not an absolute path of plain names")
        }
        return place
    }
}

extension Folder {
    /// Puts a staged file in place of another, in one step.
    fileprivate func replace(_ name: String, by staged: String) throws(SystemError) {
        try SystemError.check { renameat(descriptor.number, staged, descriptor.number, name) }
    }
}
