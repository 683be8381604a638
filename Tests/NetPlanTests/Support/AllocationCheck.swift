import NetPlan
import Testing

/// What holds of every allocation, whatever the plan.
struct AllocationCheck {
    let allocation: Allocation
    let before: Lock?
    let slow: SlowAllocator
    let name: String
    private let plan: Plan

    init(_ allocation: Allocation, before: Lock?, slow: SlowAllocator, name: String) {
        (self.allocation, self.before, self.slow, self.name) = (allocation, before, slow, name)
        plan = allocation.plan
    }

    func run() {
        nothingThatStaysMoves()
        nothingAllocatedOverlaps()
        usableIsWhatDockerHandsOut()
        leasableHoldsNothingTaken()
        freedBlocksAreKeptBack()
    }

    /// What the old lock says of something that is still open is what the new one says.
    private func nothingThatStaysMoves() {
        guard let before else { return }
        for (subject, block) in allocation.lock.blocks {
            if let old = before.blocks[subject] { #expect(block == old, "\(name): \(subject) moved") }
        }
        for entry in allocation.lock.addresses.entries {
            if let old = before.addresses[entry.subject] { #expect(entry.value == old, "\(name): \(entry.subject) moved") }
        }
    }

    private func nothingAllocatedOverlaps() {
        let declared = slow.declared
        var taken = allocation.slices.map(\.prefix.range)
        taken += allocation.addresses.filter { $0.origin != .declared && $0.kind != .service }.compactMap { $0.address.v4 }.map { $0...$0 }
        for (index, range) in taken.enumerated() {
            let others = taken[..<index].contains { $0.overlaps(range) }
            #expect(!others, "\(name): \(range.text) is given twice")
        }
        for slice in allocation.slices where slice.origin != .declared {
            let isMet = declared.contains { $0.overlaps(slice.prefix.range) }
            #expect(!isMet, "\(name): \(slice.prefix) meets something declared")
            #expect(plan[slice.lan].subnet.contains(slice.prefix), "\(name): \(slice.prefix) is outside its LAN")
        }
        for entry in allocation.addresses where entry.origin != .declared && entry.kind != .service {
            guard let address = entry.address.v4 else { continue }
            let subnet = plan[entry.lan].subnet
            #expect(
                subnet.contains(address) && address != subnet.network && address != subnet.broadcast,
                "\(name): \(entry.name) has \(address)")
            #expect(!declared.contains { $0.contains(address) }, "\(name): \(entry.name) has \(address), which is declared")
        }
        let services = allocation.addresses.filter { $0.kind == .service }.map(\.address)
        #expect(Set(services).count == services.count, "\(name): two services have one address")
        for (index, overlay) in allocation.overlays.enumerated() {
            let others = allocation.overlays[..<index].map(\.prefix) + plan.lans.map(\.subnet) + plan.external.map(\.subnet)
            #expect(!others.contains { $0.overlaps(overlay.prefix) }, "\(name): \(overlay.prefix) meets another network")
        }
    }

    private func usableIsWhatDockerHandsOut() {
        for slice in allocation.slices {
            let expected = slow.usable(slice.prefix, of: plan[slice.macvlan], in: plan[slice.lan])
            let usable = slice.usable.flatMap { range in (range.lowerBound.bits...range.upperBound.bits).map(IPv4Address.init(bits:)) }
            #expect(usable == expected, "\(name): \(slice.prefix)")
        }
    }

    private func leasableHoldsNothingTaken() {
        let ownRanges = Set(plan.lans.flatMap { $0.ranges.map(\.value) })
        var taken = slow.declared.filter { !ownRanges.contains($0) } + allocation.slices.map(\.prefix.range)
        taken +=
            allocation.addresses.compactMap { $0.address.v4 }.map { $0...$0 } + plan.lans.flatMap { SlowAllocator.edges(of: $0.subnet) }
        for leasable in allocation.leasable {
            var expected: [IPv4Address] = []
            for range in plan[leasable.lan].ranges {
                for bits in range.value.lowerBound.bits...range.value.upperBound.bits
                where !taken.contains(where: { $0.contains(IPv4Address(bits: bits)) }) {
                    expected.append(IPv4Address(bits: bits))
                }
            }
            let lent = leasable.ranges.flatMap { range in (range.lowerBound.bits...range.upperBound.bits).map(IPv4Address.init(bits:)) }
            #expect(lent == expected, "\(name): LAN \(plan[leasable.lan].name)")
        }
    }

    /// A block that lost its owner is remembered, until somebody has it.
    private func freedBlocksAreKeptBack() {
        guard let before else { return }
        let live = allocation.slices.map(\.prefix) + allocation.overlays.map(\.prefix)
        var lost = before.freed
        for (subject, block) in before.blocks where allocation.lock.blocks[subject] != block {
            let isKept = allocation.lock.freed.contains { $0.prefix == block && $0.owner == subject }
            #expect(isKept || live.contains { $0.contains(block) }, "\(name): \(block) of \(subject) is forgotten")
        }
        lost.subtract(allocation.lock.freed)
        for freed in lost { #expect(live.contains { $0.contains(freed.prefix) }, "\(name): \(freed) is forgotten") }
        for freed in allocation.lock.freed { #expect(!live.contains { $0.contains(freed.prefix) }, "\(name): \(freed) is somebody's") }
    }
}
