internal import Glibc
internal import Synchronization

/// Sees to it that a Ctrl-C, which only we are sent, ends the program that we run too.
struct Guard: ~Copyable {
    /// The process group that runs; 0 where none does.
    private static let group = Atomic<pid_t>(0)
    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    private let former: [sigaction]

    init() {
        _ = Self.group.load(ordering: .relaxed)
        former = Self.signals.map { number in
            var (old, new) = (sigaction(), sigaction())
            new.__sigaction_handler.sa_handler = { number in
                let group = Guard.group.load(ordering: .relaxed)
                if group > 0 { kill(-group, SIGKILL) }
                signal(number, SIG_DFL)
                raise(number)
            }
            sigaction(number, nil, &old)
            // Who was started by nohup(1) stays deaf.
            if unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self) != unsafeBitCast(SIG_IGN, to: Int.self) {
                sigaction(number, &new, nil)
            }
            return old
        }
    }

    func watch(_ process: pid_t) { Self.group.store(process, ordering: .relaxed) }

    func end() {
        Self.group.store(0, ordering: .relaxed)
        for (number, var old) in zip(Self.signals, former) { sigaction(number, &old, nil) }
    }
}
