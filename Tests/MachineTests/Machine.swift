import Foundation
import Glibc

/// A small computer of its own (testbed/machine), with the program, two plans of one site, and the unit that recovers at boot.
final class Machine: Sendable {
    private static let home = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized.path
    private static let script = "\(home)/testbed/machine"

    /// The program under test: beside the tests' own bundle, or where PROGRAM says.
    private static let program =
        ProcessInfo.processInfo.environment["PROGRAM"]
        ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "netplan-swarm").path

    /// In the long form alone, `HOSTILE=long script/test --filter MachineTests`: where there is no KVM it takes its time.
    static let isWanted: Bool = {
        guard ProcessInfo.processInfo.environment["HOSTILE"] == "long" else { return false }
        guard let check = try? Child([script, "check"], STDIN_FILENO, STDERR_FILENO, STDERR_FILENO) else { return false }
        return check.wait() == 0
    }()

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    struct Outcome {
        let status: Int32
        /// Both channels, as they came.
        let output: String
    }

    private let folder: URL
    private var disk: String { folder.appending(path: "disk").path }

    /// Makes its disk: `old` and `new` are the sites' plans, in `/srv/old` and `/srv/new`.
    init(old: String, new: String) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "machine-\(UUID().uuidString)")
        let files = folder.appending(path: "files")
        for (name, plan) in [("old", old), ("new", new)] {
            let place = files.appending(path: "srv/\(name)")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            try Data(plan.utf8).write(to: place.appending(path: "netplan-swarm.yaml"))
        }
        // Swift's own libraries keep their place: the program looks for them there. All others are Debian's.
        let copying = """
            set -e
            cd '\(files.path)'
            mkdir -p usr/local/bin srv/units
            cp '\(Self.program)' usr/local/bin/netplan-swarm
            cp '\(Self.home)'/share/systemd/* srv/units
            ldd '\(Self.program)' | grep -o '/[^ ]*swift[^ ]*\\.so[^ ]*\\|/[^ ]*libdispatch[^ ]*\\|/[^ ]*libBlocks[^ ]*\\|/[^ ]*libFoundation[^ ]*' |
                while read -r library; do cp --parents "$library" .; done
            """
        try await expectSuccess(Self.outcome(["/bin/sh", "-c", copying]))
        try await expectSuccess(Self.outcome([Self.script, "make", disk, files.path]))
        try FileManager.default.removeItem(at: files)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// One start of it: it is switched off when nobody holds that any more.
    final class Start: Sendable {
        private let process: Child
        private let leash: Int32

        fileprivate init(_ machine: Machine, _ options: [String]) async throws {
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { throw Failure(description: "no pipe: \(errno)") }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            leash = ends[1]
            defer { close(ends[0]) }
            process = try Child([Machine.script, "up", machine.disk] + options, ends[0], STDERR_FILENO, STDERR_FILENO)
            while !FileManager.default.fileExists(atPath: "\(machine.disk).up") {
                guard !process.hasEnded() else { throw Failure(description: "it does not start: \(machine.log)") }
                try await Task.sleep(for: .milliseconds(50))
            }
        }

        deinit {
            close(leash)
            // Where a test failed, it may still be up.
            _ = process.wait()
        }
    }

    /// Starts it, with systemd or bare.
    func start(bare: Bool = false) async throws -> Start { try await Start(self, bare ? ["--bare"] : []) }

    /// What its kernel and systemd said.
    var log: String { String(((try? String(contentsOfFile: "\(disk).log", encoding: .utf8)) ?? "").suffix(2000)) }

    /// Runs shell text there as root.
    func outcome(_ text: String) async throws -> Outcome {
        try await Self.outcome([Self.script, "run", disk, text])
    }

    /// The same, where it has to go well.
    @discardableResult func run(_ text: String) async throws -> String { try await expectSuccess(outcome(text)) }

    /// How many seconds shell text takes from the moment that it has said something to its end.
    func measure(_ text: String, from mark: String) async throws -> Double {
        let said = try await expectSuccess(Self.outcome([Self.script, "measure", disk, mark, text]))
        return Double(said.trimmingCharacters(in: .newlines)) ?? .nan
    }

    /// Runs shell text, and takes the power away so long after it has said something.
    func cut(_ text: String, after seconds: Double, from mark: String) async throws {
        try await expectSuccess(Self.outcome([Self.script, "cut", disk, mark, "\(seconds)", text]))
    }

    /// Ends it as one should.
    func shutDown() async throws { try await expectSuccess(Self.outcome([Self.script, "down", disk])) }

    /// The power goes.
    func switchOff() async throws { try await expectSuccess(Self.outcome([Self.script, "off", disk])) }

    @discardableResult private func expectSuccess(_ outcome: Outcome) throws -> String {
        guard outcome.status == 0 else { throw Failure(description: "\(outcome.output)[\(outcome.status)]") }
        return outcome.output
    }

    /// Runs a program to its end without holding up other tests.
    private static func outcome(_ words: [String]) async throws -> Outcome {
        let log = FileManager.default.temporaryDirectory.appending(path: "machine-\(UUID().uuidString).out")
        let (input, output) = (open("/dev/null", O_RDONLY | O_CLOEXEC), open(log.path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600))
        defer {
            for end in [input, output] { close(end) }
            try? FileManager.default.removeItem(at: log)
        }
        let status = try await Child(words, input, output, output).ending()
        return Outcome(status: status, output: String(decoding: try Data(contentsOf: log), as: UTF8.self))
    }
}
