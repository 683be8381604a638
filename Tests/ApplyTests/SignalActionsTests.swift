import Glibc
import Testing

@testable import Apply

/// In processes of their own: what signals do is one thing for all tests.
@Suite struct SignalActionsTests {
    /// The tests' own threads hear no signal.
    static func listen() {
        var none = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, nil)
    }

    @Test func `Those who overlap leave what was there`() async {
        await #expect(processExitsWith: .success) {
            SignalActionsTests.listen()
            var quiet: QuietSignals? = QuietSignals()
            var guarded: Guard? = Guard()
            guard quiet != nil, guarded != nil else { exit(1) }
            if raise(SIGTERM) != 0 { exit(2) }
            quiet = nil
            guarded = nil
            if [SIGHUP, SIGINT, SIGTERM].contains(where: { signal($0, SIG_IGN) != nil }) { exit(3) }
            exit(0)
        }
    }

    @Test func `Who is deaf to a hang-up stays so`() async {
        await #expect(processExitsWith: .success) {
            SignalActionsTests.listen()
            signal(SIGHUP, SIG_IGN)
            var guarded: Guard? = Guard()
            guard guarded != nil, raise(SIGHUP) == 0 else { exit(1) }
            guarded = nil
            exit(raise(SIGHUP))
        }
    }

    @Test func `Ended, it ends by that signal`() async {
        await #expect(processExitsWith: .signal(SIGTERM)) {
            SignalActionsTests.listen()
            let guarded = Guard()
            raise(SIGTERM)
            withExtendedLifetime(guarded) {}
        }
    }
}
