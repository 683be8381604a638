internal import NetPlan

/// What each address of a LAN is for and whose, as a router's admin sees it: runs without gaps or overlaps, lowest first.
///
/// `Occupancy` says for the terminal that an address is fixed; here it matters whether a node, a device or a VIP has it.
struct LANUsage: Sendable, Hashable {
    /// Where several hold, the first.
    enum Use: Int, Sendable, Hashable, CaseIterable {
        /// The network's own address, or its broadcast address.
        case unusable
        case gateway, node, device, vip
        /// A DNS server or a group's router that nobody in the plan owns.
        case server
        case slice, reserved, leased, free
    }

    /// Neighbouring addresses of one use and one owner.
    struct Run: Sendable, Hashable {
        let range: AddressRange<IPv4Address>
        let use: Use
        /// Its owner's name, or a note; empty where there is nothing to say.
        let name: String
    }

    let subnet: Prefix<IPv4Address>
    private(set) var runs: [Run] = []
    /// How many addresses have each use, by its raw value.
    private var counts = [Int](repeating: 0, count: Use.allCases.count)

    init(of sheet: ReservationSheet) {
        let (allocation, lan) = (sheet.allocation, Reference<LAN>(sheet.number - 1))
        let plan = allocation.plan
        subnet = plan[lan].subnet
        lay(.unusable, subnet.network.map { [($0...$0, "network address")] } ?? [])
        lay(.unusable, subnet.broadcast.map { [($0...$0, "broadcast address")] } ?? [])
        var hosts = [[(range: AddressRange<IPv4Address>, name: String)]](repeating: [], count: Use.allCases.count)
        for (address, entry) in sheet.order[lan, of: allocation] {
            // A service's address lies in a slice, and is the slice's affair.
            guard let use = Use(entry.kind) else { continue }
            hosts[use.rawValue].append((address...address, entry.name))
        }
        for use in [Use.gateway, .node, .device, .vip] { lay(use, hosts[use.rawValue]) }
        lay(.server, sheet.strangers.map { ($0.range, $0.note) })
        lay(.slice, allocation.slices.filter { $0.lan == lan }.map { ($0.prefix.range, "\(plan[$0.macvlan].name)/\(plan[$0.node].name)") })
        lay(.reserved, plan[lan].reserved.map { ($0.range, $0.note) })
        lay(.leased, plan.classes.compactMap { group in group.lan == lan ? group.range.map { ($0, "class \(group.name)") } : nil })
        lay(.leased, plan[lan].ranges.map { ($0.value, "") })
        lay(.free, [(subnet.range, "")])
        for run in runs { counts[run.use.rawValue] += run.range.addressCount }
    }

    /// Puts ranges below all that lies there already: what of them still shows becomes runs.
    private mutating func lay(_ use: Use, _ layer: [(range: AddressRange<IPv4Address>, name: String)]) {
        if layer.isEmpty { return }
        var (merged, index) = ([Run](), 0)
        merged.reserveCapacity(runs.count + layer.count)
        var start: IPv4Address? = subnet.first
        for (range, name) in layer.radixSorted({ UInt64($0.range.lowerBound.bits) }) where range.overlaps(subnet.range) {
            let range = range.clamped(to: subnet.range)
            start = start.map { max($0, range.lowerBound) }
            while let first = start, first <= range.upperBound {
                if index < runs.count, runs[index].range.upperBound < first {
                    merged.append(runs[index])
                    index += 1
                } else if index < runs.count, runs[index].range.lowerBound <= first {
                    start = runs[index].range.upperBound.next
                } else {
                    let end = index < runs.count ? runs[index].range.lowerBound.previous : nil
                    let last = min(end ?? range.upperBound, range.upperBound)
                    merged.append(Run(range: first...last, use: use, name: name))
                    start = last.next
                }
            }
        }
        merged += runs[index...]
        runs = merged
    }

    /// How many addresses have a use.
    func count(of use: Use) -> Int { counts[use.rawValue] }
}

extension LANUsage.Use {
    /// The use of an address with such an owner; nil for a service's.
    fileprivate init?(_ kind: AllocatedAddress.Kind) {
        switch kind {
        case .gateway: self = .gateway
        case .node: self = .node
        case .device: self = .device
        case .vip: self = .vip
        case .service: return nil
        }
    }

    /// Its word in the legend, and the start of its pattern's name.
    var word: String {
        switch self {
        case .unusable: "unusable"
        case .gateway: "gateway"
        case .node: "node"
        case .device: "device"
        case .vip: "VIP"
        case .server: "server"
        case .slice: "slice"
        case .reserved: "reserved"
        case .leased: "leased"
        case .free: "free"
        }
    }

    /// What the word means to somebody who knows the router and not the site.
    var meaning: String {
        switch self {
        case .unusable: "the network's own and its broadcast address"
        case .gateway: "the router itself"
        case .node: "machines of the swarm"
        case .device: "other machines with a fixed address"
        case .vip: "addresses that move between nodes"
        case .server: "DNS servers and routers that the plan only names"
        case .slice: "blocks that Docker hands out by itself"
        case .reserved: "kept by hand"
        case .leased: "lent by DHCP to whoever asks"
        case .free: "in no use that the plan knows"
        }
    }
}
