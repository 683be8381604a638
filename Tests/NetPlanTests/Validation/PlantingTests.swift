import Foundation
import NetPlan
import Testing

/// Every fault, planted into every plan that has none: it is found where it was put, and nothing else is.
struct PlantingTests {
    struct Base: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        var testDescription: String { name }
    }

    static let bases = ["examples/everything", "examples/smallest", "Tests/Contract/full"].map { name in
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
        let text = try? String(contentsOf: root.appending(path: "\(name)/netplan-swarm.yaml"), encoding: .utf8)
        return Base(name: name, text: text ?? "")
    }

    @Test(arguments: bases)
    func nothingIsFoundBefore(_ base: Base) { #expect(Run(base.text, routing: true).findings.map(\.text) == []) }

    @Test(arguments: bases)
    func aPlantedFaultIsFoundWhereItIs(_ base: Base) {
        for fault in Fault.all {
            guard let text = fault.planted(in: base.text) else { continue }
            Self.check(text, [fault.finding], "\(fault.testDescription) in \(base.name)")
        }
    }

    @Test func everyFaultFitsSomePlan() {
        for fault in Fault.all {
            #expect(Self.bases.contains { fault.planted(in: $0.text) != nil }, "\(fault.testDescription)")
        }
    }

    /// Any two that don't speak of the plan as a whole: both are found, in the order of the file.
    @Test(arguments: 0..<4)
    func twoFaultsAreFoundInTheOrderOfTheFile(_ part: Int) {
        let faults = Fault.all.filter { !$0.isAlone }
        for (index, first) in faults.enumerated() where index % 4 == part {
            for second in faults[(index + 1)...] {
                for base in Self.bases[1...1] {
                    guard let one = first.planted(in: base.text),
                        let both = second.planted(in: one.replacing("①", with: "⑨"))?.replacing("①", with: "②").replacing("⑨", with: "①")
                    else { continue }
                    let findings = [first.finding, second.finding.replacing("①", with: "②")]
                    let isInOrder = both.firstIndex(of: "①")! < both.firstIndex(of: "②")!
                    Self.check(both, isInOrder ? findings : findings.reversed(), "\(first.testDescription), \(second.testDescription)")
                }
            }
        }
    }

    /// A line of the lock that is there twice, and a block that is no longer free.
    @Test(arguments: bases)
    func aFaultOfTheLockIsFoundWhereItIs(_ base: Base) throws {
        let lock = try #require(Run(base.text).allocation?.lock.text)
        var lines = String(decoding: lock, as: UTF8.self).split(separator: "\n").map(String.init)
        let overlay = try #require(lines.lastIndex { $0.hasPrefix("overlay ") })
        let twice = Run(base.text, lock: Array((lines + [lines[overlay], ""]).joined(separator: "\n").utf8))
        #expect(twice.findings.map(\.text) == ["E lock-invalid \(lines.count + 1):1"])

        let name = lines[overlay].split(separator: " ")[1]
        lines[overlay] = "overlay \(name) 10.0.0.0/24"
        let marked = MarkedText(base.text.replacing("\n  \(name): {", with: "\n  ①\(name): {"))
        let taken = Run(marked.text, lock: Array((lines + [""]).joined(separator: "\n").utf8))
        #expect(taken.findings.map { $0.text(naming: marked.name) } == ["E lock-displaced ① \(overlay + 1):1"])
    }

    /// Expects findings by severity, rule and place, and no others.
    static func check(_ marked: String, _ expected: [String], _ name: String) {
        let marked = MarkedText(marked)
        let run = Run(marked.text, routing: true)
        let found = run.findings.map { $0.text(naming: marked.name).split(separator: " ").prefix(3).joined(separator: " ") }
        let messages = run.findings.map { "\($0.location?.text ?? ""): \($0.diagnostic.message)" }
        #expect(found == expected, "\(name):\n\(messages.joined(separator: "\n"))\n\(found == expected ? "" : marked.text)")
    }
}
