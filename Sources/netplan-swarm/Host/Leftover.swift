internal import Apply
internal import NetPlan

/// What an earlier run left on a host, seen to before anything else.
enum Leftover {
    /// Finishes or takes back. Fails with exit code 5 where an apply waits to be confirmed: nothing goes on top of that.
    static func see(to held: borrowing HeldState) throws(Failure) {
        guard let recovery = try held.recover(tell: { Terminal.error.write("\($0)\n") }) else { return }
        if case .waiting(let seconds) = recovery {
            throw Failure(
                "an apply waits to be confirmed, for \(seconds) s more: run 'netplan-swarm confirm' to keep it, or 'netplan-swarm rollback' to take it back",
                exitCode: Failure.busy)
        }
        Terminal.error.write("netplan-swarm: \(sentence(recovery))\n")
    }

    static func sentence(_ recovery: HeldState.Recovery) -> String {
        switch recovery {
        case .discarded: "a run was interrupted before it touched anything, and what it left is gone"
        case .takenBack(let taken): "a run was interrupted, and \(taken.extent) is as it was before it"
        case .expired(let taken): "the last apply was not confirmed in time, and \(taken.extent) is as it was before it"
        case .waiting(let seconds): "an apply waits to be confirmed, for \(seconds) s more"
        }
    }
}
