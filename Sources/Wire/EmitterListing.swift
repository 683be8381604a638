/// An emitter as `netplan-swarm emitters` lists it.
public struct EmitterListing: Sendable, Hashable {
    /// What it is called in the plan's `outputs`.
    public let name: String
    /// Half a line; nil where an external one was only found, not run.
    public let summary: String?
    /// The program behind an external emitter; nil for one that is built in.
    public let program: String?

    /// Lists an emitter by what it is called.
    public init(name: String, summary: String?, program: String? = nil) {
        self.name = name
        self.summary = summary
        self.program = program
    }
}
