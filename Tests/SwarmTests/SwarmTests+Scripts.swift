import Foundation
import Testing

extension SwarmTests {
    @Suite struct Scripts {
        private static let plan = """
            macvlans:
              pihole: {nodes: [ds1, ds2], shim: true}
              alone: {nodes: [ds3], scope: local}
            overlays:
              plain: {}
              secret: {encrypted: true, attachable: true, internal: true, mtu: 1300}
            services:
              pihole: {network: pihole, nodes: [ds1, ds2], address: auto}

            """

        @Test func `A second run changes nothing, and says so`() async throws {
            let bed = try await Bed.cleared()
            let plan = try Deployment(Self.plan)
            let first = try await plan.apply(to: bed).split(separator: "\n")
            #expect(first.filter { $0.hasSuffix(": created") }.count == 8 && first.filter { $0.hasSuffix(": set") }.count == 3, "\(first)")
            // In use: then a node's copy of the swarm's network is there too.
            try await bed.serve("pihole", on: "pihole", "--mode global --constraint node.labels.netplan-swarm.macvlan.pihole==true")
            try await bed.settle("pihole", at: 2)
            let before = try await bed.state()
            let second = try await plan.apply(to: bed).split(separator: "\n")
            #expect(second.count == 11 && second.allSatisfy { $0.hasSuffix(": unchanged") }, "\(second)")
            #expect(try await bed.state() == before)
        }

        @Test func `A node's network with other settings stops its script, and nothing is changed`() async throws {
            let bed = try await Bed.cleared()
            let plan = try Deployment(Self.plan)
            try await plan.generate()
            try await bed.run(
                "ds1",
                "docker network create --config-only --subnet 192.168.0.0/24 --gateway 192.168.0.1 --ip-range 192.168.0.240/30 -o parent=eth0 pihole-config"
            )
            let before = try await bed.state()
            let outcome = try await plan.runNode("ds1", on: bed)
            #expect(outcome.status == 1)
            #expect(outcome.output.contains("Network pihole-config differs from the plan, and Docker can't change a network."))
            // From 29 on Docker shows nothing of it, and somebody's own bears no label that does.
            let shown = try await bed.engine() < 29 ? "--ip-range=192.168.0.240/30" : "nothing"
            #expect(outcome.output.contains("It has:         \(shown)"))
            #expect(outcome.output.hasSuffix("Nothing was changed.\n"))
            #expect(try await bed.state() == before)
        }

        @Test func `A swarm network with other settings stops the script, and nothing is changed`() async throws {
            let bed = try await Bed.cleared()
            let plan = try Deployment(Self.plan)
            try await plan.generate()
            try await bed.run("ds1", "docker network create --driver overlay --subnet 10.99.0.0/24 secret")
            let before = try await bed.state()
            let outcome = try await plan.runSwarm(on: bed)
            #expect(outcome.status == 1)
            #expect(outcome.output.contains("Network secret differs from the plan, and Docker can't change a network."))
            #expect(outcome.output.hasSuffix("Nothing was changed.\n"))
            #expect(try await bed.state() == before)
        }

        @Test func `Another node's script is refused`() async throws {
            let bed = try await Bed.cleared()
            let plan = try Deployment(Self.plan)
            try await plan.generate()
            let before = try await bed.state()
            let outcome = try await plan.runNode("ds2", on: bed, at: "ds3")
            #expect(outcome.status == 1)
            #expect(outcome.output.hasPrefix("This script is for the node ds2, and this engine calls itself ds3"))
            #expect(try await bed.state() == before)
        }

        @Test func `A changed slice takes effect when the advice of the script is followed`() async throws {
            let bed = try await Bed.cleared()
            try await Deployment("macvlans:\n  lan: {nodes: [ds1], slices: {ds1: 192.168.0.240/30}}\n").apply(to: bed)
            try await bed.serve("web", on: "lan", "--constraint node.hostname==ds1")
            #expect(try await bed.container(of: "web").address == "192.168.0.240")

            let later = try Deployment("macvlans:\n  lan: {nodes: [ds1], slices: {ds1: 192.168.0.220/30}}\n")
            try await later.generate()
            let outcome = try await later.runNode("ds1", on: bed)
            #expect(outcome.status == 1)
            #expect(outcome.output.contains("Remove the services on lan, then 'docker network rm lan' on a manager."))
            try await bed.run("ds2", "docker service rm web && docker network rm lan")
            try await bed.wait("ds1", until: "docker network rm lan-config")
            try await later.apply(to: bed)
            try await bed.serve("web", on: "lan", "--constraint node.hostname==ds1")
            #expect(try await bed.container(of: "web").address == "192.168.0.220")
        }
    }
}

extension Bed {
    /// All that the scripts could change: each engine's networks with their IDs and dates, the nodes' labels, interfaces and routes.
    fileprivate func state() async throws -> [String] {
        var state = [try await run("ds1", "docker node inspect --format '{{.Description.Hostname}} {{json .Spec}}' ds1 ds2 ds3")]
        let networks = "docker network ls --quiet --no-trunc | sort | xargs docker network inspect"
        for node in Self.nodes {
            state.append(try await run(node, "\(networks); ip -o link show type macvlan; ip route show"))
        }
        return state
    }
}
