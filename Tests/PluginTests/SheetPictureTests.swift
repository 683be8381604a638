import NetPlan
import Testing
import YAML

@testable import Router

/// The picture of a LAN, held to what the terminal's map knows of the same LAN.
@Suite struct SheetPictureTests {
    private func allocation(_ text: String) throws -> Allocation {
        var problems = Diagnostics()
        let document = try #require(YAMLReader.read(Array(text.utf8), file: "plan", reporting: &problems))
        let plan = try #require(PlanReader.read(document, reporting: &problems).plan)
        return Allocation.allocating(plan, reporting: &problems)
    }

    /// A LAN with one of everything at places that a seed decides, overlaps and all.
    private func random(length: Int, seed: UInt64) throws -> Allocation {
        var random = Seeded(state: seed)
        let size = 1 << (32 - length)
        func host() -> Int { Int.random(in: 1..<(size - 1), using: &random) }
        func address(_ host: Int) -> String { IPv4Address(bits: 0x0A14_0000 + UInt32(host)).description }
        func range() -> String {
            let first = host()
            return "\(address(first))-\(address(min(size - 2, first + Int.random(in: 0..<max(1, size / 6), using: &random))))"
        }
        let hosts = Set((0..<min(200, size / 4)).map { _ in host() }).sorted()
        let devices = hosts.dropFirst().map { "  h\($0): {address: \(address($0))}" }
        return try allocation(
            """
            version: 1
            site: home
            lans:
              home:
                subnet: 10.20.0.0/\(length)
                gateway: \(address(1))
                dns: [\(address(host()))]
                dhcp: {ranges: [\(range()), \(range())]}
                reserved: [{range: \(range()), note: a}, {range: \(range()), note: b}]
            nodes: {ds1: {address: \(address(hosts.first ?? 1))}}
            macvlans: {edge: {nodes: [ds1], scope: local}}
            devices:
            \(devices.joined(separator: "\n"))
            """)
    }

    @Test(arguments: [16, 20, 22, 24, 26, 28], 0..<8 as Range<UInt64>)
    func `Every address has one use, and it is the map's`(length: Int, seed: UInt64) throws {
        let allocation = try random(length: length, seed: seed)
        let usage = LANUsage(of: ReservationSheet(lan: Reference(0), of: allocation))
        var next: IPv4Address? = usage.subnet.first
        for run in usage.runs {
            #expect(run.range.lowerBound == next)
            next = run.range.upperBound.next
        }
        #expect(next == usage.subnet.last.next)

        let occupancy = Occupancy(of: Reference(0), in: allocation)
        for (use, parts) in [
            (Occupancy.Use.unusable, [LANUsage.Use.unusable]), (.fixed, [.gateway, .node, .device, .vip, .server]), (.sliced, [.slice]),
            (.reserved, [.reserved]), (.leased, [.leased]), (.free, [.free]),
        ] { #expect(parts.reduce(0) { $0 + usage.count(of: $1) } == occupancy.count(of: use), "\(use)") }
    }

    @Test(arguments: [16, 20, 23, 24, 27], 0..<4 as Range<UInt64>)
    func `The picture shows every use, and no square is overfull`(length: Int, seed: UInt64) throws {
        let allocation = try random(length: length, seed: seed)
        let usage = LANUsage(of: ReservationSheet(lan: Reference(0), of: allocation))
        let picture = LANPicture(usage)
        #expect(picture.squares == min(256, usage.subnet.count) && picture.squares * picture.scale == usage.subnet.count)
        var shown: [LANUsage.Use: Int] = [:]
        for patch in picture.patches {
            for (use, count) in patch.uses { shown[use, default: 0] += count }
            let heights = patch.heights(in: 15)
            #expect(heights.allSatisfy { $0.height > 0 } && heights.reduce(0) { $0 + $1.height } <= 15)
            if patch.uses.contains(where: { $0.use == .free }) { #expect(heights.reduce(0) { $0 + $1.height } < 15) }
            let hidden = Set(patch.uses.map(\.use)).subtracting(heights.map(\.use))
            #expect(hidden.isSubset(of: [.free, .unusable]))
        }
        for use in LANUsage.Use.allCases where use != .free { #expect(shown[use, default: 0] == usage.count(of: use), "\(use)") }
    }

    @Test func `Neighbours of one owner are one patch of a row, and a row has a label`() throws {
        let allocation = try allocation(
            """
            version: 1
            site: home
            lans: {home: {subnet: 192.168.0.0/24, dhcp: {ranges: [192.168.0.100-192.168.0.130]}}}
            """)
        let picture = LANPicture(LANUsage(of: ReservationSheet(lan: Reference(0), of: allocation)))
        let leased = picture.patches.filter { $0.run?.use == .leased }
        #expect(leased.map(\.columns) == [4..<16, 0..<16, 0..<3])
        #expect(leased.map(\.row) == [6, 7, 8])
        #expect(picture.label(ofRow: 1) == ".16")
    }

    @Test(arguments: [("a", "ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs="), ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")])
    func `A digest in base64 is what openssl prints`(text: String, expected: String) {
        #expect(Digest(of: Array(text.utf8)).base64 == expected)
    }

    /// splitmix64: the same numbers on every machine.
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return mixed ^ mixed >> 31
        }
    }
}
