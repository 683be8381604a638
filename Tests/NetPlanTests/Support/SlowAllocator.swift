import NetPlan

/// The allocator again, as slow and obvious as can be: every block and every address is looked at one by one, in the order
/// that the product fixes, and is free when it meets nothing of a plain list.
struct SlowAllocator {
    typealias Block = Prefix<IPv4Address>
    typealias Range = AddressRange<IPv4Address>

    let plan: Plan
    let lock: Lock

    /// By the lock's own names for things.
    private(set) var blocks: [Lock.Subject: Block] = [:]
    private(set) var addresses: [Lock.Subject: IPv4Address] = [:]
    /// What found no room.
    private(set) var homeless: Set<Lock.Subject> = []
    private var declaredSlices: [Lock.Subject: Block] = [:]
    /// Blocks that were somebody's, until this very run too.
    private var quarantine: [Block] = []

    init(_ plan: Plan, lock: Lock?) {
        self.plan = plan
        self.lock = lock ?? Lock(site: plan.site)
        declareSlices()
        takeLocked()
        quarantine = self.lock.freed.map(\.prefix) + self.lock.blocks.filter { blocks[$0.key] != $0.value }.map(\.value)
        fillOverlays()
        fillSlices()
        fillAddresses()
        fillServices()
    }

    // MARK: What there is to decide

    static func subject(_ macvlan: Macvlan, _ node: Node) -> Lock.Subject { .slice(macvlan.name.description, node: node.name.description) }
    static func subject(_ service: Service, _ node: Node) -> Lock.Subject {
        .service(service.name.description, node: node.name.description)
    }

    /// Nodes, each with its other LANs behind it, and devices, as the file has them.
    private var openAddresses: [(subject: Lock.Subject, lan: LAN)] {
        var nodes: [(Lock.Subject, LAN)] = []
        for node in plan.nodes {
            if node.address == .open, let lan = node.lan { nodes.append((.address(node.name.description), plan[lan])) }
            for other in node.also where other.address == .open {
                nodes.append((.attachment(node.name.description, lan: plan[other.lan].name.description), plan[other.lan]))
            }
        }
        var devices: [(Lock.Subject, LAN)] = []
        for device in plan.devices where device.address == .open {
            if let lan = device.lan { devices.append((.address(device.name.description), plan[lan])) }
        }
        return plan.devicesComeFirst ? devices + nodes : nodes + devices
    }

    private var openServices: [(subject: Lock.Subject, slice: Lock.Subject, macvlan: Macvlan)] {
        plan.services.flatMap { service in
            service.addresses.filter { $0.address == .open }.compactMap { entry in
                service.macvlan.map { (Self.subject(service, plan[entry.node]), Self.subject(plan[$0], plan[entry.node]), plan[$0]) }
            }
        }
    }

    // MARK: What is not free

    /// Everything that the plan declares in its LANs, of any LAN, without slices and edges.
    var declared: [Range] {
        var taken: [Range] = []
        func add(_ address: IPv4Address?) { if let address { taken.append(address...address) } }
        func add(_ server: DNSServer) { if case .address(.v4(let address)) = server { add(address) } }
        for lan in plan.lans {
            add(lan.gateway)
            for range in lan.ranges { taken.append(range.value) }
            for reserved in lan.reserved { taken.append(reserved.range) }
            for server in lan.dns { add(server.value) }
        }
        for found in plan.classes { if let range = found.range { taken.append(range) } }
        for node in plan.nodes {
            if case .declared(let address) = node.address { add(address) }
            for other in node.also { if case .declared(let address) = other.address { add(address) } }
        }
        for device in plan.devices { if case .declared(let address) = device.address { add(address) } }
        for vip in plan.vips { add(vip.address) }
        for group in plan.groups {
            for router in group.routers ?? [] { add(router.value) }
            for server in group.dns ?? [] { add(server.value) }
        }
        for service in plan.services { for entry in service.addresses { if case .declared(let address) = entry.address { add(address) } } }
        return taken
    }

    private var slices: [Block] {
        Array(declaredSlices.values) + blocks.compactMap { entry in if case .slice = entry.key { entry.value } else { nil } }
    }

    private var overlays: [Block] {
        plan.overlays.compactMap { if case .declared(let prefix) = $0.subnet { prefix } else { nil } }
            + blocks.compactMap { entry in if case .overlay = entry.key { entry.value } else { nil } }
    }

    // MARK: The six steps

    private mutating func declareSlices() {
        for macvlan in plan.macvlans {
            for slice in macvlan.slices { declaredSlices[Self.subject(macvlan, plan[slice.node])] = slice.prefix }
        }
    }

    private mutating func takeLocked() {
        for overlay in plan.overlays where overlay.subnet == .open {
            let subject = Lock.Subject.overlay(overlay.name.description)
            blocks[subject] = lock.blocks[subject]
        }
        for macvlan in plan.macvlans {
            for node in macvlan.nodes {
                let subject = Self.subject(macvlan, plan[node.value])
                if declaredSlices[subject] == nil { blocks[subject] = lock.blocks[subject] }
            }
        }
        for opening in openAddresses { addresses[opening.subject] = lock.addresses[opening.subject] }
        for opening in openServices where blocks[opening.slice] != nil || declaredSlices[opening.slice] != nil {
            addresses[opening.subject] = lock.addresses[opening.subject]
        }
    }

    /// In the first round its former block; in the second the first candidate that nobody ever had, or the first that is free.
    private func choose(_ subject: Lock.Subject, _ candidates: [Block], isFirstRound: Bool, isFree: (Block) -> Bool) -> Block? {
        if isFirstRound {
            let mine = lock.freed.filter { $0.owner == subject }.map(\.prefix)
            return candidates.filter { mine.contains($0) }.sorted().first(where: isFree)
        }
        let free = candidates.filter(isFree)
        return free.first { block in quarantine.allSatisfy { !$0.overlaps(block) } } ?? free.first
    }

