import Foundation

/// Another program, as this machine has it.
///
/// Tests that need one are skipped where it is missing, and say so. Where `CI` is set they run, and fail.
struct Program {
    let path: String

    /// Nil where no folder of PATH has it, nor one of those where Debian keeps its daemons.
    static func find(_ name: String) -> Program? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init) + ["/usr/sbin", "/sbin"]
        return folders.lazy.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile(atPath:)).map(Program.init)
    }

    /// For `.enabled(if:)`.
    static func isWanted(_ name: String) -> Bool { ProcessInfo.processInfo.environment["CI"] != nil || find(name) != nil }

    /// Runs it on `input` and gives back what it printed, both channels, and its exit status.
    func run(_ arguments: [String], input: [UInt8] = [], environment: [String: String]? = nil) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        if let environment { process.environment = environment }
        // A file, not a pipe: one that nobody reads in time would block both sides.
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
