internal import Apply
internal import ArgumentParser
internal import NetPlan

struct Confirm: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Keep what 'apply --confirm' put in place.")

    @Option(help: ArgumentHelp("The root that it was applied below.", valueName: "dir"), completion: .directory)
    var root = "/"

    func run() throws {
        // The apply that is confirmed may be ending at this moment.
        let held = try HeldState(of: World(root: root, judges: JudgeList.all), for: "netplan-swarm confirm", isPatient: true)
        try held.confirm()
        Terminal.error.write("kept\n")
    }
}
