/// A set of addresses, kept as sorted ranges that neither overlap nor touch.
///
///     var taken = AddressSet([a...b, c...c])
///     taken.lowestAbsent(in: lan.range, from: lan.first)
public struct AddressSet<A: Address>: Sendable, Hashable {
    /// The ranges, lowest first.
    public private(set) var ranges: [ClosedRange<A>]

    /// The empty set.
    public init() { ranges = [] }

    /// The union of any ranges, in any order. Costs one sort.
    @specialized(where A == IPv4Address)
    public init(_ unsorted: [ClosedRange<A>]) {
        ranges =
            A.width <= UInt64.bitWidth
            ? unsorted.radixSorted { UInt64(truncatingIfNeeded: $0.lowerBound.bits) } : unsorted.sorted { $0.lowerBound < $1.lowerBound }
        merge()
    }

    /// Joins sorted ranges that overlap or touch, in place.
    ///
    ///     ├──────┤                        ├───────────┤
    ///         ├──────┤            ->
    ///                 ├──┤ touches
    private mutating func merge() {
        guard var current = ranges.first else { return }
        var count = 0
        for range in ranges.dropFirst() {
            if current.upperBound.next.map({ range.lowerBound <= $0 }) ?? true {
                if range.upperBound > current.upperBound { current = current.lowerBound...range.upperBound }
            } else {
                ranges[count] = current
                count += 1
                current = range
            }
        }
        ranges[count] = current
        ranges.removeSubrange((count + 1)...)
    }

    public var isEmpty: Bool { ranges.isEmpty }

    /// How many addresses it holds; `Int.max` where that does not fit.
    public var count: Int {
        ranges.reduce(0) { sum, range in
            let (total, overflow) = sum.addingReportingOverflow(range.addressCount)
            return overflow ? Int.max : total
        }
    }

    /// The index of the first range that ends at or after `address`.
    private func index(notBefore address: A) -> Int {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < address { low = middle + 1 } else { high = middle }
        }
        return low
    }

    @specialized(where A == IPv4Address)
    public func contains(_ address: A) -> Bool {
        let index = index(notBefore: address)
        return index < ranges.count && ranges[index].lowerBound <= address
    }

    /// Whether any address of `range` is in the set.
    public func overlaps(_ range: ClosedRange<A>) -> Bool { firstOverlap(with: range) != nil }

    /// The lowest of the set's ranges that shares an address with `range`.
    public func firstOverlap(with range: ClosedRange<A>) -> ClosedRange<A>? {
        let index = index(notBefore: range.lowerBound)
        guard index < ranges.count, ranges[index].lowerBound <= range.upperBound else { return nil }
        return ranges[index]
    }

    /// Adds a range. Costs a move of what lies above it: build big sets from a list instead.
    public mutating func insert(_ range: ClosedRange<A>) {
        let first = index(notBefore: range.lowerBound.previous ?? range.lowerBound)
        var joined = range
        var end = first
        while end < ranges.count, joined.upperBound.next.map({ ranges[end].lowerBound <= $0 }) ?? true {
            joined = min(joined.lowerBound, ranges[end].lowerBound)...max(joined.upperBound, ranges[end].upperBound)
            end += 1
        }
        ranges.replaceSubrange(first..<end, with: CollectionOfOne(joined))
    }

    public func union(_ other: Self) -> Self { Self(ranges + other.ranges) }

    /// What of `range` is not in the set, lowest first.
    ///
    ///     range    ├───────────────────┤
    ///     set   ├────┤     ├──┤
    ///     gives      ├─────┤  ├────────┤   (without the ends)
    @specialized(where A == IPv4Address)
    public func gaps(in range: ClosedRange<A>) -> [ClosedRange<A>] {
        var gaps = [ClosedRange<A>]()
        var start = range.lowerBound
        var index = index(notBefore: start)
        while index < ranges.count, ranges[index].lowerBound <= range.upperBound {
            let taken = ranges[index]
            if taken.lowerBound > start, let end = taken.lowerBound.previous { gaps.append(start...end) }
            guard let next = taken.upperBound.next, next <= range.upperBound else { return gaps }
            start = next
            index += 1
        }
        gaps.append(start...range.upperBound)
        return gaps
    }

    /// What is in this set and not in `other`.
    public func subtracting(_ other: Self) -> Self {
        var difference = Self()
        difference.ranges = ranges.flatMap(other.gaps(in:))
        return difference
    }

    /// The lowest address from `start` to the end of `range` that is not in the set.
    public func lowestAbsent(in range: ClosedRange<A>, from start: A) -> A? {
        guard range.contains(start) else { return nil }
        let index = index(notBefore: start)
        guard index < ranges.count, ranges[index].lowerBound <= start else { return start }
        guard let next = ranges[index].upperBound.next, next <= range.upperBound else { return nil }
        return next
    }
}
