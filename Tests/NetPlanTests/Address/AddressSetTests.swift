import NetPlan
import Testing

/// A set of addresses against one boolean for each of a small space, walked one by one.
struct AddressSetTests {
    /// Where the small space lies: the start, the middle and the very end of the family.
    enum Base: String, CaseIterable, Sendable {
        case start, middle, end
    }

    static func origin<A: Address>(_ base: Base, _ size: Int, _ family: A.Type) -> A.Bits {
        switch base {
        case .start: 0
        case .middle: A.last.bits / 2 + 1 - A.Bits(size / 2)
        case .end: A.last.bits - A.Bits(size - 1)
        }
    }

    @Test(arguments: Base.allCases)
    func itIsWhatItsAddressesSay(_ base: Base) {
        for seed in 0..<400 { check(IPv4Address.self, UInt64(seed), base, size: seed.isMultiple(of: 8) ? 512 : 64) }
        for seed in 0..<60 { check(IPv6Address.self, UInt64(seed), base, size: 64) }
        for seed in 0..<60 { check(MACAddress.self, UInt64(seed), base, size: 64) }
    }
}

private func check<A: Address>(_ family: A.Type, _ seed: UInt64, _ base: AddressSetTests.Base, size: Int) {
    var trial = Trial<A>(seed: seed, base, size: size)
    trial.run()
}

/// One random set, its twin of booleans, and every question to both.
private struct Trial<A: Address> {
    let seed: UInt64
    let origin: A.Bits
    let size: Int
    var random: SplitMix64

    init(seed: UInt64, _ base: AddressSetTests.Base, size: Int) {
        self.seed = seed
        self.size = size
        origin = AddressSetTests.origin(base, size, A.self)
        random = SplitMix64(seed: seed)
    }

    func address(_ offset: Int) -> A { A(bits: origin + A.Bits(offset)) }
    func offset(_ address: A) -> Int { Int(address.bits - origin) }

    mutating func randomRange() -> ClosedRange<Int> {
        // The edges come up often: they are where it goes wrong.
        let ends = [random.once(in: 6) ? 0 : random.below(size), random.once(in: 6) ? size - 1 : random.below(size)]
        let length = random.once(in: 2) ? random.below(8) : size
        let first = ends.min() ?? 0
        return first...min(ends.max() ?? first, first + length)
    }

    func runs(_ flags: [Bool], of value: Bool, in range: ClosedRange<Int>) -> [ClosedRange<A>] {
        var runs: [ClosedRange<A>] = []
        var start: Int?
        for index in range {
            if flags[index] == value, start == nil { start = index }
            if let first = start, flags[index] != value { runs.append(address(first)...address(index - 1)); start = nil }
        }
        if let start { runs.append(address(start)...address(range.upperBound)) }
        return runs
    }

    mutating func randomFlags() -> (set: AddressSet<A>, flags: [Bool]) {
        var flags = Array(repeating: false, count: size)
        var ranges: [ClosedRange<A>] = []
        for _ in 0..<random.below(9) {
            let range = randomRange()
            ranges.append(address(range.lowerBound)...address(range.upperBound))
            for index in range { flags[index] = true }
        }
        var set = AddressSet<A>()
        if random.once(in: 2) { set = AddressSet(ranges) } else { for range in ranges { set.insert(range) } }
        return (set, flags)
    }

    mutating func run() {
        let whole = 0...(size - 1)
        let (set, flags) = randomFlags()
        let (other, otherFlags) = randomFlags()
        #expect(set.ranges == runs(flags, of: true, in: whole), "seed \(seed)")
        #expect(set.count == flags.count { $0 } && set.isEmpty == !flags.contains(true), "seed \(seed)")
        #expect(set.union(other).ranges == runs(zip(flags, otherFlags).map { $0 || $1 }, of: true, in: whole), "seed \(seed)")
        #expect(set.subtracting(other).ranges == runs(zip(flags, otherFlags).map { $0 && !$1 }, of: true, in: whole), "seed \(seed)")
        let contained = whole.map { set.contains(address($0)) }
        #expect(contained == flags, "seed \(seed)")

        for range in [whole, randomRange(), randomRange()] {
            let addresses = address(range.lowerBound)...address(range.upperBound)
            let gaps = runs(flags, of: false, in: range)
            #expect(set.gaps(in: addresses) == gaps, "seed \(seed), \(range)")
            #expect(set.overlaps(addresses) == flags[range].contains(true), "seed \(seed), \(range)")
            let first = range.first { flags[$0] }.map(address)
            #expect(
                set.firstOverlap(with: addresses) == first.flatMap { hit in set.ranges.first { $0.contains(hit) } },
                "seed \(seed), \(range)")
            let start = random.below(size)
            let absent = range.contains(start) ? (start...range.upperBound).first { !flags[$0] }.map(address) : nil
            #expect(set.lowestAbsent(in: addresses, from: address(start)) == absent, "seed \(seed), \(range) from \(start)")
            checkBlocks(set, flags, range)
        }
    }

    /// Every aligned block inside the range without an address of the set, lowest first.
    private func freeBlocks(_ flags: [Bool], _ range: ClosedRange<Int>, length: Int) -> [Prefix<A>] {
        range.compactMap { index in
            let block = Prefix(around: address(index), length: length)
            guard block.first == address(index), block.last <= address(range.upperBound), !flags[index...offset(block.last)].contains(true)
            else { return nil }
            return block
        }
    }

    private func checkBlocks(_ set: AddressSet<A>, _ flags: [Bool], _ range: ClosedRange<Int>) {
        let addresses = address(range.lowerBound)...address(range.upperBound)
        var largest: Prefix<A>?
        for length in (A.width - 10)...A.width {
            let blocks = freeBlocks(flags, range, length: length)
            #expect(set.absentBlock(length: length, in: addresses, from: .bottom) == blocks.first, "seed \(seed), \(range), /\(length)")
            #expect(set.absentBlock(length: length, in: addresses, from: .top) == blocks.last, "seed \(seed), \(range), /\(length)")
            largest = largest ?? blocks.first
        }
        for length in 0..<(A.width - 10) { #expect(set.absentBlock(length: length, in: addresses, from: .top) == nil, "seed \(seed)") }
        #expect(set.largestAbsentBlock(in: addresses) == largest, "seed \(seed), \(range)")
    }
}
