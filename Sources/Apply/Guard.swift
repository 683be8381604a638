internal import Glibc

/// Sees to it that a Ctrl-C, which only we are sent, ends the program that we run too.
struct Guard: ~Copyable {
    init() { SignalActions.change { $0.guarded += 1 } }

    deinit {
        SignalActions.end(with: nil)
        SignalActions.change { $0.guarded -= 1 }
    }

    /// Names the leader of the program's group.
    func watch(_ process: pid_t) { SignalActions.end(with: process) }
}
