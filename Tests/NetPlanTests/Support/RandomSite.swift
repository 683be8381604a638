import NetPlan

/// A random site of real shape that validates without an error, and can change from one generation of its plan to the next.
///
/// Whatever it declares, it puts where nothing else is, the lock's decisions included.
struct RandomSite {
    struct Lan {
        var name: String
        var subnet: Prefix<IPv4Address>
        var ranges: [AddressRange<IPv4Address>] = []
        var reserved: [AddressRange<IPv4Address>] = []
        var classRange: AddressRange<IPv4Address>?
        var dns: [IPv4Address] = []
        var fromTop = true
        var size: Int
    }

    struct Host {
        var name: String
        var lan: Int
        /// Nil for `auto`.
        var address: IPv4Address?
        var mac: String?
        /// Its place in the other LAN; nil inside for `auto`.
        var also: IPv4Address??
        var isManager = false
    }

    struct Macvlan {
        var name: String
        var lan: Int
        var nodes: [String]
        var size: Int?
        var fixed: [String: Prefix<IPv4Address>] = [:]
        var isLocal: Bool
        var isSubnetMode: Bool
    }

    struct Overlay {
        var name: String
        var subnet: Prefix<IPv4Address>?
        var size: Int?
    }

    struct Service {
        var name: String
        var macvlan: String
        /// Nil for `auto`.
        var addresses: [(node: String, address: IPv4Address?)]
    }

    var random: SplitMix64
    var lans: [Lan] = []
    var nodes: [Host] = []
    var devices: [Host] = []
    var vips: [(name: String, lan: Int, address: IPv4Address)] = []
    var macvlans: [Macvlan] = []
    var overlays: [Overlay] = []
    var services: [Service] = []
    var pools: [String] = []
    var external: [String] = []
    var routers: [IPv4Address] = []
    var devicesFirst = false
    /// What was taken out, and may come back.
    var graveyard: (nodes: [Host], overlays: [Overlay]) = ([], [])
    var lock: Lock?
    /// Whether no rule may say anything, a warning included.
    let isGood: Bool
    private var names = 0

    init(seed: UInt64) { self.init(seed: seed, isGood: false) }

    init(goodSeed seed: UInt64) { self.init(seed: seed, isGood: true) }

    private init(seed: UInt64, isGood: Bool) {
        self.isGood = isGood
        random = SplitMix64(seed: seed)
        makeLANs()
        pools = random.pick([["10.201.0.0/16"], ["10.201.0.0/22", "10.205.0.0/16"], ["10.201.0.0/23", "10.202.0.0/22", "10.203.0.0/24"]])
        if isGood { pools.append("10.204.0.0/16") }
        external = random.pick([[], ["10.8.0.0/16"], ["10.201.1.0/24", "10.8.0.0/16"], ["10.201.0.128/25"]])
        for _ in 0..<random.within(20...60) { addNode() }
        for index in 0..<3 { nodes[index].isManager = true }
        for _ in 0..<random.within(4...24) { addDevice() }
        for _ in 0..<random.below(3) { addVIP() }
        for _ in 0..<random.within(2...5) { addMacvlan() }
        for _ in 0..<random.within(3...8) { addOverlay() }
        for _ in 0..<random.below(6) { addService() }
        for _ in 0..<random.below(3) { if let address = place(in: 0) { routers.append(address) } }
        devicesFirst = random.once(in: 2)
    }

    mutating func name(_ start: String) -> String {
        names += 1
        return "\(start)\(names)"
    }

