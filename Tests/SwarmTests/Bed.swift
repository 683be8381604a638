import Foundation

/// Three Docker engines in one swarm on one LAN, with a router and a client: `testbed/testbed`, up as long as this process lives.
final class Bed: Sendable {
    static let nodes = ["ds1", "ds2", "ds3"]
    static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../testbed/testbed").standardized
        .path

    /// In CI the machine must be able to; elsewhere the tests wait for one that is.
    static let isWanted: Bool = {
        if ProcessInfo.processInfo.environment["CI"] != nil { return true }
        let check = try? Process.run(URL(fileURLWithPath: script), arguments: ["check"])
        check?.waitUntilExit()
        return check?.terminationStatus == 0
    }()

    /// The one of all tests.
    static let shared = Task { try await Bed() }

    /// What its folder is named, for `TESTBED`.
    private let folder: String
    private let process: Process
    /// Open as long as the bed is wanted: even a killed process closes it.
    private let leash: Pipe
    /// By its ID, so that no engine asks a registry for it.
    let image: String

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Engines in a swarm, or bare: in none yet.
    init(isBare: Bool = false) async throws {
        let scratch = FileManager.default.temporaryDirectory
        folder = scratch.appending(path: "testbed-\(UUID().uuidString)").path
        let log = scratch.appending(path: "testbed-\(UUID().uuidString).log")
        try Data().write(to: log)
        defer { try? FileManager.default.removeItem(at: log) }

        process = Process()
        process.executableURL = URL(fileURLWithPath: Self.script)
        process.arguments = ["with", "sh", "-c", "echo up; exec cat"]
        process.environment = Self.environment(folder).merging(isBare ? ["TESTBED_BARE": "yes"] : [:]) { $1 }
        leash = Pipe()
        let output = Pipe()
        process.standardInput = leash
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: log)
        try process.run()
        // Blocks for the few seconds that it takes: nothing else can begin.
        guard output.fileHandleForReading.availableData == Data("up\n".utf8) else {
            throw Failure(description: try String(contentsOf: log, encoding: .utf8))
        }
        let asked = try await Self.run(Self.script, ["run", "ds1", "docker", "image", "inspect", "--format", "{{.Id}}", "testbed"], folder)
        image = asked.output.trimmingCharacters(in: .newlines)
    }

    /// Ends it, where it is not that of all tests.
    func end() throws {
        try leash.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    private static func environment(_ folder: String) -> [String: String] {
        ProcessInfo.processInfo.environment.merging(["TESTBED": folder]) { $1 }
    }

    struct Outcome {
        let status: Int32
        /// Both channels, as they came.
        let output: String
    }

    /// Runs shell text on a node, the router or the client, in a folder of this machine.
    func outcome(_ member: String, _ text: String, in place: String = "/") async throws -> Outcome {
        try await Self.run(Self.script, ["run", member, "sh", "-c", text], folder, in: place)
    }

    /// The same, where it has to go well.
    @discardableResult func run(_ member: String, _ text: String, in place: String = "/") async throws -> String {
        let outcome = try await outcome(member, text, in: place)
        guard outcome.status == 0 else { throw Failure(description: "\(member): \(text)\n\(outcome.output)[\(outcome.status)]") }
        return outcome.output
    }

    /// Waits until shell text ends with 0.
    func wait(_ member: String, seconds: Int = 60, until condition: String) async throws {
        let loop =
            "end=$(($(date +%s) + \(seconds))); until { \(condition); } >/dev/null 2>&1; do [ $(date +%s) -lt $end ] || exit 1; sleep 0.2; done"
        guard try await outcome(member, loop).status == 0 else {
            let tasks = "docker service ls; docker service ls -q | xargs -r docker service ps --no-trunc"
            throw Failure(description: "\(member): not within \(seconds) seconds: \(condition)\n\(try await outcome("ds1", tasks).output)")
        }
    }

    /// Runs a program to its end without holding up other tests.
    static func run(_ program: String, _ arguments: [String], _ folder: String, in place: String = "/") async throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = environment(folder)
        process.currentDirectoryURL = URL(fileURLWithPath: place)
        // A file, not a pipe: what a program leaves running may keep that open.
        let log = FileManager.default.temporaryDirectory.appending(path: "testbed-\(UUID().uuidString).out")
        try Data().write(to: log)
        defer { try? FileManager.default.removeItem(at: log) }
        let handle = try FileHandle(forWritingTo: log)
        process.standardOutput = handle
        process.standardError = handle
        process.standardInput = FileHandle.nullDevice
        // A process that has ended keeps what it was given: a thousand of them later, Foundation falls over the number.
        defer { try? handle.close() }
        let status = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        return Outcome(status: status, output: String(decoding: try Data(contentsOf: log), as: UTF8.self))
    }
}
