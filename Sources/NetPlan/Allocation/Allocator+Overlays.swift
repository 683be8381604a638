extension Allocator {
    /// What overlays keep clear of, besides each other.
    private var surroundings: AddressSet<IPv4Address> {
        var ranges = plan.lans.map(\.subnet.range) + plan.external.map(\.subnet.range) + [plan.pools.ingress.range]
        ranges += [plan.pools.docker0, plan.pools.gwbridge].compactMap { $0?.range }
        ranges += (plan.pools.docker ?? []).map(\.value.base.range)
        return AddressSet(ranges)
    }

    mutating func allocateOverlays() {
        var blocked = surroundings
        for overlay in plan.overlays.references {
            guard let prefix = plan[overlay].subnet?.declared else { continue }
            overlays[overlay] = (prefix, .declared)
            blocked.insert(prefix.range)
        }
        for overlay in plan.overlays.references where plan[overlay].subnet == .open { takeLocked(overlay, &blocked) }
        // Former owners first: where nothing else is left, a newcomer would take what they left.
        for overlay in openOverlays {
            guard let prefix = formerBlock(for: overlay, blocked: blocked) else { continue }
            overlays[overlay] = (prefix, .allocated)
            blocked.insert(prefix.range)
        }
        var fresh = AddressSet(blocked.ranges + quarantine)
        for overlay in openOverlays {
            guard let prefix = block(for: overlay, blocked: blocked, fresh: fresh) else { reportExhausted(overlay, blocked); continue }
            overlays[overlay] = (prefix, .allocated)
            blocked.insert(prefix.range)
            fresh.insert(prefix.range)
        }
    }

    /// Those that are neither declared nor locked.
    private var openOverlays: [Reference<Overlay>] {
        plan.overlays.references.filter { plan[$0].subnet == .open && overlays[$0] == nil }
    }

    private func formerBlock(for overlay: Reference<Overlay>, blocked: AddressSet<IPv4Address>) -> Prefix<IPv4Address>? {
        former(.overlay(plan[overlay].name.description), length: plan[overlay].size) { prefix in
            plan.pools.overlay.contains { $0.value.contains(prefix) } && !blocked.overlaps(prefix.range)
        }
    }

    private mutating func takeLocked(_ overlay: Reference<Overlay>, _ blocked: inout AddressSet<IPv4Address>) {
        let subject = Lock.Subject.overlay(plan[overlay].name.description)
        guard let prefix = locked(subject) else { return }
        let why: String?
        if prefix.length != plan[overlay].size {
            why = "the plan wants a /\(plan[overlay].size)"
        } else if !plan.pools.overlay.contains(where: { $0.value.contains(prefix) }) {
            why = "it is in none of the overlay pools"
        } else if let other = blocked.firstOverlap(with: prefix.range) {
            why = "\(owner(of: other, near: prefix)) is there"
        } else {
            why = nil
        }
        if let why, !displace(subject, "\(prefix)", why: why, at: .key(plan[overlay].path)) { return }
        overlays[overlay] = (prefix, .locked)
        blocked.insert(prefix.range)
    }

    /// What a locked overlay meets, in words.
    private func owner(of range: AddressRange<IPv4Address>, near prefix: Prefix<IPv4Address>) -> String {
        if let lan = plan.lans.first(where: { $0.subnet.overlaps(prefix) }) { return "LAN \(lan.name) (\(lan.subnet))" }
        if let network = plan.external.first(where: { $0.subnet.overlaps(prefix) }) {
            return "external network \(network.name) (\(network.subnet))"
        }
        if let overlay = plan.overlays.first(where: { $0.subnet?.declared?.overlaps(prefix) ?? false }) { return "overlay \(overlay.name)" }
        return "a network of Docker's own (\(range.text))"
    }

    private func block(for overlay: Reference<Overlay>, blocked: AddressSet<IPv4Address>, fresh: AddressSet<IPv4Address>) -> Prefix<
        IPv4Address
    >? {
        let length = plan[overlay].size
        let pools = plan.pools.overlay.map(\.value)
        for free in [fresh, blocked] {
            for pool in pools { if let block = free.absentBlock(length: length, in: pool.range, from: .bottom) { return block } }
        }
        return nil
    }

    private mutating func reportExhausted(_ overlay: Reference<Overlay>, _ blocked: AddressSet<IPv4Address>) {
        let pools = plan.pools.overlay.map(\.value)
        let free = pools.flatMap { blocked.gaps(in: $0.range) }.reduce(0) { $0 + $1.addressCount }
        let largest = pools.compactMap { blocked.largestAbsentBlock(in: $0.range) }.min { $0.length < $1.length }
        problems.report(
            .poolExhausted, at: .key(plan[overlay].path),
            "no /\(plan[overlay].size) is left for overlay \(plan[overlay].name) in the overlay pools: \(Spelling.count(free, "address").replacing("addresss", with: "addresses")) free\(largest.map { ", the largest block is \($0)" } ?? "")",
            help: "add a network to pools.overlay" + (largest.map { ", or write size: \($0.length) for the overlay" } ?? ""))
    }

    /// What a container on an overlay sees where the plan does not say: the smallest underlay, less what VXLAN (and ESP) add.
    ///
    /// Measured on Docker 20.10: 50 bytes plain; encrypted another 26, and rounded down to a multiple of 4.
    func largestMTU(encrypted: Bool) -> Int {
        let underlay = plan.nodes.compactMap { $0.lan.map { plan[$0].mtu } }.min() ?? 1500
        return encrypted ? (underlay - 76) / 4 * 4 : underlay - 50
    }
}
