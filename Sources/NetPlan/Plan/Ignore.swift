/// A warning or note that this site lives with.
public struct Ignore: Sendable, Hashable, Codable {
    public let rule: RuleID
    /// Nil for the whole plan.
    public let path: PlanPath?
    public let reason: String
    /// Its place in the plan's list.
    public let index: Int
}
