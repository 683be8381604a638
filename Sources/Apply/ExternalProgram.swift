/// A program that somebody else wrote, given some input and run to its end, or to the end of our patience.
///
///     let ending = try ExternalProgram(path: "/usr/local/bin/x").run(input: bytes, within: .usual)
///     if ending.cause == .exited(0) { use(ending.output) }
///
/// It runs in a process group of its own, without our terminal's keys; whatever of that group is left at the end is killed. Input is
/// written while output is read, so that no full pipe holds either side.
public struct ExternalProgram: Sendable, Hashable {
    /// The file, which starts with '/' or is relative to the current folder.
    public let path: String

    /// Takes it as it is: whether it can be started is found out when it is.
    public init(path: String) { self.path = path }

    /// How long it may take, and how much it may say.
    public struct Limits: Sendable, Hashable {
        public var seconds: Int
        /// The most bytes on its standard output.
        public var output: Int
        /// The bytes of its standard error that are kept; what follows is read and dropped.
        public var messages: Int

        public init(seconds: Int, output: Int, messages: Int) {
            self.seconds = seconds
            self.output = output
            self.messages = messages
        }

        /// A minute, 256 MB, and 16 kB of standard error: a site of 100,000 hosts takes a script in Python a few seconds and 20 MB.
        public static let usual = Limits(seconds: 60, output: 256 << 20, messages: 16 << 10)
    }

    /// How it ended, and what it had said by then.
    public struct Ending: Sendable, Hashable {
        /// Why it runs no longer.
        public enum Cause: Sendable, Hashable {
            case exited(Int32)
            /// By a signal that was not ours.
            case signalled(Int32)
            /// It was killed: the time was over.
            case late
            /// It was killed: it said more than it may.
            case talkative
        }

        public let cause: Cause
        /// What came on its standard output.
        public let output: [UInt8]
        /// What came on its standard error, up to the limit.
        public let messages: [UInt8]
    }
}
