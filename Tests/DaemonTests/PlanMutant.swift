import Foundation
import NetPlan
import YAML

/// A plan with one thing changed.
struct PlanMutant {
    let name: String
    let text: String

    /// What values are replaced by: YAML as it is written.
    private static let values = [
        "\"\"", "", "x", "X1", "a.b", "a_b", "-x", "x-", "*", "*.x.y", "5", "\"5\"", "0", "-5", "5000", "70000", "1.5", "true", "yes",
        "auto",
        "12h", "999", "[]", "{}", "[x]", "{x: y}", "192.168.0.9", "192.168.0.256", "192.168.0.09", "10.0.0.0/8", "10.0.0.0/33", "fd00::1",
        "fd00::/64", "1:2:3:4:5:6:7::8", "192.168.0.3-192.168.0.4", "00:11:22:33:44:55", "01:11:22:33:44:55", "52:54", "/etc/x",
        "/etc/../x",
        "a b", "80:80/udp", "http://x:80/", "x:80", "\"[::1]:80\"", "a@b", "all", "all-nodes", "ignore",
    ]

    /// One in eleven: each value meets each kind of leaf somewhere. All 8000 are judged, for two minutes, where EVERY_MUTANT is set.
    static func some() throws -> [PlanMutant] {
        let mutants = try all()
        if ProcessInfo.processInfo.environment["EVERY_MUTANT"] != nil { return mutants }
        return mutants.enumerated().filter { $0.offset % 11 == 0 }.map(\.element)
    }

    /// Every leaf of the fullest plan with every value, and every entry of a map left out.
    static func all() throws -> [PlanMutant] {
        let path = SchemaJudge.root.appending(path: "examples/everything/netplan-swarm.yaml")
        var problems = Diagnostics()
        guard let document = YAMLReader.read(Array(try Data(contentsOf: path)), file: "plan", reporting: &problems) else { return [] }
        return mutants(of: document, at: "") { $0 }
    }

    private static func mutants(
        of document: Document, at path: String, whole: @escaping (String) -> String
    ) -> [PlanMutant] {
        // An own middleware's options are Traefik's, and so are its sections'.
        if path.hasSuffix("compress-all") || path.hasSuffix("options.api") { return [] }
        var mutants = values.map { PlanMutant(name: "\(path): \($0)", text: whole($0)) }
        switch document.kind {
        case .map:
            let entries = document.entries.map { (key: $0.key.text, value: $0.value) }
            for (index, entry) in entries.enumerated() {
                func with(_ changed: String?) -> String {
                    let parts = entries.enumerated().compactMap { position, other -> String? in
                        position == index ? changed : "\(quoted(other.key)): \(flow(other.value))"
                    }
                    return whole("{\(parts.joined(separator: ", "))}")
                }
                mutants.append(PlanMutant(name: "\(path).\(entry.key) left out", text: with(nil)))
                for key in ["x_", "12", "12h", "a_b", "A.b", "bridge", "ü", "lan-only"] {
                    mutants.append(PlanMutant(name: "\(path).\(entry.key) as \(key)", text: with("\(quoted(key)): \(flow(entry.value))")))
                }
                // Of many nodes, one is changed inside.
                if index > 1, ["nodes", "devices", "services"].contains(String(path.dropFirst())), entry.key != "mqtt" { continue }
                mutants += Self.mutants(of: entry.value, at: "\(path).\(entry.key)") { with("\(quoted(entry.key)): \($0)") }
            }
        case .list:
            if let first = document.elements.first(where: { _ in true }) {
                let rest = document.elements.dropFirst().map { ", \(flow($0))" }.joined()
                mutants += Self.mutants(of: first, at: "\(path)[0]") { whole("[\($0.isEmpty ? "\"\"" : $0)\(rest)]") }
            }
        default: break
        }
        return mutants
    }

    /// The document as YAML on one line.
    private static func flow(_ document: Document) -> String {
        switch document.kind {
        case .map: "{" + document.entries.map { "\(quoted($0.key.text)): \(flow($0.value))" }.joined(separator: ", ") + "}"
        case .list: "[" + document.elements.map(flow).joined(separator: ", ") + "]"
        case .text: document.isPlain && !document.text.contains { ",[]{}:#*".contains($0) } ? document.text : quoted(document.text)
        case .empty, .refused: ""
        }
    }

    private static func quoted(_ text: String) -> String { "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" }
}
