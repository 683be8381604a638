import Foundation
import Testing

extension SwarmTests {
    /// The README's own plan: a slice each for ds1 and ds2.
    @Suite struct Slices {
        private static let constraint = "--constraint node.labels.netplan-swarm.macvlan.pihole==true"
        private static let ds1 = ["192.168.0.252", "192.168.0.253", "192.168.0.254"]
        private static let ds2 = ["192.168.0.248", "192.168.0.249", "192.168.0.250", "192.168.0.251"]

        private static func smallest() throws -> Deployment {
            let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appending(path: "../../examples/smallest/netplan-swarm.yaml").standardized
            return try Deployment(plan: String(contentsOf: path, encoding: .utf8))
        }

        @Test func `Each node hands out its own slice, no address twice, and everybody reaches everybody`() async throws {
            let bed = try await Bed.cleared()
            try await Self.smallest().apply(to: bed)
            try await bed.serve("full", on: "pihole", "--replicas 7 \(Self.constraint)", command: "httpd -f -h /etc")
            try await bed.settle("full", at: 7)

            let containers = try await bed.containers(of: "full")
            #expect(containers.filter { $0.node == "ds1" }.map(\.address) == Self.ds1)
            #expect(containers.filter { $0.node == "ds2" }.map(\.address) == Self.ds2)
            #expect(containers.count == 7)
            #expect(Set(containers.map(\.mac)).count == 7)

            let others = ["192.168.0.1", "192.168.0.50"] + containers.map(\.address)
            let pings = others.map { "ping -c 1 -W 2 \($0) >/dev/null || echo \($0)" }.joined(separator: "; ")
            for container in containers {
                #expect(
                    try await bed.run(container.node, "docker exec \(container.id) sh -c '\(pings)'") == "", "not reached from \(container)"
                )
            }
            for container in containers {
                for member in ["router", "client"] {
                    #expect(try await bed.reads(container.address, from: member), "\(container) from \(member)")
                }
            }

            // One more than the slices hold gets no address, and takes nobody else's.
            try await bed.run("ds1", "docker service scale --detach full=8")
            try await bed.fails("full", with: "no available IPv4 addresses on this network")
            let after = try await bed.containers(of: "full").map(\.address)
            #expect(Set(after).isSubset(of: Self.ds1 + Self.ds2) && Set(after).count == after.count, "\(after)")
        }

        @Test func `The label keeps a service on the nodes that have a slice`() async throws {
            let bed = try await Bed.cleared()
            try await Self.smallest().apply(to: bed)
            try await bed.serve("held", on: "pihole", "--mode global \(Self.constraint)")
            try await bed.settle("held", at: 2)
            #expect(try await bed.containers(of: "held").map(\.node) == ["ds1", "ds2"])
            try await bed.run("ds1", "docker node update --availability drain ds1 && docker node update --availability drain ds2")
            try await bed.serve("nowhere", on: "pihole", Self.constraint)
            try await bed.fails("nowhere", with: "no suitable node")
        }

        @Test func `service-unplaced: without it, a task lands on a node without a slice, and is rejected`() async throws {
            let unplaced = "macvlans:\n  pihole: {nodes: [ds1]}\nservices:\n  dns: {network: pihole, nodes: [ds3], address: auto}\n"
            #expect(try await Deployment.refuses("service-unplaced", unplaced))
            let bed = try await Bed.cleared()
            try await Self.smallest().apply(to: bed)
            try await bed.serve("astray", on: "pihole", "--constraint node.hostname==ds3")
            try await bed.fails("astray", with: #"configuration network "pihole-config" does not exist"#)
        }
    }
}
