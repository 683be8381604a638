internal import Glibc
internal import NetPlan

/// What the target's own program says of a file before it is put in place.
extension World {
    /// Lets a staged file be judged. Fails where it is refused; a program that is not here is said, and nothing is skipped silently.
    func check(_ change: Change, among changes: [Change], knowing record: Record, tell: (String) -> Void) throws(Failure) {
        switch change {
        case .file(let replacement):
            let others = changes.compactMap { if case .file(let file) = $0 { file } else { nil } }
            try check(replacement, among: others, knowing: record, tell: tell)
        // The engine judges what it is told, when it is told.
        case .docker: break
        }
    }

    private func check(_ file: Replacement, among others: [Replacement], knowing record: Record, tell: (String) -> Void) throws(Failure) {
        guard let after = file.after, let check = file.check else { return }
        switch check {
        case .command(let words): try run([words], on: file, among: others, knowing: record, tell: tell)
        case .builtin(let name):
            guard let judge = judges[name] else {
                return tell("'\(shown(file.path))' was not checked: this version knows no check '\(name)'")
            }
            let neighbours = judge.readsNeighbours ? try neighbours(of: file, among: others) : []
            let faults = judge.faults(in: after.content, part: file.part, neighbours: neighbours)
            if !faults.isEmpty { throw Failure("'\(shown(file.path))' would not work", details: faults) }
            try run(judge.programs, on: file, among: others, knowing: record, tell: tell)
        }
    }

    /// The other files of its folder as they are to be.
    private func neighbours(of file: Replacement, among others: [Replacement]) throws(Failure) -> [(name: String, content: [UInt8])] {
        let place = try place(of: file.path)
        var contents: [String: [UInt8]] = [:]
        if let folder = try root.descend(place.folders) {
            for name in try folder.names() where !Placement.isOwn(name) && name != place.name {
                guard try folder.status(of: name)?.kind == .file else { continue }
                contents[name] = try folder.read(name)
            }
        }
        for other in others where other.path != file.path {
            let place2 = try self.place(of: other.path)
            if place2.folders == place.folders { contents[place2.name] = other.after?.content }
        }
        return contents.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func run(
        _ commands: [[String]], on file: Replacement, among others: [Replacement], knowing record: Record, tell: (String) -> Void
    ) throws(Failure) {
        for words in commands {
            guard let name = words.first else { continue }
            guard Program.path(of: name) != nil else {
                tell("'\(shown(file.path))' was not checked: there is no '\(name)' here")
                continue
            }
            let path = try checkedPath(of: file, among: others, knowing: record)
            defer { try? discardCopy(of: file) }
            // Kea would lock a file of the running server.
            let run = try Program.run(
                words.map { $0 == "{}" ? path : $0 }, environment: ["KEA_LOCKFILE_DIR=none", "KEA_PIDFILE_DIR=/tmp"], limit: checkLimit)
            // dockerd 20.10 knows no --validate.
            if !run.isFine, run.output.contains("unknown flag") {
                tell("'\(shown(file.path))' was not checked: the '\(name)' here is too old to do it")
                continue
            }
            if !run.isFine { throw Failure("'\(shown(file.path))' would not be taken: \(run.sentence)", details: run.lines) }
        }
    }

    private func discardCopy(of file: Replacement) throws(Failure) {
        let place = try place(of: file.path)
        guard let folder = try root.descend(place.folders) else { return }
        let name = Self.checkedName(of: Self.stagedName(try folder.resolve(place.name)))
        if try folder.status(of: name) != nil { try folder.remove(name) }
    }

    /// The staged file; where it names another of its emitter's, a copy that names that one as it is staged, or where it lies below the root.
    private func checkedPath(of file: Replacement, among others: [Replacement], knowing record: Record) throws(Failure) -> String {
        var names: [String: String] = [:]
        for written in record.written where written.emitter == file.emitter { names[written.path] = shown(written.path) }
        for other in others where other.emitter == file.emitter && other.after != nil { names[other.path] = try stagedPath(other) }
        names[file.path] = nil
        let staged = try stagedPath(file)
        guard let after = file.after else { return staged }
        var content = after.content
        for (path, place) in names.sorted(by: { $0.key < $1.key }) where path != place {
            content = Self.replacing(Array("\"\(path)\"".utf8), by: Array("\"\(place)\"".utf8), in: content)
        }
        if content == after.content { return staged }
        let place = try place(of: file.path)
        guard let folder = try root.descend(place.folders) else { return staged }
        let name = Self.checkedName(of: Self.stagedName(try folder.resolve(place.name)))
        try folder.stage(name, InstalledFile(content, after.attributes))
        return folder.path(of: name)
    }

    /// Most files are long and name nobody: so from one possible beginning to the next, many bytes at a time.
    private static func replacing(_ name: [UInt8], by other: [UInt8], in content: [UInt8]) -> [UInt8] {
        guard let first = name.first else { return content }
        var (result, start, next): ([UInt8], Int, Int) = ([], 0, 0)
        content.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            while next + name.count <= bytes.count, let hit = memchr(base + next, Int32(first), bytes.count - next) {
                let place = UnsafeRawPointer(hit) - base
                next = place + 1
                guard place + name.count <= bytes.count, memcmp(hit, name, name.count) == 0 else { continue }
                result += content[start..<place]
                result += other
                (start, next) = (place + name.count, place + name.count)
            }
        }
        return start == 0 ? content : result + content[start...]
    }
}