    private mutating func makeLANs() {
        for (name, base) in [("home", UInt32(0xC0A8_0000)), ("storage", UInt32(0x0A32_0000))] {
            let subnet = Prefix(
                around: IPv4Address(bits: base), length: random.pick(isGood ? [20, 21, 22, 23] : [20, 22, 23, 23, 23, 23, 24, 24]))
            lans.append(Lan(name: name, subnet: subnet, size: random.pick([30, 30, 29, 28])))
            let lan = lans.count - 1
            lans[lan].fromTop = !random.once(in: 3)
            for _ in 0..<random.within(1...3) {
                if let range = place(in: lan, count: random.within(3...subnet.count / 16)) { lans[lan].ranges.append(range) }
            }
            for _ in 0..<random.below(3) { if let range = place(in: lan, count: random.within(1...9)) { lans[lan].reserved.append(range) } }
            if random.once(in: 2) { lans[lan].classRange = place(in: lan, count: random.within(2...12)) }
            for _ in 0..<random.below(2) { if let address = place(in: lan) { lans[lan].dns.append(address) } }
        }
    }

    func gateway(_ lan: Int) -> IPv4Address { IPv4Address(bits: lans[lan].subnet.first.bits + 1) }

    /// All that is declared or locked, for finding a place that is not.
    private func isTaken(_ range: AddressRange<IPv4Address>) -> Bool {
        var taken: [AddressRange<IPv4Address>] = []
        func add(_ address: IPv4Address?) { if let address { taken.append(address...address) } }
        for (index, lan) in lans.enumerated() {
            add(gateway(index)); add(lan.subnet.first); add(lan.subnet.last)
            taken += lan.ranges + lan.reserved
            if let range = lan.classRange { taken.append(range) }
            lan.dns.forEach(add)
        }
        for host in nodes + devices { add(host.address); add(host.also ?? nil) }
        vips.forEach { add($0.address) }
        routers.forEach(add)
        for macvlan in macvlans { taken += macvlan.fixed.values.map(\.range) }
        for overlay in overlays { if let subnet = overlay.subnet { taken.append(subnet.range) } }
        if let lock {
            taken += lock.blocks.values.map(\.range)
            lock.addresses.entries.forEach { add($0.value) }
        }
        return taken.contains { $0.overlaps(range) }
    }

    /// Random addresses of a LAN that nothing else has; single ones rather in its lower half, where they leave blocks whole.
    mutating func place(in lan: Int, count: Int = 1) -> AddressRange<IPv4Address>? {
        let subnet = lans[lan].subnet
        for _ in 0..<20 {
            let limit = count == 1 && !random.once(in: 8) ? subnet.count / 3 : subnet.count
            let first = IPv4Address(bits: subnet.first.bits + UInt32(random.below(limit)))
            guard first.bits + UInt32(count) - 1 <= subnet.last.bits else { continue }
            let range = first...IPv4Address(bits: first.bits + UInt32(count) - 1)
            if !isTaken(range) { return range }
        }
        return nil
    }

    mutating func place(in lan: Int) -> IPv4Address? { place(in: lan, count: 1)?.lowerBound }

    /// A random aligned block of a LAN that nothing has.
    mutating func placeBlock(in lan: Int, length: Int) -> Prefix<IPv4Address>? {
        for _ in 0..<20 {
            let block = Prefix(
                around: IPv4Address(bits: lans[lan].subnet.first.bits + UInt32(random.below(lans[lan].subnet.count))), length: length)
            if lans[lan].subnet.contains(block), !isTaken(block.range) { return block }
        }
        return nil
    }

    private mutating func mac() -> String {
        // Like no class's prefix where that would be a warning.
        let bits = random.next() & (isGood ? 0x06FF_FFFF_FFFF : 0xFEFF_FFFF_FFFF)
        return MACAddress(bits: bits | 0x0200_0000_0001).description
    }

    mutating func addNode() {
        var node = Host(name: name(random.once(in: 9) ? "N" : "n"), lan: random.below(2))
        // Its managers are neighbours.
        if isGood, nodes.count < 3 { node.lan = 0 }
        if random.once(in: 7) { node.name += ".example.org" }
        if random.once(in: 2) { node.address = place(in: node.lan) }
        if random.once(in: 2) { node.mac = mac() }
        if random.once(in: 4) { node.also = .some(random.once(in: 2) ? place(in: 1 - node.lan) : nil) }
        nodes.append(node)
    }

