/// Lets a hang-up, an interrupt and a polite end pass by, until what is begun is ended.
struct QuietSignals: ~Copyable {
    init() { SignalActions.change { $0.quiet += 1 } }

    deinit { SignalActions.change { $0.quiet -= 1 } }
}
