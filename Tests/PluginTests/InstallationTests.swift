import Foundation
import NetPlan
import Testing

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
        let site = try PlannedSite(fixture.plan.path, progress: Progress())
        let plan = try String(contentsOf: fixture.plan, encoding: .utf8)
        let outputs = "\noutputs:\n" + site.emitters.map { "  \($0): {on: all}\n" }.joined()
        guard !plan.contains("\noutputs:") else { return }
        let named = PlannedSite(unsaved: Array((plan + outputs).utf8), as: "netplan-swarm.yaml")
        for file in named.files where file.installPath != nil { #expect(file.on == .all, "\(file.path)") }
    }
}
