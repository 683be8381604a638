import Foundation
import NetPlan
import Testing

@testable import netplan_swarm

@Suite(
    .enabled(
        if: Program.isWanted("dnsmasq") && Program.isWanted("dig"),
        "dnsmasq or dig is not installed (apt install dnsmasq-base bind9-dnsutils)"))
struct DnsmasqTests {
    private static let sites = Site.all(of: "DHCP")

    @Test(arguments: sites)
    func `dnsmasq takes its file`(site: Site) throws {
        let folder = try Scratch()
        for file in try site.files(of: "dnsmasq") {
            try folder.write([file])
            let outcome = try Program.run("dnsmasq", ["--test", "-C", folder.path(file.name)])
            #expect(outcome.output == "dnsmasq: syntax check OK.\n", "\(file.path): \(outcome.output)")
        }
    }

    /// Every name of the plan, asked for by dig: all its addresses, and none beside; and every address by its owner's name.
    @Test(arguments: sites)
    func `dnsmasq answers what the plan says`(site: Site) throws {
        let planned = try site.planned()
        guard let file = planned.files.first(where: { $0.emitter == "dnsmasq" }), let allocation = planned.allocation else { return }
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
            if case .name(let target) = record.value { expected["\(record.name) CNAME"] = ["\(target)."] }
            if record.name.isWildcard, !records.contains(where: { $0.name.base == record.name.base && !$0.name.isWildcard }) {
                expected["\(record.name.base) A"] = []
            }
        }
        let answers = try Self.ask(Array(expected.keys), of: String(decoding: file.content, as: UTF8.self))
        for (question, answer) in expected { #expect(answers[question] == answer, "\(question)") }
    }

    /// Several addresses of one name change their order from answer to answer.
    @Test func `A name with several addresses goes round`() throws {
        let file = try #require(try Self.sites.first { $0.folder.hasSuffix("dnsmasq-names") }?.files(of: "dnsmasq").first)
        let text = String(decoding: file.content, as: UTF8.self)
        let script = "for i in 1 2 3 4 5 6 7 8; do dig +short +norecurse -p $port @127.0.0.1 git.example.org A | head -1; done"
        let firsts = Set(try Self.run(script, beside: text).split(separator: "\n"))
        #expect(firsts == ["10.1.0.11", "10.1.0.12"])
    }

    /// The answers to questions, each in dig's words: a name and a type, or `-x` and an address.
    private static func ask(_ questions: [String], of text: String) throws -> [String: Set<String>] {
        let script = questions.map { "echo '= \($0)'; dig +short +norecurse -p $port @127.0.0.1 \($0)" }.joined(separator: "\n")
        var answers: [String: Set<String>] = [:]
        var question = ""
        for line in try run(script, beside: text).split(separator: "\n").map(String.init) {
            if line.hasPrefix("= ") { question = String(line.dropFirst(2)) }
            answers[question, default: []].formUnion(line.hasPrefix("= ") ? [] : [line])
        }
        return answers
    }

    /// Runs a script while dnsmasq answers on a port of loopback. Its DHCP is not asked for: that wants a network of its own.
    private static func run(_ script: String, beside text: String) throws -> String {
        let folder = try Scratch()
        let names = text.split(separator: "\n").filter { !$0.hasPrefix("dhcp-") }.joined(separator: "\n")
        try folder.write(names + "\n", to: "names.conf")
        let port = Int.random(in: 20_000..<30_000)
        let start = """
            port=\(port)
            '\(Program.find("dnsmasq")?.path ?? "dnsmasq")' --no-daemon --port=$port --listen-address=127.0.0.1 --bind-interfaces --no-resolv \
            --no-hosts --user=root --pid-file='\(folder.path("pid"))' --conf-file='\(folder.path("names.conf"))' >'\(folder.path("log"))' 2>&1 &
            trap 'kill -9 $!' EXIT
            until dig +short +tries=1 +time=1 -p $port @127.0.0.1 up A >/dev/null; do kill -0 $!; done
            """
        let outcome = try Program.run("sh", ["-ec", "\(start)\n\(script)\n"])
        #expect(outcome.status == 0, "\(outcome.output)\n\((try? String(contentsOfFile: folder.path("log"), encoding: .utf8)) ?? "")")
        return outcome.output
    }
}
