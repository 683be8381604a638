@testable import NetPlan

/// Small values that the tests share.
enum Samples {
    static let hash = String(repeating: "0123456789abcdef", count: 4)

    static func name(_ text: String) throws -> HostName { try HostName(parsing: Array(text.utf8).span) }

    static func identifier(_ text: String) throws -> Identifier { try Identifier(parsing: Array(text.utf8).span) }

    static func manifest() throws -> Manifest {
        let files = [
            FileArtifact(
                path: "hosts/ds1/hosts", emitter: "hosts", node: try name("ds1"), content: [], installPath: "/etc/hosts", ownership: .block,
                check: .builtin("hosts")),
            FileArtifact(
                path: "dhcpd/dhcpd.conf", emitter: "dhcpd", content: [], installPath: "/etc/dhcp/dhcpd.conf",
                check: .command(["dhcpd", "-t", "-cf", "{}"]), reload: ["systemctl", "restart", "isc-dhcp-server"]),
            FileArtifact(path: "router/home/reservations.csv", emitter: "router", content: []),
        ]
        return Manifest(site: try name("home"), artifacts: files.map { Manifest.Entry($0, sha256: hash) })
    }
}

extension Samples {
    /// The smallest plan of the contract, as the allocator is to leave it.
    static func smallestAllocation() throws -> Allocation {
        var plan = Plan(site: try name("home"), domain: try name("home.arpa"), engine: EngineVersion(20, 10))
        plan.lans = [LAN(name: try name("home"), subnet: Prefix(around: v4(192, 168, 0, 0), length: 24))]
        plan.nodes = try ["ds1", "ds2", "ds3"].map { Node(name: try name($0)) }
        plan.macvlans = [Macvlan(name: try identifier("pihole"))]
        plan.overlays = [Overlay(name: try identifier("proxy_traefik"))]
        var allocation = Allocation(plan: plan)
        let lan = Reference<LAN>(0)
        func address(_ name: String, _ owner: AllocatedAddress.Owner, _ last: UInt32) -> AllocatedAddress {
            AllocatedAddress(name: name, owner: owner, lan: lan, address: .v4(v4(192, 168, 0, last)), mac: nil, origin: .declared)
        }
        allocation.addresses = [address("home-gateway", .gateway(nil), 1)]
        allocation.addresses += [0, 1, 2].map { address("ds\($0 + 1)", .node(Reference($0)), UInt32($0) + 11) }
        allocation.slices = [slice(on: 0, from: 252, usable: 252...254), slice(on: 1, from: 248, usable: 248...251)]
        allocation.overlays = [
            AllocatedOverlay(overlay: Reference(0), prefix: Prefix(around: v4(10, 201, 0, 0), length: 24), origin: .allocated, mtu: 1450)
        ]
        allocation.leasable = [Leasable(lan: lan, ranges: [v4(192, 168, 0, 100)...v4(192, 168, 0, 199)])]
        return allocation
    }

    static func v4(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> IPv4Address { IPv4Address(bits: a << 24 | b << 16 | c << 8 | d) }

    private static func slice(on node: Int, from first: UInt32, usable: ClosedRange<UInt32>) -> Slice {
        Slice(
            macvlan: Reference(0), node: Reference(node), lan: Reference(0), prefix: Prefix(around: v4(192, 168, 0, first), length: 30),
            usable: [v4(192, 168, 0, usable.lowerBound)...v4(192, 168, 0, usable.upperBound)], origin: .allocated)
    }
}
