import Foundation
import NetPlan
import Testing
import YAML

/// A plan of a plugin's fixtures, read and allocated.
struct Site: CustomTestStringConvertible {
    /// `DHCP/include`.
    let name: String

    var testDescription: String { name }

    /// All plans of one plugin.
    static func all(of plugin: String) -> [Site] {
        let folder = plugins.appending(path: "\(plugin)/Fixtures")
        let cases = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return cases.filter { !$0.hasPrefix(".") }.sorted().map { Site(name: "\(plugin)/\($0)") }
    }

    private static var plugins: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Plugins").standardized
    }

    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    /// The files that an emitter makes of it, by path. Anything reported is a failure: fixtures have no faults.
    func files<E: Emitter>(of emitter: E.Type) throws -> [FileArtifact] {
        let parts = name.split(separator: "/")
        let url = Self.plugins.appending(path: "\(parts[0])/Fixtures/\(parts[1])/netplan-swarm.yaml")
        return try Self.files(of: emitter, in: Array(Data(contentsOf: url)), file: url.path)
    }

    static func files<E: Emitter>(of emitter: E.Type, in bytes: [UInt8], file: String) throws -> [FileArtifact] {
        var problems = Diagnostics()
        let document = YAMLReader.read(bytes, file: file, reporting: &problems)
        let read = document.map { PlanReader.read($0, reporting: &problems) }
        var artifacts: [Artifact] = []
        if let plan = read?.plan {
            let allocation = Allocation.allocating(plan, reporting: &problems)
            Rules.check(allocation, reporting: &problems)
            for output in read?.outputs ?? [] where output.emitter == E.name {
                artifacts = E(output.settings, reporting: &problems).artifacts(for: allocation, reporting: &problems)
            }
        }
        let found = problems.located().map { "\($0.location?.mark.line ?? 0): \($0.diagnostic.rule.rawValue): \($0.diagnostic.message)" }
        guard found.isEmpty else { throw Refused(description: found.joined(separator: "\n")) }
        return artifacts.compactMap { if case .file(let file) = $0 { file } else { nil } }
    }
}
