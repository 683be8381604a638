internal import Apply
internal import ArgumentParser
internal import NetPlan

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a starter plan, by questions or flags.",
        discussion: """
            Asks on a terminal for what no flag gives. Without one, --subnet, --gateway, --range and --node are needed; 'none' is an answer \
            for a gateway, a range, a macvlan and an overlay. A plan that is there already is never overwritten.
            """)

    @Argument(help: "The folder; it is made if need be.", completion: .directory)
    var folder = "."

    @Option(help: ArgumentHelp("What the site is called.", valueName: "name"))
    var site: String?

    @Option(help: ArgumentHelp("The LAN's network, as 192.168.0.0/24.", valueName: "network"))
    var subnet: String?

    @Option(help: ArgumentHelp("The router's address in it.", valueName: "address"))
    var gateway: String?

    @Option(help: ArgumentHelp("What the router's DHCP lends, as 192.168.0.100-192.168.0.199.", valueName: "first-last"))
    var range: String?

    @Option(help: ArgumentHelp("A node, as ds1=192.168.0.11, or ds1 alone; may be given several times.", valueName: "name=address"))
    var node: [String] = []

    @Option(help: ArgumentHelp("A macvlan over all nodes.", valueName: "name"))
    var macvlan: String?

    @Option(help: ArgumentHelp("An overlay.", valueName: "name"))
    var overlay: String?

    func run() throws {
        let path =
            folder == "." ? PlanSource.fileName : "\(folder.hasSuffix("/") ? String(folder.dropLast()) : folder)/\(PlanSource.fileName)"
        if PlanSource.isThere(path) {
            throw Failure("'\(path)' is there already, and is not overwritten: change it, or name another folder")
        }
        var plan = StarterPlan()
        for (field, text) in given {
            do { try plan.set(field, text) } catch { throw Failure("--\(field.rawValue): \(error.sentence)", exitCode: Failure.usage) }
        }
        if Terminal.input.isTerminal, Terminal.error.isTerminal {
            let dialogue = Dialogue(
                ask: { question in
                    Terminal.error.write(question)
                    return readLine()
                }, tell: { Terminal.error.write($0 + "\n") })
            try dialogue.complete(&plan)
        } else {
            try fill(&plan)
        }
        try AtomicFile.create(PlanSource.fileName, Array(plan.text.utf8), in: folder)
        let findings = plan.findings
        if !findings.isEmpty {
            var sources = SourceLines()
            sources.add(Array(plan.text.utf8), file: PlanSource.fileName)
            Terminal.error.write(Report(findings, sources: sources).text(in: Terminal.error.style))
        }
        Terminal.error.write("wrote \(path)\nnext: 'netplan-swarm show' shows every address, 'netplan-swarm generate' writes the files\n")
    }

    private var given: [(StarterPlan.Field, String)] {
        let nodes = node.isEmpty ? nil : node.joined(separator: " ")
        let values: [(StarterPlan.Field, String?)] = [
            (.site, site), (.subnet, subnet), (.gateway, gateway), (.range, range), (.node, nodes), (.macvlan, macvlan),
            (.overlay, overlay),
        ]
        return values.compactMap { field, value in value.map { (field, $0) } }
    }

    /// Without anybody to ask: what can be left out is none, and the rest is asked for by its flag.
    private func fill(_ plan: inout StarterPlan) throws(Failure) {
        let missing = [StarterPlan.Field.subnet, .gateway, .range, .node].filter { !plan.known.contains($0) }
        if !missing.isEmpty {
            throw Failure(
                "there is no terminal to ask on: give \(Spelling.list(missing.map { "--\($0.rawValue)" }, "and")), as in: netplan-swarm init --subnet 192.168.0.0/24 --gateway 192.168.0.1 --range 192.168.0.100-192.168.0.199 --node ds1=192.168.0.11 --node ds2=192.168.0.12 --node ds3=192.168.0.13",
                exitCode: Failure.usage)
        }
        for (field, text) in [(StarterPlan.Field.site, "home"), (.macvlan, "none"), (.overlay, "none")] where !plan.known.contains(field) {
            try plan.set(field, text)
        }
    }
}
