import Foundation

/// A program of this machine that our files are fed to.
struct Program {
    let path: String

    /// Finds a program on PATH, in sbin, or among pyenv's shims' targets. Nil where it is not installed.
    ///
    /// In CI every program must be there: a test that needs a missing one runs and fails rather than being skipped.
    static func find(_ name: String) -> Program? {
        let environment = ProcessInfo.processInfo.environment
        var folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init).filter { !$0.hasSuffix("/shims") }
        folders += ["/usr/local/bin", "/usr/sbin", "/sbin"]
        let versions = (environment["PYENV_ROOT"] ?? (environment["HOME"] ?? "") + "/.pyenv") + "/versions"
        folders += ((try? FileManager.default.contentsOfDirectory(atPath: versions)) ?? []).sorted().map { "\(versions)/\($0)/bin" }
        let path = folders.lazy.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
        return path.map(Program.init(path:))
    }

    /// Whether a test that needs the program is to run.
    static func isWanted(_ name: String) -> Bool {
        ProcessInfo.processInfo.environment["CI"] != nil || find(name) != nil
    }

    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    struct Outcome {
        let status: Int32
        /// Standard output and standard error, as they came.
        let output: String
    }

    /// Runs a program to its end.
    static func run(_ name: String, _ arguments: [String]) throws -> Outcome {
        let running = try start(name, arguments)
        let output = running.pipe.fileHandleForReading.readDataToEndOfFile()
        running.process.waitUntilExit()
        return Outcome(status: running.process.terminationStatus, output: String(decoding: output, as: UTF8.self))
    }

    /// Starts a program whose output goes to one pipe, or to a file.
    static func start(_ name: String, _ arguments: [String], log: URL? = nil) throws -> (process: Process, pipe: Pipe) {
        guard let program = find(name) else { throw Missing(description: "\(name) is not installed") }
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: program.path)
        process.arguments = arguments
        if let log {
            try Data().write(to: log)
            let handle = try FileHandle(forWritingTo: log)
            process.standardOutput = handle
            process.standardError = handle
        } else {
            process.standardOutput = pipe
            process.standardError = pipe
        }
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return (process, pipe)
    }

    /// Runs it on `input` and gives back what it printed, both channels, and its exit status.
    func run(_ arguments: [String], input: [UInt8] = [], environment: [String: String]? = nil) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        if let environment { process.environment = environment }
        // Files, not pipes: one that nobody reads in time would block both sides.
        let folder = FileManager.default.temporaryDirectory
        let stem = "netplan-swarm-\(UUID().uuidString)"
        let (inputFile, outputFile) = (folder.appending(path: "\(stem).in"), folder.appending(path: "\(stem).out"))
        try Data(input).write(to: inputFile)
        try Data().write(to: outputFile)
        defer {
            try? FileManager.default.removeItem(at: inputFile)
            try? FileManager.default.removeItem(at: outputFile)
        }
        let output = try FileHandle(forWritingTo: outputFile)
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = output
        process.standardError = output
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: try Data(contentsOf: outputFile), as: UTF8.self))
    }
}
