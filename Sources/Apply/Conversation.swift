internal import Glibc

/// What is said between us and a program that runs: its input, its output, its messages, none of which waits for another.
struct Conversation: ~Copyable {
    private let process: pid_t
    private let limits: ExternalProgram.Limits
    private let input: [UInt8]
    private var written = 0
    private var output: [UInt8] = []
    private var messages: [UInt8] = []
    /// Nil once all was said, or nobody listens any more.
    private var toProcess: FileDescriptor?
    /// Nil at their end.
    private var outputEnd: FileDescriptor?
    private var messagesEnd: FileDescriptor?
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)

    init(
        _ process: pid_t, _ input: [UInt8], to toProcess: consuming FileDescriptor, output: consuming FileDescriptor,
        messages: consuming FileDescriptor, within limits: ExternalProgram.Limits
    ) {
        self.process = process
        self.limits = limits
        self.input = input
        self.toProcess = consume toProcess
        outputEnd = consume output
        messagesEnd = consume messages
    }

    /// Listens to the end, and leaves no process of the group behind.
    mutating func run(until deadline: ContinuousClock.Instant) -> ExternalProgram.Ending {
        let cut = listen(until: deadline)
        // Before the process itself is waited for: until then nobody else can be given its number.
        kill(-process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let cause = cut ?? (status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F))
        return ExternalProgram.Ending(cause: cause, output: output, messages: messages)
    }

    /// Why it has to be cut short; nil where the process has ended by itself.
    private mutating func listen(until deadline: ContinuousClock.Instant) -> ExternalProgram.Ending.Cause? {
        var hasEnded = false
        while true {
            if output.count > limits.output { return .talkative }
            let left = ContinuousClock.now.duration(to: deadline)
            if left <= .zero { return .late }
            let isSilent = outputEnd == nil && messagesEnd == nil
            // Where all is said it ends at once; and what it left running may keep the pipes open for ever.
            let patience = hasEnded ? 0 : isSilent ? 2 : min(100, Int32(clamping: left.components.seconds) &* 1000 &+ 1)
            if exchange(waiting: patience) { continue }
            // What it said last may have come after we listened.
            if hasEnded { return nil }
            hasEnded = isGone
        }
    }

    /// Whether anything was said, or heard to end, within so many milliseconds.
    private mutating func exchange(waiting time: Int32) -> Bool {
        var ends = [
            pollfd(fd: toProcess?.number ?? -1, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: outputEnd?.number ?? -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: messagesEnd?.number ?? -1, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&ends, nfds_t(ends.count), time) > 0 else { return false }
        var isHeard = false
        if ends[0].revents != 0 { write() }
        if ends[1].revents != 0 {
            isHeard = true
            let count = read(ends[1].fd, &chunk, chunk.count)
            if count > 0 { output.append(contentsOf: chunk[..<count]) } else if count == 0 || errno != EINTR { outputEnd = nil }
        }
        if ends[2].revents != 0 {
            isHeard = true
            let count = read(ends[2].fd, &chunk, chunk.count)
            if count > 0 {
                messages.append(contentsOf: chunk[..<min(count, limits.messages - messages.count)])
            } else if count == 0 || errno != EINTR {
                messagesEnd = nil
            }
        }
        return isHeard || (toProcess != nil && ends[0].revents != 0)
    }

    /// Some of what is left of the input.
    private mutating func write() {
        guard let number = toProcess?.number else { return }
        let count = input.withUnsafeBytes { bytes in
            Glibc.write(number, bytes.baseAddress.map { $0 + written }, min(input.count - written, chunk.count))
        }
        if count > 0 { written += count }
        // Who does not read to the end has heard enough.
        if written == input.count || (count < 0 && errno != EINTR && errno != EAGAIN) { toProcess = nil }
    }

    /// Whether the process itself has ended. It is not waited for yet.
    private var isGone: Bool {
        var change = siginfo_t()
        return waitid(P_PID, id_t(process), &change, WEXITED | WNOHANG | WNOWAIT) == 0 && change.si_signo == SIGCHLD
    }
}
