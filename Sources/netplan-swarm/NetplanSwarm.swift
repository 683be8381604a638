internal import Apply
internal import ArgumentParser
internal import Glibc

/// The command line: one plan file of a Docker Swarm site's network, and everything that follows from it.
@main
struct NetplanSwarm: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "netplan-swarm",
        abstract: "One plan file of a Docker Swarm site's network: every address decided, every file that must agree written.",
        discussion: "Start with 'netplan-swarm validate' beside a netplan-swarm.yaml. Not affiliated with Canonical's netplan.",
        version: "0.1.0",
        subcommands: [Validate.self, Show.self, Generate.self, Export.self, Who.self, Free.self, Emitters.self])

    static func main() {
        // A reader that goes away is an error like any other: told by write(), not by a signal.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            Terminal.error.write("netplan-swarm: \(failure.sentence)\n")
            Glibc.exit(failure.exitCode)
        } catch {
            exit(withError: error)
        }
    }
}

extension ExitCode {
    /// Something differs: `generate --check`.
    static let different = ExitCode(2)
    /// The plan is invalid.
    static let invalid = ExitCode(3)
    /// `--frozen`, and the lock would change.
    static let stale = ExitCode(4)
}
