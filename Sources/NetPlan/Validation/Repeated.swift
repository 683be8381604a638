/// The values that stand in a sequence more than once.
///
///     Repeated([1, 2, 1]).contains(1)   // true
///
/// A first look that costs a set: only of what is repeated are names and places worked out.
struct Repeated<Value: Hashable> {
    private var values: Set<Value> = []

    init(_ sequence: some Sequence<Value>) {
        var seen = Set<Value>(minimumCapacity: sequence.underestimatedCount)
        for value in sequence where !seen.insert(value).inserted { values.insert(value) }
    }

    var isEmpty: Bool { values.isEmpty }

    func contains(_ value: Value) -> Bool { values.contains(value) }
}
