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

    /// The path of the staged file, as programs open it.
    func stagedPath(_ replacement: Replacement) throws(Failure) -> String {
        let place = try place(of: replacement.path)
        return root.path(of: (place.folders + [Self.stagedName(place.name)]).joined(separator: "/"))
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
            if try folder.status(of: name) != nil {
                try folder.remove(name)
                try folder.sync()
            }
        }
        if try installed(replacement.path) == nil { try sweep(replacement) }
    }

    /// Whether the file is as it is to be, as it was, something in between, or somebody else's by now.
    func state(of replacement: Replacement) throws(Failure) -> State {
        let live = try installed(replacement.path)?.content
        let (before, after) = (replacement.before?.content, replacement.after?.content)
        if live == after { return .made }
        if live == before { return .open }
        guard let live else { return .moved }
        // Bytes that were written over in place are new up to where the run was killed, and old from there on; or the other way round.
        return Self.isTorn(live, from: before ?? [], to: after ?? []) || Self.isTorn(live, from: after ?? [], to: before ?? [])
            ? .open : .moved
    }

    /// How far a change of a file has come.
    enum State: Hashable {
        case open, made, moved
    }

    private static func isTorn(_ live: [UInt8], from old: [UInt8], to new: [UInt8]) -> Bool {
        let written = zip(live, new).prefix { $0 == $1 }.count
        return live.count == max(written, old.count) && live.dropFirst(written).elementsEqual(old.dropFirst(written))
    }

    /// Puts the file in its place, or takes it away. Gives back a sentence where that was not done in one step.
    @discardableResult
    func perform(_ replacement: Replacement) throws(Failure) -> String? {
        switch try state(of: replacement) {
        case .made: return nil
        case .open: return try put(replacement)
        case .moved:
            throw Failure(
                "'\(root.path(of: String(replacement.path.dropFirst())))' was changed by somebody else meanwhile, and is left as it is")
        }
    }

    private func put(_ replacement: Replacement) throws(Failure) -> String? {
        let place = try place(of: replacement.path)
        guard let after = replacement.after else {
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
        if try folder.status(of: staged) == nil { try stage(replacement) }
        do { try folder.replace(name, by: staged) } catch {
            guard error.code == EBUSY else { throw error.failure("put in place", folder.path(of: name)) }
            try folder.writeOver(name, after.content)
            try folder.remove(staged)
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
        Failure("the folder of '\(root.path(of: String(path.dropFirst())))' is gone: make it again, then run again")
    }

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
