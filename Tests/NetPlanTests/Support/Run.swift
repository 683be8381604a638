import NetPlan
import Testing
import Traefik
import YAML

/// One text through everything that the program does before it writes: read, allocated, checked; and where it is asked for, told
/// what Traefik would get, for two rules are about that.
struct Run {
    static let file = "netplan-swarm.yaml"
    static let lockFile = "netplan-swarm.lock"

    let plan: Plan?
    let outputs: [PlanReader.Output]
    let allocation: Allocation?
    let findings: [LocatedDiagnostic]

    init(_ text: String, lock: [UInt8]? = nil, displacing displaced: Set<String> = [], checking: Bool = true, routing: Bool = false) {
        self.init(Array(text.utf8), lock: lock, displacing: displaced, checking: checking, routing: routing)
    }

    init(_ bytes: [UInt8], lock: [UInt8]? = nil, displacing displaced: Set<String> = [], checking: Bool = true, routing: Bool = false) {
        var problems = Diagnostics()
        let document = YAMLReader.read(bytes, file: Self.file, reporting: &problems)
        let read = document.map { PlanReader.read($0, reporting: &problems) }
        plan = read?.plan
        outputs = read?.outputs ?? []
        var allocation: Allocation?
        if let plan {
            let saved = lock.flatMap { Lock.read($0, file: Self.lockFile, site: plan.site, reporting: &problems) }
            let found = Allocation.allocating(plan, lock: saved, displacing: displaced, reporting: &problems)
            if checking {
                Rules.check(found, reporting: &problems)
                for output in outputs where routing && output.emitter == TraefikEmitter.name {
                    _ = TraefikEmitter(output.settings, reporting: &problems).artifacts(for: found, reporting: &problems)
                }
                Rules.applyIgnores(of: plan, to: &problems)
            }
            allocation = found
        }
        self.allocation = allocation
        findings = problems.located()
    }

    var errors: [String] { findings.filter { $0.diagnostic.severity == .error }.map { "\($0.text): \($0.diagnostic.message)" } }
    var rules: [RuleID] { findings.map(\.diagnostic.rule) }
}

extension LocatedDiagnostic {
    /// `E duplicate-address 13:18 12:18`: the severity, the rule, its place, the related places.
    var text: String { text { "\($0.line):\($0.column)" } }

    func text(naming mark: (Mark) -> String) -> String {
        let severity = diagnostic.severity.rawValue.prefix(1).uppercased()
        let places = ([location] + related.map(\.location)).map { $0.map { mark($0.mark) } ?? "-" }
        return ([severity, diagnostic.rule.rawValue] + places).joined(separator: " ")
    }
}

/// A text with its places marked: `①` to `⑨` stand before what a finding points at, and are no part of it.
struct MarkedText {
    private(set) var text = ""
    private var marks: [String: Character] = [:]

    init(_ marked: String) {
        var (line, column) = (1, 1)
        for scalar in marked.unicodeScalars {
            if ("①"..."⑨").contains(scalar) { marks["\(line):\(column)"] = Character(scalar); continue }
            text.unicodeScalars.append(scalar)
            if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
        }
    }

    /// The mark that stands at a place, or the place in numbers.
    func name(_ mark: Mark) -> String { marks["\(mark.line):\(mark.column)"].map { String($0) } ?? "\(mark.line):\(mark.column)" }
}

/// A plan with marks, and what is found in it: `E duplicate-address ② ①`.
struct MarkedPlan: Sendable, CustomTestStringConvertible {
    let text: String
    let findings: [String]
    var lock: String?

    init(_ text: String, findings: [String]) { (self.text, self.findings) = (text, findings) }

    init(_ text: String, _ findings: String..., lock: String? = nil) {
        (self.text, self.findings, self.lock) = (text, findings, lock)
    }

    var testDescription: String { findings.isEmpty ? "good: \(text.suffix(60))" : findings.joined(separator: ", ") }

    /// Expects these findings and no others.
    func check(_ head: String = "", sourceLocation: SourceLocation = #_sourceLocation) {
        let marked = MarkedText(head + text)
        let run = Run(marked.text, lock: lock.map { Array($0.utf8) })
        let found = run.findings.map { $0.text(naming: marked.name) }
        let messages = run.findings.map { "\($0.location?.text ?? ""): \($0.diagnostic.message)" }
        #expect(found == findings, "\(messages.joined(separator: "\n"))\n\(marked.text)", sourceLocation: sourceLocation)
    }
}