    mutating func addDevice() {
        var device = Host(name: name("d"), lan: random.below(2))
        if random.once(in: 2) { device.address = place(in: device.lan) }
        if random.once(in: 3) { device.mac = mac() }
        // With a MAC it may be in a range that is lent.
        if isGood, device.mac != nil, let range = lans[device.lan].ranges.first,
            UInt32(devices.count) <= range.upperBound.bits - range.lowerBound.bits, random.once(in: 2)
        {
            device.address = IPv4Address(bits: range.lowerBound.bits + UInt32(devices.count))
        }
        devices.append(device)
    }

    private mutating func addVIP() {
        let lan = random.below(2)
        if let address = place(in: lan) { vips.append((name("v"), lan, address)) }
    }

    /// The nodes that carry no macvlan of a LAN yet: a second one on the same LAN is refused.
    func unused(in lan: Int) -> [String] {
        let used = Set(macvlans.filter { $0.lan == lan }.flatMap(\.nodes))
        return nodes.map(\.name).filter { !used.contains($0) }
    }

    mutating func addMacvlan() {
        let lan = random.below(2)
        let most = min(isGood ? 3 : 8, lans[lan].subnet.count / 64)
        let nodes = Array(unused(in: lan).shuffled(using: &random).prefix(random.within(1...most)))
        let isSubnetMode = !isGood && random.once(in: 6)
        var macvlan = Macvlan(
            name: name("m"), lan: lan, nodes: nodes, isLocal: isSubnetMode || random.once(in: 2), isSubnetMode: isSubnetMode)
        if random.once(in: 2) { macvlan.size = isSubnetMode ? random.within(28...30) : random.within(28...32) }
        macvlans.append(macvlan)
        for node in nodes where random.once(in: 5) {
            macvlans[macvlans.count - 1].fixed[node] = placeBlock(in: lan, length: macvlan.size ?? lans[lan].size)
        }
    }

    mutating func addOverlay() {
        var overlay = Overlay(name: name("o_"))
        if random.once(in: 4) {
            let base = random.pick([UInt32(0xAC1E_0000), 0x0AC9_0000])
            let block = Prefix(around: IPv4Address(bits: base + UInt32(random.below(1 << 16))), length: random.within(24...27))
            let isClear = external.compactMap(Prefix<IPv4Address>.init).allSatisfy { !$0.overlaps(block) }
            if isClear, !isTaken(block.range) { overlay.subnet = block }
        }
        if overlay.subnet == nil, random.once(in: 2) { overlay.size = random.within(24...28) }
        overlays.append(overlay)
    }

    mutating func addService() {
        guard let macvlan = macvlans.filter({ !$0.nodes.isEmpty }).randomElement(using: &random) else { return }
        let length = macvlan.size ?? lans[macvlan.lan].size
        // What the smallest slice of this size has to give: the LAN's edge, or Docker's own three of a subnet.
        let room = macvlan.isLocal ? (macvlan.isSubnetMode ? (1 << (32 - length)) - 3 : max(1, (1 << (32 - length)) - 1)) : 1
        var addresses: [(node: String, address: IPv4Address?)] = []
        for node in macvlan.nodes where random.once(in: 2) {
            let others = services.filter { $0.macvlan == macvlan.name && $0.addresses.contains { $0.node == node } }
            guard others.count < room else { continue }
            // An inner address of a slice that is fixed is usable in every mode, from the third on.
            let inner = macvlan.fixed[node].flatMap { $0.count >= 8 ? IPv4Address(bits: $0.first.bits + 3) : nil }
            let isGiven = others.contains { $0.addresses.contains { $0.node == node && $0.address != nil } }
            addresses.append((node, isGiven || random.once(in: 2) ? nil : inner))
        }
        services.append(Service(name: name("s"), macvlan: macvlan.name, addresses: addresses))
    }
}
