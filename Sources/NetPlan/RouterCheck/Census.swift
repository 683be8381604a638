/// Who is where by the plan, to be held against who was seen.
struct Census {
    private let allocation: Allocation
    private let owners: [IPv4Address: AllocatedAddress]
    private let machines: [MACAddress: [AllocatedAddress]]
    /// The slices of each LAN, lowest first: they never overlap in a plan without errors.
    private let slices: [[Slice]]
    /// What is leased or kept by hand, in each LAN.
    private let others: [AddressSet<IPv4Address>]

    init(of allocation: Allocation) {
        self.allocation = allocation
        let plan = allocation.plan
        let entries = allocation.addresses.compactMap { entry in entry.address.v4.map { (address: $0, entry: entry) } }
        owners = Dictionary(entries.map { ($0.address, $0.entry) }, uniquingKeysWith: { first, _ in first })
        machines = Dictionary(
            grouping: entries.map(\.entry).filter { $0.mac != nil }, by: { $0.mac ?? MACAddress(bits: 0) })
        slices = plan.lans.references.map { lan in
            allocation.slices.filter { $0.lan == lan }.sorted { $0.prefix.first < $1.prefix.first }
        }
        others = plan.lans.references.map { lan in
            let classes = plan.classes.filter { $0.lan == lan }.compactMap(\.range)
            return AddressSet(plan[lan].ranges.map(\.value) + classes + plan[lan].reserved.map(\.range))
        }
    }

    /// Everybody who was seen in a LAN.
    func checked(_ sightings: [Sighting], areLeases: Bool, in lan: Reference<LAN>) -> CheckedLAN {
        var checked = CheckedLAN(lan)
        let subnet = allocation.plan[lan].subnet
        var seen: Set<[UInt64]> = []
        var unidentified = 0
        for sighting in sightings.sorted(by: { ($0.address, $0.line) < ($1.address, $1.line) }) where subnet.contains(sighting.address) {
            checked.isFound = true
            checked.line = min(checked.line ?? sighting.line, sighting.line)
            guard seen.insert([UInt64(sighting.address.bits), sighting.mac?.bits ?? 0]).inserted else { continue }
            if sighting.mac == nil { unidentified += 1 }
            judge(sighting, isLease: areLeases, in: &checked)
        }
        if unidentified > 0 {
            let who = unidentified == 1 ? "one host was" : "\(unidentified) hosts were"
            checked.remarks.insert(.init("\(who) seen without a MAC: nmap tells it to root, in the LAN itself", line: nil), at: 0)
        }
        checked.shortenRemarks()
        return checked
    }

    private func judge(_ sighting: Sighting, isLease: Bool, in checked: inout CheckedLAN) {
        let (address, lan) = (sighting.address, checked.lan)
        func remark(_ sentence: String) { checked.remarks.append(.init(sentence, line: sighting.line)) }
        let owner = owners[address]
        let slice = slice(around: address, in: lan)
        guard let mac = sighting.mac else {
            if owner == nil, slice != nil { remark("\(address) was seen without its MAC: a slice hands it out") }
            return
        }
        var item = CheckedItem(.sighting, owner?.name ?? slice.map(name) ?? "", address...address)
        item.mac = owner?.mac
        item.note = owner?.kind.rawValue ?? (slice == nil ? "" : "macvlan slice")
        switch verdict(on: mac, at: address, isLease: isLease, of: owner, in: slice) {
        case .own:
            item.line = sighting.line
            checked.items.append(item)
        case .taken(let by):
            item.add(.taken, by, mac: mac, line: sighting.line)
            checked.items.append(item)
        case .unknown(let sentence): remark(sentence)
        case .nobodys:
            guard !others[lan.index].contains(address) else { break }
            remark("\(address) has \(mac), and the plan does not know it")
        }
    }

    private enum Verdict {
        case own
        case taken(String)
        case unknown(String)
        /// An address that is nobody's in the plan.
        case nobodys
    }

    private func verdict(on mac: MACAddress, at address: IPv4Address, isLease: Bool, of owner: AllocatedAddress?, in slice: Slice?)
        -> Verdict
    {
        if let owner, let own = owner.mac { return own == mac ? .own : .taken("\(mac)\(whose(mac)) is there") }
        if let owner, case .vip(let vip) = owner.owner { return verdict(on: mac, at: address, of: vip, in: owner.lan) }
        if slice != nil { return verdict(onContainer: mac, at: address, isLease: isLease) }
        guard let owner else {
            guard let machine = machines[mac]?.first else { return .nobodys }
            return .unknown("\(allocation.phrase(for: machine)) has \(address) instead of \(machine.address)")
        }
        let known = whose(mac)
        if !known.isEmpty { return .taken("\(mac)\(known) is there") }
        if case .gateway = owner.owner { return .own }
        return .unknown("\(address) has \(mac): where that is \(allocation.phrase(for: owner)), write it as its mac in the plan")
    }

    /// A slice's address is a container's. Docker makes its MAC of 02:42 and the address; from 28 on it may be any that nobody made.
    private func verdict(onContainer mac: MACAddress, at address: IPv4Address, isLease: Bool) -> Verdict {
        let known = whose(mac)
        if isLease { return .taken("it is leased to \(mac)\(known)") }
        if mac.bits >> 32 == 0x0242 { return .own }
        let isMadeUp = mac.bits >> 41 & 1 == 1 && mac.bits >> 24 != 0x52_5400
        if known.isEmpty, isMadeUp, allocation.plan.engine.major >= 28 {
            return .unknown("\(address) has \(mac): a container's, or a stranger's")
        }
        return .taken("\(mac)\(known) is there, and no container has such a MAC")
    }

    /// A virtual address has the MAC of the node that holds it, or keepalived's own (RFC 5798, 7.3).
    private func verdict(on mac: MACAddress, at address: IPv4Address, of reference: Reference<VIP>, in lan: Reference<LAN>) -> Verdict {
        let (plan, vip) = (allocation.plan, allocation.plan[reference])
        let macs = vip.members.map { plan.mac(of: $0.node, in: lan) }
        if macs.contains(mac) || mac.bits >> 8 == 0x5E_0001 { return .own }
        let known = whose(mac)
        if known.isEmpty, macs.contains(nil) {
            return .unknown("\(address) has \(mac): not every node of VIP \(vip.name) has its mac in the plan")
        }
        return .taken("\(mac)\(known) is there")
    }

    /// " (node ds2)", where the plan knows the MAC.
    private func whose(_ mac: MACAddress) -> String { machines[mac]?.first.map { " (\(allocation.phrase(for: $0)))" } ?? "" }

    private func name(_ slice: Slice) -> String { "\(allocation.plan[slice.macvlan].name)/\(allocation.plan[slice.node].name)" }

    private func slice(around address: IPv4Address, in lan: Reference<LAN>) -> Slice? {
        let slices = slices[lan.index]
        var (low, high) = (0, slices.count)
        while low < high {
            let middle = (low + high) / 2
            if slices[middle].prefix.last < address { low = middle + 1 } else { high = middle }
        }
        guard low < slices.count, slices[low].prefix.contains(address) else { return nil }
        return slices[low]
    }
}
