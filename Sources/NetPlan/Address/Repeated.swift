/// Which values of a long list may stand in it more than once, told by a number for each.
///
///     let repeated = Repeated(macs.map(\.bits))
///     repeated.contains(0x0242_0000_0001)
///
/// A first look that costs a sort: only of what is repeated are names and places worked out. A number may be a checksum, which two
/// values share once in a while: whoever goes on from here compares the values themselves.
struct Repeated {
    /// Lowest first, each once.
    private var numbers: [UInt64] = []

    init(_ numbers: [UInt64]) {
        let sorted = numbers.radixSorted { $0 }
        for (one, next) in zip(sorted, sorted.dropFirst()) where one == next && one != self.numbers.last { self.numbers.append(one) }
    }

    var isEmpty: Bool { numbers.isEmpty }

    func contains(_ number: UInt64) -> Bool {
        var (low, high) = (0, numbers.count)
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < numbers.count && numbers[low] == number
    }
}
