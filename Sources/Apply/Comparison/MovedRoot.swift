/// A root that is another than it was when the site was applied last.
public struct MovedRoot: Sendable, Hashable {
    /// Where it stands in the plan.
    public let name: String
    public let old: String
    /// Nil where it is gone.
    public let new: String?

    init(name: String, old: String, new: String?) {
        self.name = name
        self.old = old
        self.new = new
    }

    /// What would become of it.
    var sentence: String {
        name == Root.hostName
            ? "this host was \(old) when it was applied last, and would be \(new ?? "nobody")"
            : "\(name) would move from \(old) to \(new ?? "nowhere")"
    }

    /// What was there before and is another now; what is new cuts nobody off.
    static func all(from old: [Record.Root], to new: [Root]) -> [MovedRoot] {
        let values = Dictionary(new.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        return old.filter { values[$0.name] != $0.value }.map { MovedRoot(name: $0.name, old: $0.value, new: values[$0.name]) }
    }
}
