extension Allocator {
    /// How long an open slice of a macvlan is.
    private func length(of macvlan: Reference<Macvlan>, in lan: Reference<LAN>) -> Int { plan[macvlan].size ?? plan[lan].sliceSize }

    private func subject(_ macvlan: Reference<Macvlan>, _ node: Reference<Node>) -> Lock.Subject {
        .slice(plan[macvlan].name.description, node: plan[node].name.description)
    }

    private func fixed(_ macvlan: Reference<Macvlan>, _ node: Reference<Node>) -> Prefix<IPv4Address>? {
        plan[macvlan].slices.first { $0.node == node }?.prefix
    }

    mutating func takeDeclaredSlices() {
        for macvlan in plan.macvlans.references {
            for slice in plan[macvlan].slices {
                slices[SliceKey(macvlan: macvlan, node: slice.node)] = (slice.prefix, .declared)
                taken.insert(slice.prefix.range)
            }
        }
    }

    mutating func takeLockedSlices() {
        let declared = taken
        for macvlan in plan.macvlans.references {
            guard let lan = plan[macvlan].lan else { continue }
            for node in plan[macvlan].nodes where fixed(macvlan, node.value) == nil {
                let subject = subject(macvlan, node.value)
                guard let prefix = locked(subject) else { continue }
                let path = plan[macvlan].path["nodes"][node.index]
                if let why = misfit(prefix, macvlan, node.value, in: lan, taken: declared),
                    !displace(subject, "\(prefix)", why: why, at: .value(path))
                {
                    continue
                }
                slices[SliceKey(macvlan: macvlan, node: node.value)] = (prefix, .locked)
                taken.insert(prefix.range)
            }
        }
    }

    /// Why a locked slice no longer fits; nil where it does.
    private func misfit(
        _ prefix: Prefix<IPv4Address>, _ macvlan: Reference<Macvlan>, _ node: Reference<Node>, in lan: Reference<LAN>, taken: Taken
    ) -> String? {
        let length = length(of: macvlan, in: lan)
        if prefix.length != length { return "the plan wants a /\(length)" }
        if !plan[lan].subnet.contains(prefix) { return "LAN \(plan[lan].name) is \(plan[lan].subnet)" }
        if let other = taken.around(macvlan, on: node).firstOverlap(with: prefix.range) {
            return "\(other.clamped(to: prefix.range).text) of it is taken by \(plan.taker(of: other.clamped(to: prefix.range)))"
        }
        return plan.usable(prefix, of: macvlan, in: lan).isEmpty ? "no address of it is usable" : nil
    }

    /// A slice that is neither declared nor locked.
    private struct Opening {
        let macvlan: Reference<Macvlan>
        let node: Listed<Reference<Node>>
        let lan: Reference<LAN>

        var key: SliceKey { SliceKey(macvlan: macvlan, node: node.value) }
    }

    private var openings: [Opening] {
        plan.macvlans.references.flatMap { macvlan in
            plan[macvlan].nodes.compactMap { node in
                plan[macvlan].lan.map { Opening(macvlan: macvlan, node: node, lan: $0) }
            }
        }.filter { slices[$0.key] == nil }
    }

    mutating func allocateSlices() {
        // Former owners first: where nothing else is left, a newcomer would take what they left.
        for opening in openings {
            guard let prefix = formerBlock(for: opening, blocked: taken.around(opening.macvlan, on: opening.node.value)) else { continue }
            take(prefix, for: opening)
        }
        for opening in openings {
            let blocked = taken.around(opening.macvlan, on: opening.node.value)
            guard let prefix = block(for: opening, blocked: blocked) else { reportExhausted(opening, blocked); continue }
            take(prefix, for: opening)
        }
    }

    private mutating func take(_ prefix: Prefix<IPv4Address>, for opening: Opening) {
        slices[opening.key] = (prefix, .allocated)
        taken.insert(prefix.range)
    }

    private func formerBlock(for opening: Opening, blocked: AddressSet<IPv4Address>) -> Prefix<IPv4Address>? {
        let (macvlan, lan) = (opening.macvlan, opening.lan)
        return former(subject(macvlan, opening.node.value), length: length(of: macvlan, in: lan)) { prefix in
            plan[lan].subnet.contains(prefix) && !blocked.overlaps(prefix.range) && !plan.usable(prefix, of: macvlan, in: lan).isEmpty
        }
    }

