import Foundation
import NetPlan
import Testing

@testable import netplan_swarm

/// The reference in docs/plan-file.md has every key and no other, and tells the defaults of the editors' schema.
@Suite struct KeyTableTests {
    private static let text = (try? String(contentsOf: Document.root.appending(path: "docs/plan-file.md"), encoding: .utf8)) ?? ""
    private static let tables = KeyTable.all(in: text)
    private static let ofKeys = tables.filter { !$0.column("key").isEmpty }

    /// The keys that there are, by the heading of their table.
    private static let keys: [String: [String]] = {
        var keys = Dictionary(uniqueKeysWithValues: PlanFormat.allCases.map { ($0.heading, $0.keys) })
        for emitter in EmitterList.all { keys["outputs.\(emitter.name)"] = emitter.keys }
        return keys
    }()

    @Test func `Every map has its table, and every table its map`() {
        #expect(Self.ofKeys.map(\.name).sorted() == Self.keys.keys.sorted())
        for table in Self.tables { #expect(table.isWhole, "\(table.name): a row has more or fewer cells than the heads") }
    }

    @Test(arguments: Self.keys.keys.sorted())
    func `Every key has its row, in the order of the program, and no other has one`(map: String) throws {
        let table = try #require(Self.ofKeys.first { $0.name == map }, "docs/plan-file.md has no section \(map)")
        let keys = Self.keys[map] ?? []
        #expect(table.column("key") == keys.map { "`\($0)`" }, "\(map)")
        for key in keys { #expect(table.cell("example", of: key)?.isEmpty == false, "\(map): \(key) has no example") }
    }

    @Test func `Every rule that is named is one`() {
        let known = Set(RuleID.allCases.map(\.rawValue))
        for table in Self.tables {
            for cell in table.column("rules") + table.column("rule") {
                let words = KeyTable.words(cell)
                #expect(words.map { "`\($0)`" }.joined(separator: ", ") == cell, "\(table.name): '\(cell)' is no list of rules")
                for word in words { #expect(known.contains(word), "\(table.name): there is no rule \(word)") }
                #expect(Set(words).count == words.count, "\(table.name): '\(cell)' names a rule twice")
            }
        }
    }

    @Test func `Every rule watches a key`() {
        // Of the file itself, of any map or text in it, or of another file: no key's own.
        let ofNoKey: Set<RuleID> = [.syntax, .unknownKey, .duplicateKey, .wrongType, .unsafeText, .lockInvalid]
        let watching = Set(Self.ofKeys.flatMap { $0.column("rules") }.flatMap(KeyTable.words))
        let unwatched = RuleID.allCases.filter { !watching.contains($0.rawValue) }
        #expect(Set(unwatched) == ofNoKey)
        let inGeneral = Set(Self.tables.flatMap { $0.column("rule") }.flatMap(KeyTable.words))
        #expect(inGeneral.isSuperset(of: ofNoKey.map(\.rawValue)), "what watches no key is told once for all")
    }

    @Test func `Every link within the page leads to a heading`() throws {
        // As GitHub makes them: in lower case, blanks as dashes, and no other punctuation.
        let headings = Self.text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
            let words = line.drop { $0 == "#" }.dropFirst().lowercased()
            return String(words.filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }).replacing(" ", with: "-")
        }
        let links = Self.text.matches(of: /\]\(#([^)]*)\)/).map { String($0.output.1) }
        #expect(links.count > 20)
        for link in links { #expect(headings.contains(link), "there is no heading for #\(link)") }
    }

    @Test func `What is required, and each default, is the schema's`() throws {
        let data = try Data(contentsOf: Document.root.appending(path: "schema/netplan-swarm.schema.json"))
        let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        var count = 0
        let names =
            PlanFormat.allCases.map { ($0.rawValue, $0.heading) } + EmitterList.all.map { ("outputs.\($0.name)", "outputs.\($0.name)") }
        for (name, heading) in names {
            let table = try #require(Self.ofKeys.first { $0.name == heading })
            let definition = try #require(definitions[name])
            let required = definition["required"] as? [String] ?? []
            for (key, property) in definition["properties"] as? [String: [String: Any]] ?? [:] {
                let cell = table.cell("default", of: key)
                #expect((cell == "required") == required.contains(key), "\(heading): \(key)")
                guard let value = property["default"] else { continue }
                #expect(cell == "`\(try Self.written(value))`", "\(heading): \(key)")
                count += 1
            }
        }
        #expect(count > 20)
    }

    /// A value as a plan has it, in one line.
    private static func written(_ value: Any) throws -> String {
        if let text = value as? String { return text }
        let data = try JSONSerialization.data(withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes])
        let text = String(decoding: data, as: UTF8.self).replacing("\"", with: "")
        return text.replacing(",", with: ", ").replacing(":", with: ": ")
    }
}

extension PlanFormat {
    /// Where its map stands in a plan, as the reference's heading has it.
    fileprivate var heading: String {
        switch self {
        case .plan: "The plan"
        case .ignore: "ignore[]"
        case .lan: "lans.*"
        case .lanDHCP: "lans.*.dhcp"
        case .lease: "lease"
        case .reserved: "lans.*.reserved[]"
        case .slices: "lans.*.slices"
        case .pools: "pools"
        case .pool: "pools.docker[]"
        case .external: "external.*"
        case .node: "nodes.*"
        case .attachment: "nodes.*.also.*"
        case .device: "devices.*"
        case .vip: "vips.*"
        case .macvlan: "macvlans.*"
        case .overlay: "overlays.*"
        case .service: "services.*"
        case .tcp: "services.*.tcp"
        case .udp: "services.*.udp"
        case .dns: "dns"
        case .record: "dns.records[]"
        case .dhcp: "dhcp"
        case .group: "dhcp.groups.*"
        case .dhcpClass: "dhcp.classes.*"
        }
    }
}
