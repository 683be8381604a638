import Foundation
import Testing

extension SwarmTests {
    /// The `slice-*` rules, and what Docker really does when one insists.
    @Suite struct SliceFaults {
        /// A macvlan on one node, with a slice by hand.
        private static func insist(_ slice: String, on node: String, _ bed: Bed) async throws -> Bed.Outcome {
            try await bed.outcome(
                node,
                "docker network create --driver macvlan --subnet 192.168.0.0/24 --gateway 192.168.0.1 --ip-range \(slice) --opt parent=eth0 lan"
            )
        }

        @Test func `slice-overlap: two nodes with one range hand out one address, and nobody says a word`() async throws {
            let overlap = "macvlans:\n  lan: {nodes: [ds1, ds2], slices: {ds1: 192.168.0.240/30, ds2: 192.168.0.240/30}}\n"
            #expect(try await Deployment.refuses("slice-overlap", overlap))
            let bed = try await Bed.cleared()
            for node in ["ds1", "ds2"] {
                let config = "--subnet 192.168.0.0/24 --gateway 192.168.0.1 --ip-range 192.168.0.240/30 --opt parent=eth0"
                try await bed.run(node, "docker network create --config-only \(config) lan-config")
            }
            try await bed.run("ds1", "docker network create --driver macvlan --scope swarm --config-from lan-config lan")
            try await bed.serve("twice", on: "lan", "--mode global --constraint node.hostname!=ds3")
            try await bed.settle("twice", at: 2)
            let containers = try await bed.containers(of: "twice")
            #expect(containers.map(\.node) == ["ds1", "ds2"])
            #expect(containers.map(\.address) == ["192.168.0.240", "192.168.0.240"])
            #expect(try await bed.run("ds1", "docker service ps --format '{{.Error}}' twice").allSatisfy(\.isNewline))
        }

        @Test func `slice-holds-address, slice-in-dhcp-range: Docker asks nobody, and hands out a machine's address`() async throws {
            let device = "devices:\n  printer: {address: 192.168.0.50}\nmacvlans:\n  lan: {nodes: [ds1], slices: {ds1: 192.168.0.48/30}}\n"
            #expect(try await Deployment.refuses("slice-holds-address", device))
            let leased = "macvlans:\n  lan: {nodes: [ds1], slices: {ds1: 192.168.0.120/30}}\n"
            #expect(try await Deployment.refuses("slice-in-dhcp-range", leased))

            let bed = try await Bed.cleared()
            // To Docker the client's address is as good as any, whether it was given by hand or leased.
            #expect(try await Self.insist("192.168.0.50/31", on: "ds1", bed).status == 0)
            #expect(try await bed.reaches("192.168.0.50", from: "ds2"))
            #expect(try await bed.start(on: "ds1", network: "lan").address == "192.168.0.50")
        }

        @Test func `slice-outside-lan: Docker refuses it too`() async throws {
            #expect(
                try await Deployment.refuses("slice-outside-lan", "macvlans:\n  lan: {nodes: [ds1], slices: {ds1: 192.168.1.0/30}}\n"))
            let bed = try await Bed.cleared()
            let outcome = try await Self.insist("192.168.1.0/30", on: "ds1", bed)
            #expect(outcome.status != 0 && outcome.output.contains("no matching subnet for range"), "\(outcome)")
        }

        @Test func `slice-too-small: a slice of the broadcast address alone is made, and has none to give`() async throws {
            let small = "macvlans:\n  lan: {nodes: [ds1], slices: {ds1: 192.168.0.255/32}}\n"
            #expect(try await Deployment.refuses("slice-too-small", small))
            let bed = try await Bed.cleared()
            #expect(try await Self.insist("192.168.0.255/32", on: "ds1", bed).status == 0)
            let start = try await bed.outcome("ds1", "docker run --detach --network lan testbed")
            #expect(start.status != 0 && start.output.contains("no available IPv4 addresses"), "\(start)")
        }

        @Test func `service-outside-slice: by hand Docker gives any address of the LAN, the node's own too`() async throws {
            let outside = """
                macvlans:
                  lan: {nodes: [ds1], scope: local, slices: {ds1: 192.168.0.252/30}}
                services:
                  web: {network: lan, nodes: [ds1], address: {ds1: 192.168.0.77}}

                """
            #expect(try await Deployment.refuses("service-outside-slice", outside))
            let bed = try await Bed.cleared()
            #expect(try await Self.insist("192.168.0.252/30", on: "ds1", bed).status == 0)
            for address in ["192.168.0.77", "192.168.0.11"] {
                let container = try await bed.start(on: "ds1", network: "lan", "--ip \(address)")
                #expect(container.address == address)
                // Where it has a MAC of its own (Docker 28 on), the other managers take it for ds1, and the swarm is without a leader.
                try await bed.run("ds1", "docker rm --force \(container.id)")
                for node in Bed.nodes { try await bed.run(node, "ip neigh flush dev eth0") }
            }
            let broadcast = try await bed.outcome("ds1", "docker run --detach --network lan --ip 192.168.0.255 testbed")
            #expect(broadcast.status != 0 && broadcast.output.contains("Address already in use"), "\(broadcast)")
        }
    }
}
