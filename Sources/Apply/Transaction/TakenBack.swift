internal import NetPlan

/// What became of changes that were to be taken back.
public struct TakenBack: Sendable, Hashable {
    /// How many there were to take back.
    var count = 0
    /// What somebody else changed meanwhile, and what is left as he made it.
    var left: [String] = []

    /// What is as it was before: "everything", or "everything but '/etc/hosts'".
    public var extent: String { left.isEmpty ? "everything" : "everything but \(Spelling.list(left, "and"))" }
}
