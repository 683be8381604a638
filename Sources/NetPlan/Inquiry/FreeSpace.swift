/// What is free in a LAN, or in the overlay pools, and what stands in the way of a block.
///
///     let space = FreeSpace(of: lan, in: allocation)
///     space.runs                  // 192.168.0.14-192.168.0.99 …
///     space.blocks(length: 28)    // (count: 9, first: [192.168.0.224/28, …])
public struct FreeSpace: Sendable {
    /// Something without which there may be room.
    public struct Obstacle: Sendable, Hashable {
        /// "the DHCP range 192.168.0.100-192.168.0.199".
        public let phrase: String
        public let range: AddressRange<IPv4Address>
        public let place: Place
    }

    /// "LAN home", "the overlay pools".
    public let name: String
    public let networks: [Prefix<IPv4Address>]
    /// What nobody has and anybody could be given, lowest first.
    public let runs: [AddressRange<IPv4Address>]
    /// The length of a block where nobody asks for another: a slice's, an overlay's.
    public let usualLength: Int
    /// Blocks that were somebody's: given away again only when every other is taken.
    public let freed: AddressSet<IPv4Address>
    let obstacles: [Obstacle]
    /// What no block may hold.
    private let blocked: AddressSet<IPv4Address>
    /// Where no host can be, though a block may hold it.
    private let edges: AddressSet<IPv4Address>
    private let end: AddressSet<IPv4Address>.End

    /// How many blocks are listed.
    public static let listed = 4

    /// The room in a LAN, for slices and single addresses.
    public init(of reference: Reference<LAN>, in allocation: Allocation) {
        let lan = allocation.plan[reference]
        let occupied = Occupancy(of: reference, in: allocation).runs
        name = "LAN \(lan.name)"
        networks = [lan.subnet]
        runs = occupied.filter { $0.use == .free }.map(\.range)
        usualLength = max(lan.sliceSize, lan.subnet.length)
        edges = AddressSet(occupied.filter { $0.use == .unusable }.map(\.range))
        // A slice may be the LAN's top or bottom block: it only loses that address.
        blocked = AddressSet(occupied.filter { ![.free, .unusable].contains($0.use) }.map(\.range))
        end = lan.sliceEnd
        freed = AddressSet(allocation.lock.freed.map(\.prefix.range).filter { $0.overlaps(lan.subnet.range) }).subtracting(blocked)
        obstacles = Obstacle.all(in: reference, of: allocation)
    }

    /// The room in the overlay pools.
    public init(ofOverlayPoolsIn allocation: Allocation) {
        let pools = allocation.plan.pools.overlay.map(\.value)
        let obstacles = Obstacle.allOfOverlays(in: allocation)
        let blocked = AddressSet(obstacles.map(\.range))
        name = pools.count == 1 ? "the overlay pool" : "the overlay pools"
        networks = pools
        runs = AddressSet(pools.map(\.range)).subtracting(blocked).ranges
        usualLength = 24
        edges = AddressSet()
        end = .bottom
        freed = AddressSet(allocation.lock.freed.map(\.prefix.range).filter { range in pools.contains { $0.range.overlaps(range) } })
            .subtracting(blocked)
        self.obstacles = obstacles
        self.blocked = blocked
    }

    public var total: Int { AddressSet(networks.map(\.range)).count }
    public var free: Int { AddressSet(runs).count }

    /// The largest block that could be given away; the lowest of equals.
    public var largest: Prefix<IPv4Address>? {
        let largest = networks.compactMap { blocked.largestAbsentBlock(in: $0.range) }
        return largest.min { ($0.length, $0.first) < ($1.length, $1.first) }.flatMap {
            $0.length == 32 && edges.contains($0.first) ? nil : $0
        }
    }

    /// How many aligned blocks of a length are free, and the first of them in the order in which they would be given away.
    public func blocks(length: Int) -> (count: Int, first: [Prefix<IPv4Address>]) {
        let avoided = avoiding(length)
        let fresh = avoided.union(freed)
        var first: [Prefix<IPv4Address>] = []
        for var set in [fresh, avoided] {
            for block in first { set.insert(block.range) }
            for network in networks {
                while first.count < Self.listed, let block = set.absentBlock(length: length, in: network.range, from: end) {
                    first.append(block)
                    set.insert(block.range)
                }
            }
        }
        return (networks.reduce(0) { $0 + avoided.absentBlockCount(length: length, in: $1.range) }, first)
    }

    /// What, taken away alone, would make room for a block of that length; with the block that it would be.
    public func waysOut(length: Int) -> [(obstacle: Obstacle, block: Prefix<IPv4Address>)] {
        // A site of thousands has no single address in the way that anybody would look for.
        obstacles.filter { $0.range.addressCount > 1 || obstacles.count <= 1024 }.compactMap { obstacle in
            let others = obstacles.filter { $0 != obstacle && $0.range.overlaps(obstacle.range) }
            var without = avoiding(length).subtracting(AddressSet([obstacle.range]))
            for other in others { without.insert(other.range) }
            for network in networks {
                if let block = without.absentBlock(length: length, in: network.range, from: end) { return (obstacle, block) }
            }
            return nil
        }
    }

    /// The block of that length with the fewest things in it, and those; nil where the search would be a long one.
    public func leastBlocked(length: Int) -> (block: Prefix<IPv4Address>, obstacles: [Obstacle])? {
        let candidates = networks.flatMap { network -> [Prefix<IPv4Address>] in
            guard network.length <= length, length - network.length <= 12 else { return [] }
            return (0..<(UInt32(1) << UInt32(length - network.length))).map {
                Prefix(around: IPv4Address(bits: network.first.bits + $0 << UInt32(32 - length)), length: length)
            }
        }
        guard candidates.count * obstacles.count <= 4_000_000 else { return nil }
        return candidates.map { block in (block, obstacles.filter { $0.range.overlaps(block.range) }) }.min { $0.1.count < $1.1.count }
    }

    /// A block of nothing but a LAN's edges has nothing to give: only a /32 is that small.
    private func avoiding(_ length: Int) -> AddressSet<IPv4Address> { length == 32 ? blocked.union(edges) : blocked }
}
