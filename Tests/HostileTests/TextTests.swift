import Foundation
import NetPlan
import Testing
import YAML

@testable import netplan_swarm

/// Every hostile text in every place of a plan: refused, or read back as exactly that by the program that the file is for.
@Suite struct TextTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    private static let places: [TextPlace] = {
        let url = root.appending(path: "examples/everything/netplan-swarm.yaml")
        return (try? Array(Data(contentsOf: url))).map { TextPlace.all(in: $0) } ?? []
    }()
    /// What stands where the hostile text does, in the same plan: a name that every place of free text takes, and no other text holds.
    private static let marker = "zqx7"

    @Test func `The walk comes by every key of the plan file`() {
        let walked = Set(Self.places.flatMap { $0.path.split { ".[] ()".contains($0) } }.map(String.init))
        for format in PlanFormat.allCases {
            let missing = format.keys.filter { !walked.contains($0) }
            #expect(missing.isEmpty, "\(format.noun) has keys that examples/everything lacks: \(missing)")
        }
    }

    /// The files of a plan by their paths; nil where it is refused, which most are before anything is allocated.
    private static func files(_ plan: String) -> [String: String]? {
        var problems = Diagnostics()
        guard let document = YAMLReader.read(Array(plan.utf8), file: "plan", reporting: &problems), !problems.hasErrors else { return nil }
        let (read, outputs) = PlanReader.read(document, reporting: &problems)
        _ = EmitterList.chosen(outputs, plan: read, reporting: &problems)
        if problems.hasErrors { return nil }
        let site = PlannedSite(unsaved: Array(plan.utf8), as: "netplan-swarm.yaml")
        if site.hasErrors { return nil }
        #expect(Reader.unsound(site.files) == nil)
        return Dictionary(site.files.map { ($0.path, String(decoding: $0.content, as: UTF8.self)) }) { first, _ in first }
    }

    @Test(.enabled(if: Judge.isWanted, "it needs Python with yaml, dash, dhcpd and cmark-gfm"))
    func `A text stays a text, or is refused`() throws {
        var cases: [Judge.Case] = []
        var names: [String] = []
        for place in Self.places {
            let taken = HostileText.all.compactMap { hostile in Self.files(place.plan(hostile.text)).map { (hostile, $0) } }
            guard let plain = Self.files(place.plan(Self.marker)) else {
                // It takes words of its own, numbers or names, and so no text.
                let texts = taken.filter { !Self.isWord($0.0.text) }
                #expect(texts.isEmpty, "\(place.path) takes \(texts.map(\.0.name)), and not a plain word")
                continue
            }
            // There, a star is no name: any connection, and no TLS to find one in.
            for (hostile, files) in taken where !(hostile.text == "*" && place.path.hasSuffix(".sni")) {
                names.append("\(hostile.name) in \(place.path)")
                cases.append(Judge.Case(text: hostile.text, marker: Self.marker, hostile: files, plain: plain))
            }
        }
        #expect(cases.count > 200)
        for (name, complaint) in zip(names, try Judge.verdicts(on: cases)) { #expect(complaint == nil, "\(name): \(complaint ?? "")") }
    }

    /// What some key takes for one of its own words, a number or a name.
    private static func isWord(_ text: String) -> Bool {
        ["true", "null", "*", "", "0123", "-1", "{}", "12:34:56"].contains(text)
            || text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
}
