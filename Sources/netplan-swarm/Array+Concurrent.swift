internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
    /// What a body makes of each element, worked out on all cores at once; the last is begun first.
    ///
    ///     emitters.concurrentMap { $0.artifacts(for: allocation, reporting: &problems) }
    func concurrentMap<Result: Sendable>(_ body: @Sendable (Element) -> Result) -> [Result] {
        let results = Mutex([Result?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { turn in
            let index = count - 1 - turn
            let result = body(self[index])
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0.compactMap(\.self) }
    }
}
