/// An emitter as `netplan-swarm emitters` lists it.
public struct EmitterListing: Sendable, Hashable {
    /// What it is called in the plan's `outputs`.
    public let name: String
    /// What it writes, in half a line; nil where an external one was only found, not run.
    public let summary: String?
    /// Who reads that; nil likewise.
    public let reader: String?
    /// What judges it before it is put in place; nil where nothing does.
    public let judge: String?
    /// The program behind an external emitter; nil for one that is built in.
    public let program: String?

    /// Lists an emitter by what it is called.
    public init(name: String, summary: String?, reader: String? = nil, judge: String? = nil, program: String? = nil) {
        self.name = name
        self.summary = summary
        self.reader = reader
        self.judge = judge
        self.program = program
    }
}
