internal import Glibc
internal import NetPlan

/// One of the three standard streams, and what it can show.
struct Terminal {
    private let descriptor: Int32
    let isTerminal: Bool

    static let input = Terminal(STDIN_FILENO)
    static let output = Terminal(STDOUT_FILENO)
    static let error = Terminal(STDERR_FILENO)

    private init(_ descriptor: Int32) {
        self.descriptor = descriptor
        isTerminal = isatty(descriptor) == 1
    }

    /// Colours are for terminals whose user has not said no (no-color.org).
    var hasColor: Bool {
        func value(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
        return isTerminal && value("NO_COLOR").isEmpty && value("TERM") != "dumb"
    }

    var style: LocatedDiagnostic.Style {
        var style: LocatedDiagnostic.Style = hasColor ? .colored : .plain
        style.columns = columns ?? style.columns
        return style
    }

    /// How wide it is; nil where it is no terminal, or does not say.
    private var columns: Int? {
        var size = winsize()
        guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Writes what it can. For standard error only: what is lost there could not be told anyway.
    func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while let start = rest.baseAddress, !rest.isEmpty {
                let count = Glibc.write(descriptor, start, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            }
        }
    }
}
