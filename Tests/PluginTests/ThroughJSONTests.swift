import DockerScripts
import Foundation
import NetPlan
import Testing
import Wire
import YAML

@testable import netplan_swarm

/// What an external emitter is told is all that a built-in one knows: given the JSON back, each of them writes the same bytes.
@Suite struct ThroughJSONTests {
    /// The plans of all fixtures, the contract's and the examples', with what is written beside them.
    static let plans: [String] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
        return ["Sources/Plugins", "Tests/Contract", "examples"].flatMap { folder in
            let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap { $0 as? String } ?? []
            return paths.filter { $0.hasSuffix("netplan-swarm.yaml") }.map { root.appending(path: "\(folder)/\($0)").path }
        }.sorted()
    }()

    @Test func `There are plans for every emitter`() throws {
        var unused = Set(EmitterList.all.map { $0.name })
        for plan in Self.plans { unused.subtract(try PlannedSite(plan, progress: Progress()).emitters) }
        #expect(unused.isEmpty, "\(unused)")
    }

    @Test(arguments: plans)
    func `Every emitter writes the same from what strangers are told`(path: String) throws {
        let site = try PlannedSite(path, progress: Progress())
        if site.hasErrors { return }
        let allocation = try #require(site.allocation)
        var problems = Diagnostics()
        let document = try #require(
            YAMLReader.read(Array(try Data(contentsOf: URL(fileURLWithPath: path))), file: path, reporting: &problems))
        let outputs = PlanReader.read(document, reporting: &problems).outputs
        let emitters = EmitterList.chosen(outputs, plan: allocation.plan, reporting: &problems).builtIn

        let request = JSON.emitterRequest("any", settings: document, allocation: allocation, isStrange: true)
        let form = try JSONDecoder().decode(AllocationForm.Request.self, from: Data(request)).allocation
        var rebuilding = try Rebuilding(form)
        let rebuilt = try rebuilding.allocation()
        for emitter in emitters {
            let name = type(of: emitter).name
            let expected = emitter.artifacts(for: allocation, reporting: &problems)
            let real = emitter.artifacts(for: rebuilt, reporting: &problems)
            #expect(Self.texts(real, rebuilt) == Self.texts(expected, allocation), "\(name)")
            #expect(real == expected, "\(name)")
        }
        // What is worked out for those who only read it follows from the rest.
        #expect(rebuilt.namedAddresses() == allocation.namedAddresses())
        #expect(rebuilt.resourceRecords().map(\.value) == allocation.resourceRecords().map(\.value))
    }

    private static func texts(_ artifacts: [Artifact], _ allocation: Allocation) -> [String: String] {
        var files = DockerScript.files(for: artifacts, in: allocation.plan)
        files += artifacts.compactMap { if case .file(let file) = $0 { file } else { nil } }
        return Dictionary(files.map { ($0.path, String(decoding: $0.content, as: UTF8.self)) }, uniquingKeysWith: { first, _ in first })
    }
}
