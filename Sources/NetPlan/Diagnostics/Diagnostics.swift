/// Everything that was found in one run. Readers, rules, the allocator and emitters report to it and go on.
public struct Diagnostics: Sendable {
    /// In the order of reporting.
    public private(set) var all: [Diagnostic] = []

    /// How many were reported so far: whoever compares it before and after knows whether something was wrong.
    public private(set) var count = 0

    /// The most errors that are kept. Nobody reads the 30,000th, and a megabyte of wrong names would be 100 of findings. What is no
    /// error is always kept: a big site may live with many, and `ignore` them.
    static let errorLimit = 30_000

    /// Beyond so many errors nobody looks for a near name or a way out: each costs a search, and the first thousands have had theirs.
    private static let searchLimit = 10_000

    private var errorCount = 0
    private var lastError: Diagnostic?

    private var locator: Locator?

    public init() {}

    /// From here on, plan paths lead into this document.
    public mutating func locate(in document: Document) { locator = Locator(document) }

    public var hasErrors: Bool { errorCount > 0 }
    /// Whether there are so many errors that a help which has to be searched for is left out, and that nobody waits for what would be written.
    public var isCrowded: Bool { errorCount > Self.searchLimit }
    public var hasWarnings: Bool { all.contains { $0.severity == .warning } }

    /// Reports with the rule's own severity, or with another where the rule has several.
    public mutating func report(
        _ rule: RuleID, _ severity: Diagnostic.Severity? = nil, at place: Place, _ message: String, help: String? = nil,
        related: [Related] = []
    ) {
        report(Diagnostic(rule, severity ?? rule.severity, at: place, message, help: help, related: related))
    }

    private mutating func report(_ diagnostic: Diagnostic) {
        count += 1
        guard diagnostic.severity == .error else { return all.append(diagnostic) }
        errorCount += 1
        if errorCount <= Self.errorLimit { all.append(diagnostic) } else { lastError = lastError ?? diagnostic }
    }

    /// One for what is found at the same time elsewhere, with the same document: `report(_:)` brings the two together.
    public func apart() -> Diagnostics {
        var other = Diagnostics()
        other.locator = locator
        return other
    }

    /// Reports everything that was found elsewhere, in its order.
    public mutating func report(_ other: Diagnostics) {
        for diagnostic in other.all { report(diagnostic) }
        guard let last = other.lastError else { return }
        report(last)
        let uncounted = other.errorCount - Self.errorLimit - 1
        count += uncounted
        errorCount += uncounted
    }

    /// The error beyond them, which says how many are not kept.
    private var closing: Diagnostic? {
        guard let lastError else { return nil }
        let left = errorCount - Self.errorLimit - 1
        let message = left == 0 ? lastError.message : "\(lastError.message); \(Spelling.count(left, "other error")) left out here"
        return Diagnostic(lastError.rule, .error, at: lastError.place, message, help: lastError.help, related: lastError.related)
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
        collide(rule, parties, as: { $0 }, help: help, message: message)
    }

    /// The same of claims that are less than a party each, and are made one when they are spoken of: there may be half a million.
    mutating func collide<Claim>(
        _ rule: RuleID, _ claims: [Claim], as party: (Claim) -> Party, help: (_ later: Party, _ first: Party) -> String?,
        message: (_ later: Party, _ first: Party) -> String
    ) {
        // Their numbers, not they themselves, are sorted.
        let orders = claims.map { order(of: party($0).place) }
        let sorted = claims.indices.sorted { orders[$0] < orders[$1] }
        guard let first = sorted.first.map({ party(claims[$0]) }) else { return }
        for index in sorted.dropFirst() {
            // What is not kept needs no sentence.
            if lastError != nil, rule.severity == .error {
                count += 1
                errorCount += 1
                continue
            }
            let later = party(claims[index])
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
        found.reserveCapacity(all.count + 1)
        func locate(_ diagnostic: Diagnostic) {
            let related = diagnostic.related.map { LocatedDiagnostic.Related(message: $0.message, location: location(of: $0.place)) }
            found.append(LocatedDiagnostic(diagnostic: diagnostic, location: location(of: diagnostic.place), related: related))
        }
        for diagnostic in all { locate(diagnostic) }
        if let closing { locate(closing) }
        return found.sorted()
    }
}
