/// Says of a file whether its target will take it, where the target's own program can't say it alone.
///
/// Whoever knows the format brings it: `Apply` itself knows none.
public protocol Judge: Sendable {
    /// What is wrong with the staged file, a sentence each; empty where nothing is.
    ///
    /// `neighbours` are the other files that are to be in its folder, in the order of their names; none where it does not ask for them.
    func faults(in content: [UInt8], part: Replacement.Part, neighbours: [(name: String, content: [UInt8])]) -> [String]

    /// Whether the other files of its folder count: they are somebody else's, and may be hard to read.
    var readsNeighbours: Bool { get }

    /// The argument lists of programs to ask besides, with `{}` for the staged file; one that is not there is said.
    var programs: [[String]] { get }
}

extension Judge {
    public var readsNeighbours: Bool { false }

    public var programs: [[String]] { [] }
}
