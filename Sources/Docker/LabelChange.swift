/// Labels of a member of the swarm that come, go or get another value. Others that it has are left alone.
public struct LabelChange: Sendable, Hashable, Codable {
    /// One label.
    public struct Label: Sendable, Hashable, Codable {
        public let key: String
        /// Nil where the member does not have it, or is not to have it.
        public let before: String?
        public let after: String?

        public init(key: String, before: String?, after: String?) {
            self.key = key
            self.before = before
            self.after = after
        }
    }

    /// What the swarm calls the member: its ID.
    public let member: String
    /// What people call it.
    public let hostname: String
    /// In the order of their keys.
    public let labels: [Label]

    public init(member: String, hostname: String, labels: [Label]) {
        self.member = member
        self.hostname = hostname
        self.labels = labels
    }

    /// What takes it back.
    public var inverse: LabelChange {
        LabelChange(
            member: member, hostname: hostname, labels: labels.map { Label(key: $0.key, before: $0.after, after: $0.before) })
    }
}
