internal import Apply
internal import ArgumentParser
internal import NetPlan

struct Recover: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take back what an interrupted 'apply' left, or one that was not confirmed in time.",
        discussion: "Every 'apply' does this first. At boot, the unit netplan-swarm-recover.service does it.")

    @Option(help: ArgumentHelp("The root that it was applied below.", valueName: "dir"), completion: .directory)
    var root = "/"

    /// What `apply --confirm` starts.
    @Flag(help: .hidden)
    var whenDue = false

    func run() throws {
        let world = try World(root: root, judges: JudgeList.all)
        var said: Failure?
        while true {
            var pause = 1
            do {
                let held = try HeldState(of: world, for: "netplan-swarm recover")
                guard let recovery = try held.recover(tell: { Terminal.error.write("\($0)\n") }) else {
                    if !whenDue { Terminal.error.write("nothing was left to recover\n") }
                    return
                }
                Terminal.error.write("\(Leftover.sentence(recovery))\n")
                guard whenDue, case .waiting = recovery else { return }
            } catch {
                guard whenDue, Confirmation.isPromised(in: world) else { throw error }
                // Where another is at work, it may be the apply that started us. Anything else may be mended, and nobody else tries again.
                if error.exitCode != Failure.busy {
                    if error != said { Terminal.error.write("netplan-swarm: \(error.sentence)\n") }
                    said = error
                    pause = 5
                }
            }
            Pause.seconds(pause)
            try Confirmation.wait(in: world)
        }
    }
}
