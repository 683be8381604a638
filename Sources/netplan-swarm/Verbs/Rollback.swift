internal import Apply
internal import ArgumentParser
internal import NetPlan

struct Rollback: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take the last 'apply' back, once.",
        discussion:
            "Every file gets the bytes, owner and mode that it had before, and its server is reloaded. Where one was changed since, nothing is touched."
    )

    @Option(help: ArgumentHelp("The root that it was applied below.", valueName: "dir"), completion: .directory)
    var root = "/"

    func run() throws {
        let held = try HeldState(of: World(root: root, judges: JudgeList.all), for: "netplan-swarm rollback")
        if let recovery = try held.recover(tell: { Terminal.error.write("\($0)\n") }) {
            if case .waiting = recovery {
            } else {
                Terminal.error.write("\(Leftover.sentence(recovery))\n")
                return
            }
        }
        let taken = try held.rollback { Terminal.error.write("\($0)\n") }
        Terminal.error.write("taken back: \(taken.extent) is as it was before the last apply\n")
    }
}
