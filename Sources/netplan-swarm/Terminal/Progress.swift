internal import Glibc
internal import Synchronization

/// A line on the terminal that says what is being done, once it takes longer than a blink. Nothing where nobody looks.
final class Progress: Sendable {
    private struct State {
        var stage = ""
        var isShown = false
        var hasEnded = false
    }

    private let state = Mutex(State())

    /// What nobody notices: 0.3 s.
    private static let blink: UInt32 = 300_000

    init() {
        guard Terminal.error.isTerminal else { return }
        var thread = pthread_t()
        let box = Unmanaged.passRetained(self)
        let made = pthread_create(
            &thread, nil,
            { pointer in
                if let pointer { Unmanaged<Progress>.fromOpaque(pointer).takeRetainedValue().watch() }
                return nil
            }, box.toOpaque())
        if made == 0 { pthread_detach(thread) } else { box.release() }
    }

    /// What is being done from here on.
    func stage(_ text: String) {
        state.withLock { state in
            state.stage = text
            if state.isShown { Terminal.error.write("\r\u{1B}[K\(text) …") }
        }
    }

    /// Writes lines that stay, above the line.
    func say(_ lines: String) {
        if lines.isEmpty { return }
        state.withLock { state in
            Terminal.error.write((state.isShown ? "\r\u{1B}[K" : "") + lines + (state.isShown ? "\(state.stage) …" : ""))
        }
    }

    /// Takes the line away.
    func end() {
        state.withLock { state in
            if state.isShown { Terminal.error.write("\r\u{1B}[K") }
            state.isShown = false
            state.hasEnded = true
        }
    }

    private func watch() {
        usleep(Self.blink)
        state.withLock { state in
            if state.hasEnded { return }
            state.isShown = true
            Terminal.error.write("\(state.stage) …")
        }
    }
}
