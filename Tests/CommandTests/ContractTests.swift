import Foundation
import Testing

/// The contract in bytes: whole plans with what they must give (`Tests/Contract`, a copy).
@Suite struct ContractTests {
    @Test(arguments: Self.cases.filter { Self.exists("\($0)/show.json") })
    func `A plan gives its addresses and its files`(name: String) throws {
        let folder = try Document.copy(of: "Tests/Contract/\(name)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let session = try Session(
            "$ netplan-swarm validate --json > validate.json\n$ netplan-swarm show --json > show.json\n$ netplan-swarm generate 2>/dev/null\n"
        ).run(in: folder)
        #expect(!session.text.contains("[1]") && session.text.contains("[0]"))
        #expect(try Self.json(folder, "validate.json") == NSDictionary(dictionary: ["schemaVersion": 1, "diagnostics": []]))
        #expect(try Self.json(folder, "show.json") == Self.json(Self.root.appending(path: name), "show.json"))
        let expected = Self.root.appending(path: "\(name)/out")
        let paths = FileManager.default.enumerator(atPath: expected.path)?.compactMap { $0 as? String } ?? []
        let files = paths.filter { $0.contains(".") || $0.hasSuffix("/hosts/ds1/hosts") || $0.hasSuffix("ds1/hosts") }
        #expect(files.count > 1)
        for path in files {
            let (real, wanted) = try (
                Data(contentsOf: folder.appending(path: "out/\(path)")), Data(contentsOf: expected.appending(path: path))
            )
            #expect(real == wanted, "\(path)")
        }
    }

    @Test func `The faults are exactly these, in this order`() throws {
        let folder = try Document.copy(of: "Tests/Contract/faults")
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try Session("$ netplan-swarm validate --format json > real.json\n").run(in: folder).text.hasSuffix("[3]\n"))
        let real = try Self.findings(folder, "real.json")
        let expected = try Self.findings(Self.root.appending(path: "faults"), "diagnostics.json")
        #expect(expected.count == 14)
        #expect(real == expected)
    }

    private static let root = Document.root.appending(path: "Tests/Contract")
    private static let cases = ((try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []).filter { !$0.hasPrefix(".") }
        .sorted()

    private static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root.appending(path: path).path) }

    private static func json(_ folder: URL, _ name: String) throws -> NSDictionary {
        try #require(JSONSerialization.jsonObject(with: Data(contentsOf: folder.appending(path: name))) as? NSDictionary)
    }

    /// Rule, severity, place and the related places: messages and help are ours.
    private static func findings(_ folder: URL, _ name: String) throws -> [String] {
        let list = try #require(json(folder, name)["diagnostics"] as? [NSDictionary])
        func place(_ item: NSDictionary) -> String { ["file", "line", "column"].map { "\(item[$0] ?? "")" }.joined(separator: ":") }
        return list.map { item in
            let related = (item["related"] as? [NSDictionary] ?? []).map(place)
            return "\(item["rule"] ?? "") \(item["severity"] ?? "") \(place(item)) \(related)"
        }
    }
}
