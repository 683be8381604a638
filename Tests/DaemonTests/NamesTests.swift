import NetPlan
import Testing

@testable import netplan_swarm

@Suite(
    .enabled(if: NameDaemon.isWanted, "it needs dnsmasq, named, unbound and dig (apt install dnsmasq-base bind9 unbound bind9-dnsutils)"))
struct NamesTests {
    private static let sites = Site.all(of: "DHCP", "DNS")

    /// Every name of the plan, asked for by dig: all its addresses, and none beside; and every address by its owner's name.
    @Test(arguments: sites)
    func `A server answers what the plan says`(site: Site) throws {
        let planned = try site.planned()
        guard let allocation = planned.allocation else { return }
        for daemon in NameDaemon.allCases {
            let files = planned.files.filter { $0.emitter == daemon.rawValue }
            if !files.isEmpty { try Self.check(daemon, files, of: allocation) }
        }
    }

    private static func check(_ daemon: NameDaemon, _ files: [FileArtifact], of allocation: Allocation) throws {
        let records = allocation.resourceRecords()
        var expected: [String: Set<String>] = [:]
        for record in records {
            // Any name below a wildcard; the name above it is none of it.
            let name = record.name.isWildcard ? "any-\(record.name.base.short).\(record.name.base)" : record.name.description
            guard let address = record.address else { continue }
            expected["\(name) \(address.v4 == nil ? "AAAA" : "A")", default: []].insert(address.description)
        }
        for pointer in records.pointers(in: allocation.plan) { expected["-x \(pointer.address)"] = ["\(pointer.name)."] }
        for record in records {
            // It knows no CNAME and no wildcard: what stands for them answers a little more, or in other words.
            if daemon == .unbound { continue }
            if case .name(let target) = record.value { expected["\(record.name) CNAME"] = ["\(target)."] }
            if record.name.isWildcard, !records.contains(where: { $0.name.base == record.name.base && !$0.name.isWildcard }) {
                expected["\(record.name.base) A"] = []
            }
        }
        let answers = try ask(Array(expected.keys), of: daemon, on: files)
        for (question, answer) in expected { #expect(answers[question] == answer, "\(daemon): \(question)") }
    }

    /// Several addresses of one name change their order from answer to answer.
    @Test(arguments: [NameDaemon.dnsmasq: "dnsmasq-names", .bind: "Fixtures/bind", .unbound: "Fixtures/unbound"])
    func `A name with several addresses goes round`(daemon: NameDaemon, folder: String) throws {
        let files = try #require(try Self.sites.first { $0.folder.hasSuffix(folder) }?.files(of: daemon.rawValue))
        let script = "for i in 1 2 3 4 5 6 7 8; do dig +short +norecurse -p $port @127.0.0.1 git.example.org A | head -1; done"
        let firsts = Set(try daemon.run(script, on: files).split(separator: "\n"))
        #expect(firsts == ["10.1.0.11", "10.1.0.12"])
    }

    /// The answers to questions, each in dig's words: a name and a type, or `-x` and an address.
    private static func ask(_ questions: [String], of daemon: NameDaemon, on files: [FileArtifact]) throws -> [String: Set<String>] {
        let script = questions.map { "echo '= \($0)'; dig +short +norecurse -p $port @127.0.0.1 \($0)" }.joined(separator: "\n")
        var answers: [String: Set<String>] = [:]
        var question = ""
        for line in try daemon.run(script, on: files).split(separator: "\n").map(String.init) {
            if line.hasPrefix("= ") { question = String(line.dropFirst(2)) }
            answers[question, default: []].formUnion(line.hasPrefix("= ") ? [] : [line])
        }
        return answers
    }
}
