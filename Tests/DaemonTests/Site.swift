import Foundation
import NetPlan
import Testing

@testable import netplan_swarm

/// A plan of a plugin's fixtures or of `examples`, with all that it gives.
struct Site: CustomTestStringConvertible {
    /// `Sources/Plugins/DHCP/Fixtures/include`, below the project's folder.
    let folder: String

    var testDescription: String { folder }

    /// All plans that plugins are tested on: their own fixtures, and every site among the examples.
    static func all(of plugins: String...) -> [Site] { plugins.flatMap { sites(in: "Sources/Plugins/\($0)/Fixtures") } + examples }

    /// A folder without a plan is an example of something else.
    static let examples = sites(in: "examples").filter {
        $0.folder != "examples/mistakes" && FileManager.default.fileExists(atPath: $0.plan)
    }

    var isExample: Bool { folder.hasPrefix("examples/") }

    private static func sites(in folder: String) -> [Site] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted().map { Site(folder: "\(folder)/\($0)") }
    }

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

    private var plan: String { Self.root.appending(path: "\(folder)/netplan-swarm.yaml").path }

    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    /// As the program has it, lock and all. Anything found is a failure: these sites have no faults.
    func planned() throws -> PlannedSite { try Self.faultless(PlannedSite(plan, progress: Progress())) }

    /// The files that an emitter makes of it, by path.
    func files(of emitter: String) throws -> [FileArtifact] { try planned().files.filter { $0.emitter == emitter } }

    static func files(of emitter: String, in text: String) throws -> [FileArtifact] {
        try faultless(PlannedSite(unsaved: Array(text.utf8), as: "netplan-swarm.yaml")).files.filter { $0.emitter == emitter }
    }

    private static func faultless(_ site: PlannedSite) throws -> PlannedSite {
        let found = site.findings.map { "\($0.location?.mark.line ?? 0): \($0.diagnostic.rule.rawValue): \($0.diagnostic.message)" }
        guard found.isEmpty else { throw Refused(description: found.joined(separator: "\n")) }
        return site
    }
}
