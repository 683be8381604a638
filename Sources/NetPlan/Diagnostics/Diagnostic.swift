/// What is wrong, where, and what to write instead.
public struct Diagnostic: Sendable, Hashable {
    public enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
        /// Nothing is written while there is one.
        case error
        case warning
        case note
    }

    public let rule: RuleID
    public let severity: Severity

    /// One sentence without a full stop that names every party.
    public let message: String

    public let place: Place

    /// The smallest change that mends it.
    public let help: String?

    /// The other places that are involved.
    public let related: [Related]

    public init(_ rule: RuleID, _ severity: Severity, at place: Place, _ message: String, help: String?, related: [Related]) {
        self.rule = rule
        self.severity = severity
        self.place = place
        self.message = message
        self.help = help
        self.related = related
    }
}

/// Another place that a diagnostic is about.
public struct Related: Sendable, Hashable {
    public let message: String
    public let place: Place

    public init(_ message: String, at place: Place) {
        self.message = message
        self.place = place
    }
}

/// Where something is: known by what it is called in the plan, by a mark in a file, or nowhere at all.
public enum Place: Sendable, Hashable {
    /// The value at the end of the path.
    case value(PlanPath)
    /// The key that leads to it.
    case key(PlanPath)
    /// A line of some file, which need not be the plan.
    case mark(file: String, Mark)
    /// A default of the program, written in no file.
    case program
}
