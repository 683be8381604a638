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
        let host = try InstallationFolder()
        let name = "\(allocation.plan.site)"
        try host.apply(files, of: name)
        let second = try host.comparison(files, of: name)
        #expect(second.changes.isEmpty && second.unread.isEmpty)
        for file in files where file.ownership == .file {
            let path = file.installPath ?? ""
            #expect(host.read(String(path.dropFirst())) == String(decoding: file.content, as: UTF8.self), "\(path)")
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
