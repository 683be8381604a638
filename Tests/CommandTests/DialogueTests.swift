import Apply
import Foundation
import NetPlan
import Testing

@testable import netplan_swarm

/// The questions of `init`, with answers from a list.
@Suite struct DialogueTests {
    private final class Script {
        var answers: [String]
        var said: [String] = []
        init(_ answers: [String]) { self.answers = answers }
    }

    private static func run(_ answers: [String], from start: StarterPlan = StarterPlan()) throws(Failure) -> (
        plan: StarterPlan, said: [String]
    ) {
        let script = Script(answers)
        var plan = start
        let dialogue = Dialogue(
            ask: { question in
                script.said.append(question)
                return script.answers.isEmpty ? nil : script.answers.removeFirst()
            }, tell: { script.said.append($0) })
        try dialogue.complete(&plan)
        return (plan, script.said)
    }

    @Test func `Nothing but Enter gives a plan without a finding`() throws {
        let (plan, said) = try Self.run(Array(repeating: "", count: 7))
        #expect(plan.findings.isEmpty)
        #expect(said.count == 7)
        #expect(said[2] == "The router's address in it, or none [192.168.0.1]: ")
        #expect(plan.text.contains("  ds3: {address: 192.168.0.13, role: manager}\n"))
    }

    @Test func `What is refused is asked again, in words`() throws {
        let (plan, said) = try Self.run([
            "a.b", "Lab", "10.7.0.5/24", "10.7.0.0/24", "10.8.0.1", " 10.7.0.254 ", "10.7.0.200-10.7.0.100", "NONE",
            "n1=10.7.0.9 n1=10.7.0.8",
            "n1=10.7.0.254", "n1=10.7.0.9, n2", "Pi hole", "pihole", "none",
        ])
        #expect(
            said.filter { $0.hasPrefix("  ") }.map { String($0.prefix(30)) }
                == [
                    "  a site's name has no dots: write a",
                    "  10.7.0.5/24 is an address inside a ne",
                    "  the gateway of LAN lab has 10.8.0.1,",
                    "  '10.7.0.200-10.7.0.100' is not a rang",
                    "  the key 'n1' is here again: keep one",
                    "  node n1 has 10.7.0.254, which the gat",
                    "  'Pi hole' is not a network's name: it",
                ].map { String($0.prefix(30)) })
        #expect(plan.findings.isEmpty)
        #expect(plan.text.contains("lans:") && plan.text.contains("  lab:\n    subnet: 10.7.0.0/24\n    gateway: 10.7.0.254\n"))
        #expect(plan.text.contains("  n2: {address: auto}\n"))
        #expect(plan.text.contains("  pihole: {nodes: [n1, n2]}\n"))
    }

    @Test func `What a flag gave is not asked for`() throws {
        var start = StarterPlan()
        try start.set(.subnet, "172.30.0.0/16")
        try start.set(.node, "a=172.30.0.5")
        let (plan, said) = try Self.run(Array(repeating: "", count: 5), from: start)
        #expect(said.map { $0.prefix(8) } == ["What is ", "The rout", "What the", "A macvla", "An overl"])
        #expect(plan.findings.allSatisfy { $0.diagnostic.severity != .error })
    }

    @Test(arguments: ["10.0.0.0/8", "192.168.0.0/30", "192.168.0.0/31", "192.168.4.4/32", "10.9.0.0/27", "0.0.0.0/0", "192.168.0.0/29"])
    func `What is usual is right for any network, or the network is refused`(subnet: String) throws {
        var start = StarterPlan()
        do { try start.set(.subnet, subnet) } catch { return }
        let plan = try? Self.run(Array(repeating: "", count: 6), from: start).plan
        #expect(plan.map { $0.findings.allSatisfy { $0.diagnostic.severity != .error } } ?? true)
    }

    @Test(arguments: ["10.0.0.0/24", "10.7.0.0/16", "172.17.0.0/24", "172.18.4.0/24", "10.210.0.0/16", "172.16.0.0/12"])
    func `Where the LAN meets Docker's defaults, Docker gets other places`(subnet: String) throws {
        var start = StarterPlan()
        try start.set(.subnet, subnet)
        let plan = try Self.run(Array(repeating: "", count: 6), from: start).plan
        #expect(plan.findings.isEmpty, "\(plan.findings.map(\.diagnostic.message))")
        #expect(plan.text.contains("\npools:"))
    }

    @Test func `An end in the middle writes nothing`() {
        #expect(throws: Failure.self) { try Self.run(["home", "192.168.0.0/24"]) }
    }
}
