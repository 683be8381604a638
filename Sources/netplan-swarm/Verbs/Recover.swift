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
        if whenDue { return try watch(world) }
        let held = try HeldState(of: world, for: "netplan-swarm recover")
        let recovery = try held.recover(tell: Self.say)
        Self.say(recovery.map(Leftover.sentence) ?? "nothing was left to recover")
    }

    /// Waits until there is something to take back, or nothing any more. It looks before it holds the host: whoever confirms, applies again
    /// or takes back meanwhile must not find it in the way.
    private func watch(_ world: World) throws {
        var said: Failure?
        while Confirmation.isPromised(in: world) {
            var pause = 1
            do {
                try Confirmation.wait(in: world)
                if !Confirmation.isPromised(in: world) { return }
                let held = try HeldState(of: world, for: HeldState.watcher)
                guard let recovery = try held.recover(tell: Self.say) else { return }
                Self.say(Leftover.sentence(recovery))
                guard case .waiting = recovery else { return }
            } catch {
                guard Confirmation.isPromised(in: world) else { throw error }
                // Where another is at work, it may be the apply that started us. Anything else may be mended, and nobody else tries again.
                if error.exitCode != Failure.busy {
                    if error != said { Self.say("netplan-swarm: \(error.sentence)") }
                    said = error
                    pause = 5
                }
            }
            Pause.seconds(pause)
        }
    }

    private static func say(_ sentence: String) { Terminal.error.write("\(sentence)\n") }
}
