/// What is wrong, where, and what to write instead.
public struct Diagnostic: Sendable, Hashable {
    /// How bad it is.
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
        self.message = Spelling.shortened(message)
        self.help = help.map(Spelling.shortened)
        self.related = related
    }
}
