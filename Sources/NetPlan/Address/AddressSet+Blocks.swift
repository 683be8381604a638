extension AddressSet {
    /// Which end of a range blocks are taken from.
    public enum End: String, Sendable, Hashable, Codable, CaseIterable {
        case top, bottom
    }

    /// The first aligned block of a length inside `range`, from that end, that shares no address with the set.
    ///
    ///     AddressSet([gateway...gateway]).absentBlock(length: 30, in: lan.range, from: .top)   // the LAN's last /30
    ///
    /// Nil where there is none, or where the length is not one of the family.
    public func absentBlock(length: Int, in range: ClosedRange<A>, from end: End) -> Prefix<A>? {
        guard (0...A.width).contains(length) else { return nil }
        let gaps = gaps(in: range)
        switch end {
        case .bottom:
            for gap in gaps { if let block = Self.block(length: length, in: gap, from: .bottom) { return block } }
        case .top:
            for gap in gaps.reversed() { if let block = Self.block(length: length, in: gap, from: .top) { return block } }
        }
        return nil
    }

    /// The lowest or highest aligned block inside a range.
    static func block(length: Int, in gap: ClosedRange<A>, from end: End) -> Prefix<A>? {
        switch end {
        case .bottom:
            let below = Prefix(around: gap.lowerBound, length: length)
            if below.first == gap.lowerBound { return below.last <= gap.upperBound ? below : nil }
            guard let start = below.last.next else { return nil }
            let block = Prefix(around: start, length: length)
            return block.last <= gap.upperBound ? block : nil
        case .top:
            let above = Prefix(around: gap.upperBound, length: length)
            if above.last == gap.upperBound { return above.first >= gap.lowerBound ? above : nil }
            guard let end = above.first.previous else { return nil }
            let block = Prefix(around: end, length: length)
            return block.first >= gap.lowerBound ? block : nil
        }
    }

    /// How many aligned blocks of a length inside `range` share no address with the set.
    public func absentBlockCount(length: Int, in range: ClosedRange<A>) -> Int {
        guard (0...A.width).contains(length) else { return 0 }
        return gaps(in: range).reduce(0) { count, gap in
            guard let lowest = Self.block(length: length, in: gap, from: .bottom),
                let highest = Self.block(length: length, in: gap, from: .top)
            else { return count }
            return count + Int(clamping: (highest.first.bits - lowest.first.bits) >> (A.width - length)) + 1
        }
    }

    /// The largest aligned block inside `range` that shares no address with the set; the lowest of equals.
    public func largestAbsentBlock(in range: ClosedRange<A>) -> Prefix<A>? {
        var largest: Prefix<A>?
        for gap in gaps(in: range) {
            let limit = largest?.length ?? A.width + 1
            for length in 0..<limit {
                if let block = Self.block(length: length, in: gap, from: .bottom) { largest = block; break }
            }
        }
        return largest
    }
}
