internal import Apply
internal import ArgumentParser
internal import Glibc
internal import NetPlan

/// The command line: one plan file of a Docker Swarm site's network, and everything that follows from it.
@main
struct NetplanSwarm: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "netplan-swarm",
        abstract: "One plan file of a Docker Swarm site's network: every address decided, every file that must agree written.",
        discussion: """
            Start with 'netplan-swarm init', or with 'netplan-swarm validate' beside a netplan-swarm.yaml. Not affiliated with Canonical's \
            netplan: this is another program, and it never touches /etc/netplan.

            Files: netplan-swarm.yaml: the plan, in the current folder or the nearest above it; netplan-swarm.lock: beside the plan, what \
            was decided where it leaves something open, to be committed with it; out/: what 'generate' writes, listed in out/manifest.json.

            Exit codes: 0 fine; 1 failed; 2 something differs; 3 the plan is invalid; 4 the lock would change and must not, or a saved \
            diff no longer fits; 5 another run \
            is writing; 6 it was applied, and then taken back; 64 the command line is wrong.
            """,
        version: "0.1.0",
        subcommands: [
            Init.self, Validate.self, Show.self, Generate.self, Diff.self, ApplyVerb.self, Confirm.self, Rollback.self, Recover.self,
            Export.self, CheckRouter.self, Who.self, Free.self, Lint.self, Explain.self,
            Emitters.self,
        ])

    static func main() {
        // A reader that goes away is an error like any other, and so is a file that grows too big for ulimit(1): told by write(), not
        // by a signal.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        StandardOutput.keepClosed()
        keepMemory()
        do {
            try checkVerb()
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            Terminal.error.write("netplan-swarm: \(failure.sentence)\n" + failure.details.map { "  \($0)\n" }.joined())
            Glibc.exit(failure.exitCode)
        } catch {
            exit(withError: error)
        }
    }

    /// Lets what a big array leaves be used again. Else it goes back to the system, and each page of the next one is cleared anew: a
    /// tenth of the time for 100,000 devices.
    ///
    /// malloc(3) of glibc keeps blocks that are smaller than the largest it has seen freed (mallopt(3), M_MMAP_THRESHOLD), up to 32 MB.
    private static func keepMemory() {
        var block: UnsafeMutableRawPointer?
        if posix_memalign(&block, 4096, 31 << 20) == 0 { free(block) }
    }

    /// The parser would say "unexpected argument" of a verb that is spelled wrong, and not which one is near.
    private static func checkVerb() throws {
        var words = CommandLine.arguments.dropFirst()
        if words.first == "help" { words.removeFirst() }
        guard let word = words.first, !word.isEmpty, !word.hasPrefix("-") else { return }
        let verbs = configuration.subcommands.flatMap { verb in
            [verb.configuration.commandName ?? "\(verb)".lowercased()] + verb.configuration.aliases
        }
        guard word != "help", !verbs.contains(word) else { return }
        let guess = Spelling.nearest(to: word, among: verbs).map { "did you mean '\($0)'?" } ?? "there is \(Spelling.list(verbs, "and"))"
        throw ValidationError("There is no verb '\(word)': \(guess)")
    }
}

extension ExitCode {
    /// Something differs: `generate --check`, `check-router`.
    static let different = ExitCode(2)
    /// The plan is invalid.
    static let invalid = ExitCode(3)
    /// `--frozen`, and the lock would change.
    static let stale = ExitCode(4)
}
