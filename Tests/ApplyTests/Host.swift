import Foundation
import NetPlan

@testable import Apply

/// A host below a temporary folder, and the files that its plan wants there.
struct Host: ~Copyable {
    let folder: TemporaryFolder
    var world: World
    /// Where a program of a test writes down that it ran.
    var trace: String { folder.path + "/trace" }

    /// `isLive`: servers are reloaded there, as on a running host.
    init(isLive: Bool = true, judges: [String: any Judge] = [:]) throws {
        let place = try TemporaryFolder()
        try place.write("etc/hosts", "127.0.0.1\tlocalhost\n")
        let world = try World(try Folder(at: place.path) ?? Folder.none(), path: place.path, isLive: isLive, judges: judges)
        folder = place
        self.world = world
    }

    static func file(
        _ path: String, _ text: String, ownership: FileArtifact.Ownership = .file, check: [String]? = nil, reload: [String]? = nil
    ) -> FileArtifact {
        FileArtifact(
            path: "test\(path)", emitter: "test", content: Array(text.utf8), installPath: path, on: .all, ownership: ownership,
            check: check.map { .command($0) }, reload: reload)
    }

    static func block(_ lines: String) -> FileArtifact {
        file("/etc/hosts", "# BEGIN netplan-swarm home\n\(lines)# END netplan-swarm home\n", ownership: .block)
    }

    func comparison(_ files: [FileArtifact], roots: [Root] = []) throws -> Comparison {
        guard let site = HostName("home") else { throw SystemError(code: EINVAL) }
        return try Comparison(of: files, site: site, roots: roots, in: world)
    }

    @discardableResult
    func apply(_ files: [FileArtifact]) throws -> [String] {
        var notes: [String] = []
        let held = try HeldState(of: world, for: "a test")
        try held.apply(comparison(files)) { notes.append($0) }
        return notes
    }

    func rollback() throws {
        let held = try HeldState(of: world, for: "a test")
        try held.rollback { _ in }
    }

    /// As if the last apply had been killed at its very end.
    func interrupt() throws {
        let state = folder.path + StateFolder.path
        try FileManager.default.moveItem(atPath: "\(state)/last", toPath: "\(state)/begun")
    }

    func recover() throws -> HeldState.Recovery? {
        let held = try HeldState(of: world, for: "a test")
        return try held.recover { _ in }
    }

    /// All that is below /etc.
    var etc: [String: String] { get throws { try Tree.read(folder.path + "/etc") } }

    func text(_ path: String) -> String? { try? String(contentsOfFile: folder.path + path, encoding: .utf8) }
}

extension Folder {
    fileprivate static func none() throws -> Folder { throw SystemError(code: ENOENT) }
}
