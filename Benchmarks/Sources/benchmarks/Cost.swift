import Glibc

/// What one run of a program took.
struct Cost {
    /// Seconds from start to end.
    var wall: Double
    /// Seconds of the processor outside the kernel.
    var user: Double
    /// The most memory at once, in MB.
    var memory: Double

    /// The median of each, by itself.
    static func median(_ costs: [Cost]) -> Cost {
        func middle(_ values: [Double]) -> Double { values.isEmpty ? .nan : values.sorted()[values.count / 2] }
        return Cost(wall: middle(costs.map(\.wall)), user: middle(costs.map(\.user)), memory: middle(costs.map(\.memory)))
    }
}
