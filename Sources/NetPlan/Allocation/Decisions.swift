/// What is known of each of many subjects, sorted by them: found by halving, and in one step where it is asked for in order.
public struct Decisions<Value: Sendable & Hashable>: Sendable, Hashable {
    /// One subject, and what is known of it.
    public struct Entry: Sendable, Hashable {
        public let subject: Lock.Subject
        public let value: Value
    }

    /// By subject, each of them once.
    public private(set) var entries: [Entry]

    /// Nothing is known of anybody.
    public init() { entries = [] }

    /// Takes entries in any order; of several about one subject, the first. Those in order already cost one pass.
    init(_ unsorted: [Entry]) {
        entries = unsorted
        guard zip(entries, entries.dropFirst()).contains(where: { $0.subject >= $1.subject }) else { return }
        // A stable sort: the first stays the first.
        entries.sort { $0.subject < $1.subject }
        var last: Lock.Subject?
        entries.removeAll { entry in
            defer { last = entry.subject }
            return entry.subject == last
        }
    }

    /// What is known of a subject; nil where nothing is.
    public subscript(_ subject: Lock.Subject) -> Value? {
        var cursor = 0
        return value(of: subject, after: &cursor)
    }

    /// The same, for one who asks for many: the cursor is where the next one stands, if they come in order.
    func value(of subject: Lock.Subject, after cursor: inout Int) -> Value? {
        if cursor < entries.count, entries[cursor].subject == subject {
            cursor += 1
            return entries[cursor - 1].value
        }
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].subject < subject { low = middle + 1 } else { high = middle }
        }
        guard low < entries.count, entries[low].subject == subject else { return nil }
        cursor = low + 1
        return entries[low].value
    }
}
