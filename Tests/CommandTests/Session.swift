import Foundation

/// A session with the program as a user has it: commands and what they print on top, files below.
///
///     The smallest plan has no fault.
///
///     $ netplan-swarm validate
///     netplan-swarm.yaml: no problem found
///     [0]
///
///     -- netplan-swarm.yaml --
///     version: 1
///
/// Lines that start with `$ ` are given to `sh` in a fresh folder, one after the other; what they print on either stream, and
/// the exit status in brackets, must follow to the letter. Status 0 may be left out. Everything else on top is prose.
struct Session {
    struct Step {
        var command: String
        var expected: String
    }

    enum Part {
        case prose(String)
        case step(Step)
    }

    private(set) var parts: [Part] = []
    private(set) var files: [(name: String, content: String)] = []

    init(_ text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
        if lines.last == "" { lines.removeLast() }
        while let line = lines.first, !Self.isFileMark(line) {
            lines.removeFirst()
            guard line.hasPrefix("$ ") else { parts.append(.prose(line)); continue }
            var output: [String] = []
            while let next = lines.first, !next.hasPrefix("$ "), !Self.isFileMark(next) {
                lines.removeFirst()
                output.append(next)
                if next.hasPrefix("["), next.hasSuffix("]"), Int(next.dropFirst().dropLast()) != nil { break }
            }
            parts.append(.step(Step(command: String(line.dropFirst(2)), expected: output.map { $0 + "\n" }.joined())))
        }
        while let mark = lines.popFirst() {
            let content = lines.prefix { !Self.isFileMark($0) }
            lines = lines.dropFirst(content.count)
            files.append((String(mark.dropFirst(3).dropLast(3)), content.map { $0 + "\n" }.joined()))
        }
    }

    private static func isFileMark(_ line: String) -> Bool { line.hasPrefix("-- ") && line.hasSuffix(" --") && line.count > 6 }

    /// Runs it in a folder. Gives back the session as it really went.
    func run(in folder: URL) throws -> Session {
        for (name, content) in files {
            let url = folder.appending(path: name)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(content.utf8).write(to: url)
        }
        var result = self
        for (index, part) in parts.enumerated() {
            guard case .step(var step) = part else { continue }
            step.expected = try Self.run(step.command, in: folder)
            result.parts[index] = .step(step)
        }
        return result
    }

    private static func run(_ command: String, in folder: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = folder
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = "\(Self.programs.path):\(environment["PATH"] ?? "/usr/bin:/bin")"
        process.environment = environment
        let log = folder.appending(path: ".output")
        try Data().write(to: log)
        let handle = try FileHandle(forWritingTo: log)
        process.standardOutput = handle
        process.standardError = handle
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        var output = String(decoding: try Data(contentsOf: log), as: UTF8.self)
        try FileManager.default.removeItem(at: log)
        if !output.isEmpty, !output.hasSuffix("\n") { output += "\n" }
        return output + "[\(process.terminationStatus)]\n"
    }

    /// The folder of the program under test: that of the tests' own bundle.
    static let programs = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()

    /// As it stands in its file.
    var text: String {
        let top = parts.map { part in
            switch part {
            case .prose(let line): line + "\n"
            case .step(let step): "$ \(step.command)\n" + step.expected
            }
        }
        return top.joined() + files.map { "-- \($0.name) --\n\($0.content)" }.joined()
    }
}
