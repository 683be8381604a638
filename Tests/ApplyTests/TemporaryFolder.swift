@testable import Apply
import Foundation
import Glibc
import NetPlan
import Testing

/// A folder that goes away with the value, and what a test asks of it.
struct TemporaryFolder: ~Copyable {
    let path: String

    init() throws {
        let parent = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        var template = Array("\(parent)/apply-tests-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw SystemError(code: errno) }
        path = String(cString: made)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var out: String { path + "/out" }

    func write(_ name: String, _ text: String) throws { try Tree.write("\(path)/\(name)", text) }
}

/// What is below a folder, as a test compares it.
enum Tree {
    static func write(_ path: String, _ text: String) throws {
        try FileManager.default.createDirectory(atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    /// Path to content; a folder ends in '/', a link has '->' before its target.
    static func read(_ path: String) throws -> [String: String] {
        var tree: [String: String] = [:]
        guard let names = FileManager.default.enumerator(atPath: path) else { return tree }
        for case let name as String in names {
            let whole = "\(path)/\(name)"
            switch try status(whole).kind {
            case .folder: tree[name + "/"] = ""
            case .link: tree[name] = "->" + (try FileManager.default.destinationOfSymbolicLink(atPath: whole))
            default: tree[name] = String(decoding: try Data(contentsOf: URL(fileURLWithPath: whole)), as: UTF8.self)
            }
        }
        return tree
    }

    static func status(_ path: String) throws -> stat {
        var status = stat()
        try SystemError.check { lstat(path, &status) }
        return status
    }

    /// What changes when a file or folder is touched.
    static func stamp(_ path: String) throws -> [Int] {
        let status = try status(path)
        return [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec, Int(status.st_mode)]
    }
}

/// A state of the output folder: what a plan gives.
struct State: Sendable {
    var files: [String: String]

    var artifacts: [FileArtifact] { files.sorted { $0.key < $1.key }.map { FileArtifact(path: $0.key, emitter: "test", content: Array($0.value.utf8)) } }

    /// Not the real form, which `Wire` knows: here it is only some bytes that belong to the state.
    var manifest: [UInt8] { Array(files.sorted { $0.key < $1.key }.map { "\($0.key) \(Digest.sha256(Array($0.value.utf8)))\n" }.joined().utf8) }

    /// What the folder has below it in this state.
    var tree: [String: String] {
        var tree = files
        tree[Manifest.fileName] = String(decoding: manifest, as: UTF8.self)
        for path in files.keys { for steps in RelativePath(path)?.ancestors ?? [] { tree[steps.joined(separator: "/") + "/"] = "" } }
        return tree
    }

    func gone(since old: State) -> [String] { Set(old.files.keys).subtracting(files.keys).sorted() }

    static let none = State(files: [:])
    static let old = State(files: ["hosts/ds1/hosts": "1", "hosts/ds2/hosts": "1", "traefik/dynamic/a.yml": "a", "same": "same", "deep/er/file": "x"])
    static let new = State(files: ["hosts/ds1/hosts": "2", "hosts/ds3/hosts": "2", "traefik/dynamic/b.yml": "b", "same": "same", "docker/nodes/ds1.sh": "x"])
}

extension LockedOutputFolder {
    @discardableResult
    borrowing func write(_ state: State, over old: State = .none, beforeCommit: () throws(Failure) -> Void = {}) throws(Failure) -> [FileChange] {
        try write(state.artifacts, removing: state.gone(since: old), ours: Set(old.files.keys), manifest: state.manifest, beforeCommit: beforeCommit)
    }
}
