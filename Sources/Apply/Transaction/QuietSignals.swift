internal import Glibc

/// Lets a hang-up, an interrupt and a polite end pass by, until what is begun is ended.
struct QuietSignals: ~Copyable {
    private let before: [(number: Int32, action: __sighandler_t?)]

    init() { before = [SIGHUP, SIGINT, SIGTERM].map { ($0, signal($0, SIG_IGN)) } }

    deinit { for (number, action) in before { signal(number, action) } }
}
