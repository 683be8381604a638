/// What a router leases to anybody: its ranges without overlaps, less what it withholds, each part with the range that it comes from.
struct LeasedRanges {
    struct Part {
        var range: AddressRange<IPv4Address>
        let source: RouterConfiguration.Range
    }

    /// Lowest first, disjoint.
    private let parts: [Part]
    let set: AddressSet<IPv4Address>

    init(of configuration: RouterConfiguration) {
        let reserved = configuration.keepsReservations ? configuration.reservations.map { $0.address...$0.address } : []
        let withheld = AddressSet(configuration.withheld.map(\.range) + reserved)
        var parts: [Part] = []
        var reach: IPv4Address?
        let sorted = configuration.ranges.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }
        for (_, source) in sorted {
            var start = source.range.lowerBound
            if let end = reach {
                guard source.range.upperBound > end, let next = end.next else { continue }
                start = max(start, next)
            }
            reach = source.range.upperBound
            parts += withheld.gaps(in: start...source.range.upperBound).map { Part(range: $0, source: source) }
        }
        self.parts = parts
        set = AddressSet(parts.map(\.range))
    }

    /// What of a range is leased, each part cut to it.
    func parts(in range: AddressRange<IPv4Address>) -> some Sequence<Part> {
        var (low, high) = (0, parts.count)
        while low < high {
            let middle = (low + high) / 2
            if parts[middle].range.upperBound < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return parts[low...].lazy.prefix { $0.range.lowerBound <= range.upperBound }.map { part in
            Part(range: part.range.clamped(to: range), source: part.source)
        }
    }
}
