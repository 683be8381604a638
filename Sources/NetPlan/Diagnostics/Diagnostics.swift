/// Everything that was found in one run. Readers, rules, the allocator and emitters report to it and go on.
public struct Diagnostics: Sendable {
    /// In the order of reporting.
    public private(set) var all: [Diagnostic] = []

    private var locator: Locator?

    public init() {}

    /// From here on, plan paths lead into this document.
    public mutating func locate(in document: Document) { locator = Locator(document) }

    public var hasErrors: Bool { all.contains { $0.severity == .error } }
    public var hasWarnings: Bool { all.contains { $0.severity == .warning } }

    /// Reports with the rule's own severity, or with another where the rule has several.
    public mutating func report(
        _ rule: RuleID, _ severity: Diagnostic.Severity? = nil, at place: Place, _ message: String, help: String? = nil,
        related: [Related] = []
    ) {
        all.append(Diagnostic(rule, severity ?? rule.severity, at: place, message, help: help, related: related))
    }

    /// Removes what the plan's `ignore` names.
    mutating func remove(at indices: Set<Int>) { all = all.indices.filter { !indices.contains($0) }.map { all[$0] } }

    /// One party of a collision.
    public struct Party: Sendable {
        /// What it is called in a sentence: "node ds1".
        public let name: String
        public let place: Place

        public init(_ name: String, at place: Place) {
            self.name = name
            self.place = place
        }

        /// What is said of it beside the finding.
        var related: Related {
            Related(
                place == .program ? "\(name) is Docker's default, and 'pools' in the plan can name another" : "\(name) is here", at: place)
        }
    }

    /// Reports that k parties collide as k−1 findings: each later one in the file against the first.
    public mutating func collide(
        _ rule: RuleID, _ parties: [Party], help: (_ later: Party, _ first: Party) -> String? = { _, _ in nil },
        message: (_ later: Party, _ first: Party) -> String
    ) {
        let sorted = parties.map { (order(of: $0.place), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        guard let first = sorted.first else { return }
        for later in sorted.dropFirst() {
            report(rule, at: later.place, message(later, first), help: help(later, first), related: [first.related])
        }
    }

    /// Where a place stands in the plan, for comparing: lower is earlier, and defaults come before everything.
    public mutating func order(of place: Place) -> Int {
        switch place {
        case .program: -1
        case .value(let path): locator?.find(path).item ?? 0
        case .key(let path): locator.map { _ in locator?.find(path) }??.key ?? 0
        case .mark(_, let mark): Int(mark.line) << 32 + Int(mark.column)
        }
    }

    /// Whether the plan file has a value there.
    mutating func isWritten(_ path: PlanPath) -> Bool { locator?.find(path).isExact ?? false }

    /// The file, line and column of a place; nil for a default of the program.
    public mutating func location(of place: Place) -> Location? {
        switch place {
        case .program: return nil
        case .mark(let file, let mark): return Location(file: file, mark: mark)
        case .value(let path), .key(let path):
            guard let document = locator?.document, let found = locator?.find(path) else { return nil }
            // What is not written is placed at the key of the thing that lacks it, unless that is a plain value.
            var wantsKey = if case .key = place { true } else { false }
            if !found.isExact, document.at(found.item).kind != .text { wantsKey = true }
            let item = wantsKey ? found.key ?? found.item : found.item
            return Location(file: document.file, mark: document.at(item).mark)
        }
    }

    /// All findings with their places, sorted by file, line, column and rule.
    public mutating func located() -> [LocatedDiagnostic] {
        var found: [LocatedDiagnostic] = []
        found.reserveCapacity(all.count)
        for diagnostic in all {
            let related = diagnostic.related.map { LocatedDiagnostic.Related(message: $0.message, location: location(of: $0.place)) }
            found.append(LocatedDiagnostic(diagnostic: diagnostic, location: location(of: diagnostic.place), related: related))
        }
        return found.sorted()
    }
}