    private func block(for opening: Opening, blocked: AddressSet<IPv4Address>) -> Prefix<IPv4Address>? {
        let (macvlan, lan) = (opening.macvlan, opening.lan)
        let length = length(of: macvlan, in: lan)
        let subnet = plan[lan].subnet
        guard length >= subnet.length else { return nil }
        for free in [AddressSet(blocked.ranges + quarantine), blocked] {
            // The LAN's own edges are blocks like others, as long as one address of them is usable.
            var free = free
            while let block = free.absentBlock(length: length, in: subnet.range, from: plan[lan].sliceEnd) {
                if !plan.usable(block, of: macvlan, in: lan).isEmpty { return block }
                free.insert(block.range)
                // In `mode: subnet` no block of this length has an address to give: one proves it for all of them.
                if plan[macvlan].mode == .subnet { return nil }
            }
        }
        return nil
    }

    private mutating func reportExhausted(_ opening: Opening, _ blocked: AddressSet<IPv4Address>) {
        let (macvlan, node, lan) = (opening.macvlan, opening.node, opening.lan)
        let subnet = plan[lan].subnet
        let free = blocked.gaps(in: subnet.range).reduce(0) { $0 + $1.addressCount }
        let largest = blocked.largestAbsentBlock(in: subnet.range)
        problems.report(
            .poolExhausted, at: .value(plan[macvlan].path["nodes"][node.index]),
            "no /\(length(of: macvlan, in: lan)) is left in LAN \(plan[lan].name) for the slice of macvlan \(plan[macvlan].name) on \(plan[node.value].name): \(free) of \(subnet.count) addresses are free, the largest block is \(largest.map { "\($0)" } ?? "none")",
            help: Spelling.list(lanRemedies(lan) + (largest.map { ["write size: \($0.length) for macvlan \(plan[macvlan].name)"] } ?? [])))
    }
}

extension Allocator {
    /// What makes room in a LAN.
    func lanRemedies(_ lan: Reference<LAN>) -> [String] {
        (plan[lan].ranges.isEmpty ? [] : ["make the DHCP range shorter"]) + (plan[lan].reserved.isEmpty ? [] : ["free a reserved range"])
            + ["widen the LAN"]
    }
}

extension Plan {
    /// What Docker really hands out of a slice.
    ///
    /// Never the LAN's network and broadcast address. In `mode: subnet` the slice's own, and before engine 29 the first host
    /// address as well, which Docker takes as gateway (measured on 20.10; moby 468e3521b0).
    func usable(_ prefix: Prefix<IPv4Address>, of macvlan: Reference<Macvlan>, in lan: Reference<LAN>) -> [AddressRange<IPv4Address>] {
        var lost = [self[lan].subnet.network, self[lan].subnet.broadcast]
        if self[macvlan].mode == .subnet {
            guard prefix.length < 31 else { return [] }
            lost += [prefix.first, prefix.last]
            if engine.major < 29 { lost.append(prefix.first.next) }
        }
        return AddressSet(lost.compactMap { $0.map { $0...$0 } }).gaps(in: prefix.range)
    }

    /// Who has a part of a LAN, in words, for a message about something else that wants it.
    func taker(of range: AddressRange<IPv4Address>) -> String {
        func has(_ address: IPv4Address?) -> Bool { address.map(range.contains) ?? false }
        for lan in lans {
            if has(lan.gateway) { return "the gateway of LAN \(lan.name)" }
            if lan.ranges.contains(where: { $0.value.overlaps(range) }) { return "a DHCP range of LAN \(lan.name)" }
            if lan.reserved.contains(where: { $0.range.overlaps(range) }) { return "a reserved range of LAN \(lan.name)" }
            if lan.dns.contains(where: { has($0.value.declared) }) { return "a DNS server" }
        }
        if let found = classes.first(where: { $0.range?.overlaps(range) ?? false }) { return "the range of class \(found.name)" }
        if let node = nodes.first(where: { has($0.address?.declared) || $0.also.contains { has($0.address?.declared) } }) {
            return "node \(node.name)"
        }
        if let device = devices.first(where: { has($0.address?.declared) }) { return "device \(device.name)" }
        if let vip = vips.first(where: { has($0.address) }) { return "VIP \(vip.name)" }
        for macvlan in macvlans {
            if let slice = macvlan.slices.first(where: { $0.prefix.range.overlaps(range) }) {
                return "the slice of macvlan \(macvlan.name) on \(self[slice.node].name)"
            }
        }
        return "a DNS server or router of a group, or a service"
    }
}
