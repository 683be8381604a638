/// A diagnostic whose plan paths were walked to their lines.
public struct LocatedDiagnostic: Sendable, Hashable, Comparable {
    /// The other place, walked to its line.
    public struct Related: Sendable, Hashable {
        public let message: String
        /// Nil where the other party is a default of the program.
        public let location: Location?
    }

    public let diagnostic: Diagnostic
    public let location: Location?
    public let related: [Related]

    public static func < (a: Self, b: Self) -> Bool {
        let (left, right) = (a.location, b.location)
        if left?.file != right?.file { return (left?.file ?? "") < (right?.file ?? "") }
        if left?.mark.line != right?.mark.line { return (left?.mark.line ?? 0) < (right?.mark.line ?? 0) }
        if left?.mark.column != right?.mark.column { return (left?.mark.column ?? 0) < (right?.mark.column ?? 0) }
        if a.diagnostic.rule != b.diagnostic.rule { return a.diagnostic.rule.rawValue < b.diagnostic.rule.rawValue }
        return a.diagnostic.message < b.diagnostic.message
    }
}
