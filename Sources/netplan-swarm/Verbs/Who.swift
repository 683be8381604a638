internal import Apply
internal import ArgumentParser
internal import NetPlan
internal import Wire

struct Who: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say whose an address, a MAC or a name is, and why.",
        discussion: """
            What can be asked for: an IPv4 or IPv6 address, a network as 192.168.0.252/30, a MAC, and any name of the plan: a key, a \
            qualified name, an alias, a service's name, <macvlan>/<node>. Exit code 1 where nobody in the plan has it.
            """)

    @Argument(help: "An address, network, MAC or name.", completion: .names)
    var what: String

    @Argument(help: "The plan file; the nearest netplan-swarm.yaml where none is named.", completion: .plan)
    var plan: String?

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        var site = try PlannedSite.read(plan)
        try site.stopIfBroken()
        guard let allocation = site.allocation else { throw ExitCode.invalid }
        let inquiry = Inquiry(allocation, saved: site.lock)
        let usage = Usage(of: site.files)
        let answers = inquiry.answers(to: what).map { (answer: $0, emitters: usage.emitters(of: $0)) }
        if json { try StandardOutput.write(JSON.who(what, answers, in: allocation.plan) { site.location(of: $0) }) }
        guard !answers.isEmpty else { throw unknown(inquiry, in: site.planPath) }
        if json { return }
        let texts = answers.map { AnswerText($0.answer, emitters: $0.emitters, in: allocation.plan).text { site.location(of: $0) } }
        try StandardOutput.write(Array(texts.joined(separator: "\n").utf8))
    }

    private func unknown(_ inquiry: Inquiry, in path: String) -> Failure {
        if Inquiry.isNumeric(what) { return Failure("\(what) is nobody's: '\(path)' has no address, LAN, pool or network that it is of") }
        let guess = Spelling.nearest(to: what, among: inquiry.knownNames).map { "did you mean \($0)?" }
        return Failure("'\(path)' knows nothing called '\(what)': \(guess ?? "'netplan-swarm show' lists what it knows")")
    }
}