    /// Every aligned block of a length inside a network, lowest first.
    static func all(in network: Block, length: Int) -> [Block] {
        guard length >= network.length else { return [] }
        let step = UInt64(1) << UInt64(32 - length)
        return (0..<(UInt64(1) << UInt64(length - network.length))).map { index in
            Prefix(around: IPv4Address(bits: UInt32(UInt64(network.first.bits) + index * step)), length: length)
        }
    }

    private mutating func fillOverlays() {
        fillOverlays(isFirstRound: true)
        fillOverlays(isFirstRound: false)
    }

    private mutating func fillOverlays(isFirstRound: Bool) {
        var around = plan.lans.map(\.subnet) + plan.external.map(\.subnet) + [plan.pools.ingress]
        around += [plan.pools.docker0, plan.pools.gwbridge].compactMap(\.self) + (plan.pools.docker ?? []).map(\.value.base)
        for overlay in plan.overlays where overlay.subnet == .open {
            let subject = Lock.Subject.overlay(overlay.name.description)
            guard blocks[subject] == nil else { continue }
            let taken = around + overlays
            let candidates = plan.pools.overlay.flatMap { Self.all(in: $0.value, length: overlay.size) }
            let found = choose(subject, candidates, isFirstRound: isFirstRound) { block in taken.allSatisfy { !$0.overlaps(block) } }
            guard let block = found else {
                if !isFirstRound { homeless.insert(subject) }
                continue
            }
            blocks[subject] = block
        }
    }

    private mutating func fillSlices() {
        fillSlices(isFirstRound: true)
        fillSlices(isFirstRound: false)
    }

    private mutating func fillSlices(isFirstRound: Bool) {
        for macvlan in plan.macvlans {
            guard let lan = macvlan.lan.map({ plan[$0] }) else { continue }
            for node in macvlan.nodes {
                let subject = Self.subject(macvlan, plan[node.value])
                guard blocks[subject] == nil, declaredSlices[subject] == nil else { continue }
                var candidates = Self.all(in: lan.subnet, length: macvlan.size ?? lan.sliceSize)
                if lan.sliceEnd == .top { candidates.reverse() }
                let taken = Twin(lan.subnet, declared + slices.map(\.range) + addresses.values.map { $0...$0 })
                let found = choose(subject, candidates, isFirstRound: isFirstRound) { block in
                    taken.isFree(block) && !usable(block, of: macvlan, in: lan).isEmpty
                }
                guard let found else {
                    if !isFirstRound { homeless.insert(subject) }
                    continue
                }
                blocks[subject] = found
            }
        }
    }

    private mutating func fillAddresses() {
        for opening in openAddresses where addresses[opening.subject] == nil {
            let subnet = opening.lan.subnet
            var taken = Twin(subnet, declared + slices.map(\.range) + addresses.values.map { $0...$0 })
            taken.take(Self.edges(of: subnet))
            guard let address = taken.lowestFree else { homeless.insert(opening.subject); continue }
            addresses[opening.subject] = address
        }
    }

    private mutating func fillServices() {
        for opening in openServices where addresses[opening.subject] == nil {
            guard let slice = blocks[opening.slice] ?? declaredSlices[opening.slice], let lan = opening.macvlan.lan.map({ plan[$0] }) else {
                continue
            }
            let given = Set(addresses.values).union(declared.map(\.lowerBound))
            addresses[opening.subject] = usable(slice, of: opening.macvlan, in: lan).first { !given.contains($0) }
        }
    }

    // MARK: What Docker hands out

    static func edges(of subnet: Block) -> [Range] { subnet.length < 31 ? [subnet.first...subnet.first, subnet.last...subnet.last] : [] }

    /// The addresses of a slice that Docker hands out, one by one.
    func usable(_ slice: Block, of macvlan: Macvlan, in lan: LAN) -> [IPv4Address] {
        var usable: [IPv4Address] = []
        for bits in slice.first.bits...slice.last.bits {
            let address = IPv4Address(bits: bits)
            if lan.subnet.length < 31, address == lan.subnet.first || address == lan.subnet.last { continue }
            if macvlan.mode == .subnet {
                if slice.length > 30 || address == slice.first || address == slice.last { continue }
                if plan.engine.major < 29, bits == slice.first.bits + 1 { continue }
            }
            usable.append(address)
        }
        return usable
    }
}

/// A LAN as one boolean for each address.
private struct Twin {
    private let subnet: Prefix<IPv4Address>
    private var taken: [Bool]

    init(_ subnet: Prefix<IPv4Address>, _ ranges: [AddressRange<IPv4Address>]) {
        self.subnet = subnet
        taken = Array(repeating: false, count: subnet.count)
        take(ranges)
    }

    mutating func take(_ ranges: [AddressRange<IPv4Address>]) {
        for range in ranges where range.overlaps(subnet.range) {
            let shared = range.clamped(to: subnet.range)
            for bits in shared.lowerBound.bits...shared.upperBound.bits { taken[Int(bits - subnet.first.bits)] = true }
        }
    }

    func isFree(_ block: Prefix<IPv4Address>) -> Bool {
        for bits in block.first.bits...block.last.bits where taken[Int(bits - subnet.first.bits)] { return false }
        return true
    }

    var lowestFree: IPv4Address? {
        taken.firstIndex(of: false).map { IPv4Address(bits: subnet.first.bits + UInt32($0)) }
    }
}
