/// Why a run stops: one sentence that says what failed, at which path, why, and what to do; and the exit code.
///
///     can't write 'out/hosts/ds1/hosts': no space left on device; free some, then run again
public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
    /// Without a full stop.
    public let sentence: String
    /// What was said by whoever knows more, a line each.
    public let details: [String]
    /// Whether somebody with more rights could do it.
    public private(set) var isDenied = false
    /// What the program exits with.
    public let exitCode: Int32

    /// The world did not let us: a missing file, a full disk, a closed stdout.
    public static let failed: Int32 = 1
    /// What was shown is no longer what is there.
    public static let stale: Int32 = 4
    /// Another run is writing.
    public static let busy: Int32 = 5
    /// It was applied, and then taken back.
    public static let takenBack: Int32 = 6
    /// The command line names what the plan does not have (sysexits.h, EX_USAGE).
    public static let usage: Int32 = 64

    /// Control characters become '?': a path may hold some, and the sentence goes to a terminal.
    public init(_ sentence: String, details: [String] = [], exitCode: Int32 = Failure.failed) {
        self.sentence = Self.printable(sentence)
        self.details = details.map(Self.printable)
        self.exitCode = exitCode
    }

    /// The same, for want of rights.
    var denied: Failure {
        var failure = self
        failure.isDenied = true
        return failure
    }

    /// The same with more to say of it, or another exit code.
    func with(_ more: String, exitCode: Int32? = nil) -> Failure {
        Failure("\(sentence); \(more)", details: details, exitCode: exitCode ?? self.exitCode)
    }

    private static func printable(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? "?" : $0 }
        return String(String.UnicodeScalarView(scalars))
    }

    public var description: String { sentence }
}
