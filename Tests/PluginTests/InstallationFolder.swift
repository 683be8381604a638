import Foundation
import NetPlan

@testable import Apply
@testable import netplan_swarm

/// A host below a temporary folder, with all the judges that the program has.
final class InstallationFolder {
    let world: World
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "netplan-swarm-installation-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        world = try World(root: url.path, judges: JudgeList.all)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ text: String, to name: String) throws {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func read(_ name: String) -> String? { try? String(contentsOf: url.appending(path: name), encoding: .utf8) }

    func comparison(_ files: [FileArtifact], of site: String = "home") throws -> Comparison {
        guard let name = HostName(site) else { throw Failure("'\(site)' is no name") }
        return try Comparison(of: files, site: name, roots: [], in: world)
    }

    func apply(_ files: [FileArtifact], of site: String = "home") throws {
        let held = try HeldState(of: world, for: "a test")
        try held.apply(comparison(files, of: site)) { _ in }
    }
}
