internal import Apply
internal import ArgumentParser
internal import Linting
internal import NetPlan

struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judge commands and files that were pasted from somewhere, without a plan.",
        discussion: """
            Reads 'docker network create' in scripts and Markdown, the networks of compose files, what 'docker network inspect' prints, and \
            dhcpd.conf: its content says what a file is. Exit code 3 where there is an error; with --strict, where there is a warning. It \
            runs nothing that it reads, and what it can't judge it says.
            """)

    @Argument(help: "The files; '-' for standard input.", completion: .file())
    var files: [String]

    @OptionGroup var verdict: Verdict

    func run() throws {
        var linter = Linter()
        var problems = Diagnostics()
        var sources = SourceLines()
        var (tally, seen) = (Tally(), Set<String>())
        for path in files where seen.insert(path).inserted {
            let name = path == "-" ? "standard input" : path
            let bytes = path == "-" ? try StandardInput.read() : try PlanSource.read(path)
            sources.add(bytes, file: name)
            let found = linter.read(bytes, file: name, reporting: &problems)
            tally += found
            if found.isEmpty {
                let sentence = Failure(
                    "there is nothing to judge in '\(name)': no docker network create, no networks of a compose file, no dhcpd.conf")
                Terminal.error.write("netplan-swarm: \(sentence)\n")
            }
        }
        linter.judge(reporting: &problems)
        try verdict.tell(problems.located(), sources: sources, whenNone: tally.isEmpty ? nil : "\(Self.words(tally)): no problem found")
    }

    /// `2 networks, 1 DHCP declaration`.
    private static func words(_ tally: Tally) -> String {
        [(tally.networks, "network"), (tally.declarations, "DHCP declaration"), (tally.others, "unread text")]
            .filter { $0.0 > 0 }.map { Spelling.count($0.0, $0.1) }.joined(separator: ", ")
    }
}
