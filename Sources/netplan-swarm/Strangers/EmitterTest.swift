internal import Apply
internal import ArgumentParser
internal import Glibc
internal import NetPlan

struct EmitterTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Try an external emitter: whether it keeps what docs/writing-an-emitter.md asks of it.",
        discussion: """
            One line a check, by sites that are made for it; no plan is needed, and nothing is written. Exit code 1 where a check fails.
            """)

    @Argument(help: "The program, as ./\(ExternalEmitter.prefix)NAME.", completion: .file())
    var program: String

    func run() throws {
        let (folder, name) = try parts()
        let path = SearchPath(folder: folder)
        guard let found = ExternalEmitter.program(of: name, on: path) else {
            let isThere = path.findUnusable(ExternalEmitter.prefix + name) != nil
            throw Failure(
                "'\(program)' is \(isThere ? "no program that you may execute: see chmod(1)" : "not there: look at the spelling")")
        }
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        try scratch.enter()
        var trial = EmitterTrial(name, found, on: path) { line in try StandardOutput.write(Array("\(line)\n".utf8)) }
        try trial.run()
        let left = scratch.names
        try trial.check("writes no file", left.isEmpty ? nil : .init(reason: "it left \(Spelling.list(left, "and")) where it ran"))
        try trial.conclude()
        if trial.failures > 0 { throw ExitCode.failure }
    }

    /// The program's folder, from the root down, and the emitter's name.
    private func parts() throws -> (folder: String, name: String) {
        let file = program.split(separator: "/").last.map(String.init) ?? ""
        let name = String(file.dropFirst(ExternalEmitter.prefix.count))
        if file == program, let known = ExternalEmitter.all(on: .current).first(where: { $0.name == file }) {
            throw Failure("name it by its path: netplan-swarm emitters test \(known.program.path)", exitCode: Failure.usage)
        }
        if EmitterList.all.contains(where: { $0.name == file }) {
            throw Failure("'\(file)' is built in: what is tried here is a program \(ExternalEmitter.prefix)NAME", exitCode: Failure.usage)
        }
        guard file.hasPrefix(ExternalEmitter.prefix), Identifier(name) != nil else {
            throw Failure(
                "an external emitter's file is called \(ExternalEmitter.prefix)NAME, with a NAME of a-z, 0-9, '-' and '_': not '\(file)'",
                exitCode: Failure.usage)
        }
        guard ExternalEmitter.isPossible(name) else {
            throw Failure("'\(name)' is the name of a built-in emitter, or of its folder: choose another", exitCode: Failure.usage)
        }
        let folder = program.dropLast(file.count)
        if folder.hasPrefix("/") { return (String(folder), name) }
        let relative = folder.hasPrefix("./") ? folder.dropFirst(2) : folder
        guard let here = getcwd(nil, 0) else { throw Failure("can't tell the current folder: name the program by its whole path") }
        defer { free(here) }
        return ("\(String(cString: here))/\(relative)", name)
    }
}

/// An empty folder that is gone afterwards.
private struct ScratchFolder {
    private let path: String

    init() throws(Failure) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/netplan-swarm-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Failure("can't make a folder in '\(parent)': set TMPDIR to one that can be written to")
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func enter() throws(Failure) {
        if chdir(path) != 0 { throw Failure("can't enter '\(path)'") }
    }

    /// What is in it.
    var names: [String] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = entry.pointee.name
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// With the files that a program left in it. What is in folders of its own stays: it is not ours to look for.
    func remove() {
        for name in names { unlink("\(path)/\(name)") }
        _ = chdir("/")
        rmdir(path)
    }
}

extension dirent {
    fileprivate var name: String {
        withUnsafePointer(to: d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: d_name)) { String(cString: $0) }
        }
    }
}
