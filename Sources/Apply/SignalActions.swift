internal import Glibc
internal import Synchronization

/// What a hang-up, an interrupt and a polite end do to this process: the kernel has one answer for all of its threads.
///
/// Whoever is first to change it keeps what was, and whoever is last brings that back: two that overlap would else bring back what
/// the other had put there.
enum SignalActions {
    /// Those that ask for them to be otherwise.
    struct Wishes {
        /// How many want none of them to end us.
        var quiet = 0
        /// How many run a program that is to be ended with us.
        var guarded = 0
    }

    /// The process group that is ended with us; 0 where there is none.
    private static let group = Atomic<pid_t>(0)

    private static let signals = [SIGHUP, SIGINT, SIGTERM]
    private static let state = Mutex((wishes: Wishes(), former: [Glibc.sigaction]()))

    /// Names the process group that is ended with us; nil where there is none any more.
    static func end(with leader: pid_t?) { group.store(leader ?? 0, ordering: .relaxed) }

    /// Changes what is wished for, and does it.
    static func change(_ body: (inout Wishes) -> Void) {
        // No signal is the first to ask for it: that would make it, and a handler may not.
        _ = group.load(ordering: .relaxed)
        state.withLock { state in
            if state.former.isEmpty { state.former = signals.map(action) }
            body(&state.wishes)
            for (number, former) in zip(signals, state.former) {
                var new = former
                // Who was started by nohup(1) stays deaf.
                if !isIgnoring(former) {
                    if state.wishes.quiet > 0 {
                        new.__sigaction_handler.sa_handler = SIG_IGN
                    } else if state.wishes.guarded > 0 {
                        new.__sigaction_handler.sa_handler = endWithGroup
                    }
                }
                sigaction(number, &new, nil)
            }
            if state.wishes.quiet == 0, state.wishes.guarded == 0 { state.former = [] }
        }
    }

    private static func action(of number: Int32) -> sigaction {
        var action = sigaction()
        sigaction(number, nil, &action)
        return action
    }

    private static func isIgnoring(_ action: sigaction) -> Bool {
        unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    private static let endWithGroup: @convention(c) (Int32) -> Void = { number in
        let group = SignalActions.group.load(ordering: .relaxed)
        if group > 0 { kill(-group, SIGKILL) }
        signal(number, SIG_DFL)
        raise(number)
    }
}
