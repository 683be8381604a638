import Linting
import NetPlan
import Router
import RouterExports
import Wire
import YAML

@testable import Apply
@testable import netplan_swarm

/// What reads bytes that anybody may have written. The fuzzers and the tests ask the same of it.
///
///     Reader.plan.fault(on: bytes)      // nil: an answer was given, and it holds
///
/// A trap is what is looked for first; the sentence is for an answer that can't be right.
enum Reader: String, CaseIterable, Sendable {
    case export, journal, lint, lock, manifest, plan

    /// Of a lock, what follows from its decisions is looked at where that is wanted: it takes ten times as long as the lock itself.
    func fault(on bytes: [UInt8], wholly isWhole: Bool = true) -> String? {
        switch self {
        case .export: Self.export(bytes)
        case .journal: Self.journal(bytes)
        case .lint: Self.lint(bytes)
        case .lock: Self.lock(bytes) ?? (isWhole ? Self.plan(Self.lockedPlan, lock: bytes) : nil)
        case .manifest: Self.manifest(bytes)
        case .plan: Self.plan(bytes, lock: nil)
        }
    }

    /// Its last line is a digest, which no fuzzer guesses: it is put there.
    private static func journal(_ bytes: [UInt8]) -> String? {
        if Journal(bytes) != nil { return "a journal without its digest was believed" }
        guard let journal = Journal(bytes + Array("end \(Digest.sha256(bytes))\n".utf8)) else { return nil }
        for place in journal.removals + journal.folders + journal.puts {
            if !Manifest.isPlain(place.text) || place.text.hasPrefix(Manifest.stagingName + "/") { return "it leads to '\(place.text)'" }
        }
        return Journal(journal.bytes) == journal ? nil : "what is written of it is not what was read"
    }

    private static func manifest(_ bytes: [UInt8]) -> String? {
        guard let manifest = try? JSON.manifest(reading: bytes) else { return nil }
        if let entry = manifest.artifacts.first(where: { !Manifest.accepts(path: $0.path) }) { return "it lists '\(entry.path)'" }
        guard let again = try? JSON.manifest(reading: JSON.manifest(manifest)) else { return "what is written of it can't be read" }
        return again == manifest ? nil : "what is written of it is not what was read"
    }

