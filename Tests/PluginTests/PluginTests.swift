import Foundation
import NetPlan
import Testing

@testable import netplan_swarm

/// Every plugin's fixtures: the plan of each case gives exactly the files of its `expected` folder.
///
/// `UPDATE=1 swift test` writes what the program gives today, and fails once: the difference is there to be read.
@Suite struct PluginTests {
    @Test(arguments: Case.all)
    func `A plan gives the expected files`(fixture: Case) throws {
        let site = try PlannedSite(fixture.plan.path, progress: Progress())
        var sources = site.sources
        let findings = site.findings.map { $0.rendered(from: &sources) }
        #expect(findings.isEmpty, "\(findings.joined())")
        let files = Dictionary(uniqueKeysWithValues: site.files.map { ($0.path, $0.content) })
        if ProcessInfo.processInfo.environment["UPDATE"] != nil {
            try fixture.rewrite(files)
            Issue.record("\(fixture.name) was written anew: read the difference, then run again without UPDATE")
            return
        }
        let expected = try fixture.expected()
        #expect(files.keys.sorted() == expected.keys.sorted())
        for (path, content) in expected {
            #expect(files[path].map { String(decoding: $0, as: UTF8.self) } == String(decoding: content, as: UTF8.self), "\(path)")
        }
    }

    @Test func `Every plugin with an emitter has fixtures`() throws {
        let plugins = Set(Case.all.map { $0.name.prefix { $0 != "/" } })
        #expect(plugins.count == Case.plugins.count - 1, "all but YAML: \(plugins)")
    }

    struct Case: CustomTestStringConvertible {
        /// `Hosts/full`.
        let name: String
        private let folder: URL

        var testDescription: String { name }
        var plan: URL { folder.appending(path: "netplan-swarm.yaml") }

        private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Plugins")
            .standardized

        private static func names(in folder: URL) -> [String] {
            ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
        }

        static let plugins = names(in: sources)

        static let all = plugins.flatMap { plugin in
            let fixtures = sources.appending(path: "\(plugin)/Fixtures")
            return names(in: fixtures).map { Case(name: "\(plugin)/\($0)", folder: fixtures.appending(path: $0)) }
        }

        func expected() throws -> [String: [UInt8]] {
            let root = folder.appending(path: "expected")
            let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
            var files: [String: [UInt8]] = [:]
            for path in paths {
                let url = root.appending(path: path)
                if try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile ?? false {
                    files[path] = Array(try Data(contentsOf: url))
                }
            }
            return files
        }

        func rewrite(_ files: [String: [UInt8]]) throws {
            let root = folder.appending(path: "expected")
            try? FileManager.default.removeItem(at: root)
            try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
            for (path, content) in files {
                let url = root.appending(path: path)
                try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(content).write(to: url)
            }
        }
    }
}
