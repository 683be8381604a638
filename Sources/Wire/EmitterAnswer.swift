public import NetPlan

/// What an external emitter answered: files, each of which it may write, and what it found.
public struct EmitterAnswer: Sendable, Hashable {
    /// In the order of the answer; each below the emitter's own folder, none twice.
    public let files: [FileArtifact]
    /// In the order of the answer, with nothing in them that could steer a terminal.
    public let findings: [Diagnostic]
}
