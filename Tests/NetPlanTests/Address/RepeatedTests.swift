import Testing

@testable import NetPlan

/// What is clever about looking for what stands in a list twice, held to the plain way.
@Suite struct RepeatedTests {
    @Test(arguments: [0, 1, 2, 255, 256, 3000], [1, 40, 1 << 20, UInt64.max])
    func `Sorting by digits is sorting`(count: Int, limit: UInt64) {
        var random = SplitMix64(seed: UInt64(count) ^ limit)
        let numbers = (0..<count).map { _ in random.next() % limit }
        let pairs = numbers.enumerated().map { (number: $0.element, order: $0.offset) }
        let sorted = pairs.radixSorted { $0.number }
        let expected = pairs.sorted { ($0.number, $0.order) < ($1.number, $1.order) }
        #expect(sorted.map(\.order) == expected.map(\.order))
        #expect(numbers.sorted().radixSorted { $0 } == numbers.sorted())
    }

    @Test(arguments: [0, 1, 2, 300, 5000])
    func `What is repeated is what a count says`(count: Int) {
        var random = SplitMix64(seed: UInt64(count))
        let numbers = (0..<count).map { _ in random.next() % 4000 << 30 }
        let repeated = Repeated(numbers)
        let counts = Dictionary(grouping: numbers) { $0 }.mapValues(\.count)
        #expect(counts.allSatisfy { repeated.contains($0.key) == ($0.value > 1) })
        #expect(repeated.isEmpty == counts.values.allSatisfy { $0 == 1 })
        #expect(!repeated.contains(1))
    }

    @Test func `Ten thousand names have ten thousand checksums`() {
        let numbers = (0..<10_000).map { index in
            var sum = Checksum()
            let name = "host-\(index).home.arpa"
            sum.add(name.utf8.span)
            return sum.number
        }
        #expect(Repeated(numbers).isEmpty)
        #expect(numbers.allSatisfy { $0 >> 44 == 0 })
    }
}