    /// A router's own export, or what was seen in the network, ticked off against a plan.
    private static func export(_ bytes: [UInt8]) -> String? {
        guard let export = try? ExportReader.read(bytes, file: "export") else { return nil }
        guard let allocation = PlannedSite(unsaved: lockedPlan, as: "netplan-swarm.yaml").allocation else { return "no plan" }
        let duties = allocation.plan.lans.references.map { RouterDuties(ReservationSheet(lan: $0, of: allocation), lan: $0) }
        let check = RouterCheck(of: export, against: duties, in: allocation)
        _ = JSON.check(check, of: "export", in: allocation.plan)
        let text = CheckText(check, of: "export", against: "netplan-swarm.yaml", in: allocation.plan).text.bytes
        return text.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F } ? "a control character is printed" : nil
    }

    /// A text that was pasted from somewhere, of any of the kinds that `lint` knows.
    private static func lint(_ bytes: [UInt8]) -> String? {
        var (linter, problems, sources) = (Linter(), Diagnostics(), SourceLines())
        sources.add(bytes, file: "pasted")
        _ = linter.read(bytes, file: "pasted", reporting: &problems)
        linter.judge(reporting: &problems)
        let findings = problems.located()
        _ = Report(findings, sources: sources).text(in: .colored)
        return misplaced(findings, in: ["pasted": bytes])
    }

    /// What the lock decides is kept or refused, and the next run finds nothing to do.
    private static func lock(_ bytes: [UInt8]) -> String? {
        guard let plan = lockedSite else { return "no plan" }
        var problems = Diagnostics()
        let saved = Lock.read(bytes, file: "netplan-swarm.lock", site: plan.site, reporting: &problems)
        if let fault = misplaced(problems.located(), in: ["netplan-swarm.lock": bytes]) { return fault }
        if problems.hasErrors { return nil }
        let allocation = Allocation.allocating(plan, lock: saved, displacing: [], reporting: &problems)
        Rules.check(allocation, reporting: &problems)
        if problems.hasErrors { return nil }
        let text = allocation.lock.text
        let again = Lock.read(text, file: "netplan-swarm.lock", site: plan.site, reporting: &problems)
        if Allocation.allocating(plan, lock: again, displacing: [], reporting: &problems).lock.text != text {
            return "the second run changes the lock"
        }
        return problems.hasErrors ? "its own lock is an error" : nil
    }

    /// Through everything that comes before the first write, and through each form of the findings.
    private static func plan(_ bytes: [UInt8], lock: [UInt8]?) -> String? {
        let site = PlannedSite(unsaved: bytes, as: "netplan-swarm.yaml", lock: lock)
        _ = Report(site.findings, sources: site.sources).text(in: .colored)
        _ = JSON.diagnostics(site.findings)
        _ = JSON.sarif(site.findings, version: "1")
        _ = WorkflowCommands.text(site.findings)
        if let fault = misplaced(site.findings, in: ["netplan-swarm.yaml": bytes, "netplan-swarm.lock": lock ?? []]) { return fault }
        if site.hasErrors { return nil }
        guard let allocation = site.allocation else { return "there is no allocation, and no error says why" }
        _ = JSON.show(allocation)
        if let fault = unsound(site.files) { return fault }
        // What was decided stays: the next run finds nothing to do.
        let again = PlannedSite(unsaved: bytes, as: "netplan-swarm.yaml", lock: allocation.lock.text)
        if again.hasErrors { return "its own lock is an error: \(again.findings.map(\.diagnostic.message))" }
        if again.allocation?.lock.text != allocation.lock.text { return "the second run changes the lock" }
        return again.files == site.files ? nil : "the second run writes other files"
    }

    private static func misplaced(_ findings: [LocatedDiagnostic], in files: [String: [UInt8]]) -> String? {
        for finding in findings {
            guard let location = finding.location else { return "no place: \(finding.diagnostic.message)" }
            let lines = files[location.file]?.count { $0 == 0x0A || $0 == 0x0D || $0 >= 0x80 } ?? -1
            guard location.mark.line >= 1, location.mark.column >= 1, location.mark.line <= lines + 1 else {
                return "the place \(location.file):\(location.mark.line):\(location.mark.column) is not in the file"
            }
        }
        return nil
    }

    /// No path leads away, no two files share one, and no byte in a file is one that some program takes for more than text.
    static func unsound(_ files: [FileArtifact]) -> String? {
        var seen = Set<String>()
        for file in files {
            if !Manifest.accepts(path: file.path) || !seen.insert(file.path.lowercased()).inserted { return "the path '\(file.path)'" }
            if file.content.contains(where: { ($0 < 0x20 && $0 != 0x0A && $0 != 0x09) || $0 == 0x7F }) {
                return "a control character in '\(file.path)'"
            }
            if String(validating: file.content, as: UTF8.self) == nil { return "'\(file.path)' is not UTF-8" }
        }
        return nil
    }

    private static let lockedSite: Plan? = {
        var problems = Diagnostics()
        return YAMLReader.read(lockedPlan, file: "netplan-swarm.yaml", reporting: &problems).flatMap {
            PlanReader.read($0, reporting: &problems).plan
        }
    }()

    /// The plan that every lock is read for: each sort of decision is open.
    static let lockedPlan = Array(
        """
        version: 1
        site: home
        lans:
          home: {subnet: 192.168.0.0/26, gateway: 192.168.0.1, dhcp: {ranges: [192.168.0.2-192.168.0.9]}}
          storage: {subnet: 10.9.0.0/28}
        pools: {overlay: [10.201.0.0/23]}
        nodes:
          ds1: {address: auto, lan: home, role: manager, also: {storage: {address: auto}}}
          ds2: {address: 192.168.0.12}
        devices:
          printer: {address: auto, lan: home}
        macvlans:
          pihole: {nodes: [ds1, ds2]}
        overlays:
          proxy: {}
          small: {size: 28}
        services:
          pihole: {network: pihole, nodes: [ds1, ds2], address: auto}
        """.utf8)
}
