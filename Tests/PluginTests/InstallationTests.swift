import Foundation
import NetPlan
import Testing
import YAML

@testable import Apply
@testable import netplan_swarm

/// Every emitter's files are put on a host as they are: its own checks take them, and a second look finds nothing.
@Suite struct InstallationTests {
    @Test(arguments: PluginTests.Case.all)
    func `Applied, a second look finds nothing to the byte`(fixture: PluginTests.Case) throws {
        let site = try PlannedSite(fixture.plan.path, progress: Progress())
        let allocation = try #require(site.allocation)
        let files = site.files.filter { $0.installPath != nil && ($0.node == nil || $0.node == allocation.plan.nodes.first?.name) }
        let folder = FileManager.default.temporaryDirectory.appending(path: "netplan-swarm-installation-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let world = try World(root: folder.path, judges: JudgeList.all)
        func compare() throws -> Comparison { try Comparison(of: files, site: allocation.plan.site, roots: [], in: world) }
        do {
            let held = try HeldState(of: world, for: "a test")
            try held.apply(compare()) { _ in }
        }
        #expect(try compare().changes.isEmpty && compare().unread.isEmpty)
        for file in files where file.ownership == .file {
            let path = folder.path + (file.installPath ?? "")
            #expect(FileManager.default.contents(atPath: path).map(Array.init) == file.content, "\(path)")
        }
    }

    /// `on:` names the nodes, whichever emitter it is: a file that does not carry it on would be installed nowhere.
    @Test(arguments: PluginTests.Case.all)
    func `on: reaches every file`(fixture: PluginTests.Case) throws {
        let allocation = try #require(try PlannedSite(fixture.plan.path, progress: Progress()).allocation)
        var problems = Diagnostics()
        let settings = try #require(YAMLReader.read(Array("{on: all, path: /srv/test}".utf8), file: "settings", reporting: &problems))
        for type in EmitterList.all {
            for case .file(let file) in type.init(settings, reporting: &problems).artifacts(for: allocation, reporting: &problems)
            where file.installPath != nil { #expect(file.on == .all, "\(file.path)") }
        }
    }
}
