import Testing

@testable import NetPlan

/// What `who` and `free` say of random sites, against the map that `show` draws and against counting one by one.
@Suite struct InquiryTests {
    private static func site(_ seed: Int) -> Allocation? { Run(RandomSite(seed: UInt64(seed)).text).allocation }

    /// The use of each address of a LAN that is small enough to walk.
    private static func uses(_ lan: Reference<LAN>, _ allocation: Allocation) -> [IPv4Address: Occupancy.Use] {
        guard allocation.plan[lan].subnet.count <= 1024 else { return [:] }
        var uses: [IPv4Address: Occupancy.Use] = [:]
        for run in Occupancy(of: lan, in: allocation).runs {
            for bits in run.range.lowerBound.bits...run.range.upperBound.bits { uses[IPv4Address(bits: bits)] = run.use }
        }
        return uses
    }

    @Test(arguments: 0..<12) func `Every address is what the map says`(seed: Int) throws {
        let allocation = try #require(Self.site(seed))
        let inquiry = Inquiry(allocation, saved: nil)
        for lan in allocation.plan.lans.references {
            for (address, use) in Self.uses(lan, allocation) {
                let answers = inquiry.answers(to: address.description)
                let kinds = Set(answers.map(\.kind))
                let expected: Set<Answer.Kind> =
                    switch use {
                    case .unusable: [.unusable]
                    case .fixed: [.gateway, .node, .device, .vip, .service, .server]
                    case .sliced: [.container]
                    case .reserved: [.reserved]
                    case .leased: [.leased]
                    case .free: [.free]
                    }
                #expect(!kinds.isEmpty && kinds.isSubset(of: expected), "seed \(seed), \(address): \(kinds), on the map \(use)")
                #expect(answers.allSatisfy { $0.covers.contains { $0.kind == .lan } }, "seed \(seed), \(address)")
            }
        }
    }

    @Test(arguments: 0..<12) func `Every name and MAC leads to its owner, whatever its case`(seed: Int) throws {
        let allocation = try #require(Self.site(seed))
        let inquiry = Inquiry(allocation, saved: nil)
        for line in allocation.namedAddresses() {
            for name in line.names {
                let addresses = inquiry.answers(to: name.uppercased()).map(\.address)
                #expect(addresses.contains(line.address), "seed \(seed), \(name): \(addresses)")
            }
        }
        for entry in allocation.addresses {
            #expect(inquiry.answers(to: entry.name).contains { $0.address == entry.address }, "seed \(seed), \(entry.name)")
            guard let mac = entry.mac else { continue }
            let spelled = mac.description.uppercased().replacing(":", with: "-")
            #expect(inquiry.answers(to: spelled).contains { $0.address == entry.address }, "seed \(seed), \(spelled)")
        }
        for name in inquiry.knownNames { #expect(!inquiry.answers(to: name).isEmpty, "seed \(seed), \(name)") }
    }

    @Test(arguments: 0..<12, 24...32) func `The free blocks are those that one counts by hand`(seed: Int, length: Int) throws {
        let allocation = try #require(Self.site(seed))
        for lan in allocation.plan.lans.references {
            let (uses, subnet) = (Self.uses(lan, allocation), allocation.plan[lan].subnet)
            guard !uses.isEmpty, length >= subnet.length else { continue }
            let step = 1 << (32 - length)
            var free: [Prefix<IPv4Address>] = []
            for offset in stride(from: 0, to: subnet.count, by: step) {
                let block = Prefix(around: IPv4Address(bits: subnet.first.bits + UInt32(offset)), length: length)
                let inside = (0..<step).map { uses[IPv4Address(bits: block.first.bits + UInt32($0))] }
                if inside.allSatisfy({ $0 == .free || $0 == .unusable }), inside.contains(.free) || step > 1 { free.append(block) }
            }
            let space = FreeSpace(of: lan, in: allocation)
            let blocks = space.blocks(length: length)
            #expect(blocks.count == free.count, "seed \(seed), LAN \(allocation.plan[lan].name), /\(length)")
            #expect(Set(blocks.first).count == min(free.count, FreeSpace.listed) && Set(blocks.first).isSubset(of: free))
            #expect((space.largest.map { $0.length <= length } ?? false) == !free.isEmpty)
            #expect(space.free == uses.values.count { $0 == .free })
            for way in space.waysOut(length: length) where free.isEmpty {
                #expect(way.block.length == length && subnet.contains(way.block) && way.block.range.overlaps(way.obstacle.range))
            }
        }
    }

    @Test func `Without what is in the way, there is room`() throws {
        let text = """
            version: 1
            site: s
            lans: {home: {subnet: 192.168.0.0/25, gateway: 192.168.0.1, dhcp: {ranges: [192.168.0.2-192.168.0.100]}}}
            nodes: {a: {address: 192.168.0.110, role: manager}}
            """
        let allocation = try #require(Run(text).allocation)
        let ways = FreeSpace(of: Reference(0), in: allocation).waysOut(length: 27)
        #expect(ways.map { "\($0.block) \($0.obstacle.phrase)" } == ["192.168.0.64/27 the DHCP range 192.168.0.2-192.168.0.100"])
        let without = try #require(Run(text.replacing("192.168.0.2-192.168.0.100", with: "192.168.0.2-192.168.0.60")).allocation)
        #expect(FreeSpace(of: Reference(0), in: without).blocks(length: 27).first == [try #require(Prefix("192.168.0.64/27"))])
    }
}
