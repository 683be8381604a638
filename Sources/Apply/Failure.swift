/// Why a run stops: one sentence that says what failed, at which path, why, and what to do; and the exit code.
///
///     can't write 'out/hosts/ds1/hosts': no space left on device; free some, then run again
public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
    /// Without a full stop.
    public let sentence: String
    /// What the program exits with.
    public let exitCode: Int32

    /// The world did not let us: a missing file, a full disk, a closed stdout.
    public static let failed: Int32 = 1
    /// Another run is writing.
    public static let busy: Int32 = 5
    /// The command line names what the plan does not have (sysexits.h, EX_USAGE).
    public static let usage: Int32 = 64

    /// Control characters become '?': a path may hold some, and the sentence goes to a terminal.
    public init(_ sentence: String, exitCode: Int32 = Failure.failed) {
        let printable = sentence.unicodeScalars.map { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? "?" : $0 }
        self.sentence = String(String.UnicodeScalarView(printable))
        self.exitCode = exitCode
    }

    public var description: String { sentence }
}
