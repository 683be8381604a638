import Foundation
import Testing

extension SwarmTests {
    /// `subnet-overlap`, and what Docker makes of each kind of it: it never says no to the overlay itself.
    @Suite struct Overlaps {
        @Test(arguments: [
            ("10.77.0.0/25", "  first: {subnet: 10.77.0.0/24}\n  second: {subnet: 10.77.0.0/25}\n"),
            ("10.0.0.0/24", "  second: {subnet: 10.0.0.0/24}\n"),
        ])
        func `Two overlays, or one and the ingress network: accepted, and no task ever starts`(subnet: String, overlays: String)
            async throws
        {
            #expect(try await Deployment.refuses("subnet-overlap", "overlays:\n\(overlays)"))
            let bed = try await Bed.cleared()
            try await bed.run("ds1", "docker network create --driver overlay --subnet 10.77.0.0/24 first")
            try await bed.run("ds1", "docker network create --driver overlay --subnet \(subnet) second")
            try await bed.serve("stuck", on: "second")
            try await bed.expectStuck("stuck", on: "second")
        }

        @Test(arguments: [("docker_gwbridge", "172.18.5.0/24"), ("docker0", "172.17.5.0/24")])
        func `An overlay and a bridge of Docker's own: it looks healthy, and its tasks are rejected`(bridge: String, subnet: String)
            async throws
        {
            #expect(try await Deployment.refuses("subnet-overlap", Self.over(subnet)))
            let bed = try await Bed.cleared()
            try await bed.run("ds1", "docker network create --driver overlay --subnet \(subnet) over")
            try await bed.serve("rejected", on: "over")
            try await bed.fails("rejected", with: "Pool overlaps with other one on this address space")
            #expect(try await bed.run("ds1", Self.subnet(of: "over")) == "\(subnet)\n")
        }

        @Test func `docker-pool-overlap: any compose project takes the subnet of an overlay, whose tasks are rejected there`() async throws
        {
            #expect(try await Deployment.refuses("docker-pool-overlap", Self.over("172.19.5.0/24")))
            let pools = "pools: {docker: [{base: 172.16.0.0/12, size: 16}]}\n"
            #expect(try await Deployment.refuses("subnet-overlap", pools + Self.over("172.19.5.0/24")))
            let bed = try await Bed.cleared()
            try await bed.run("ds1", "docker network create --driver overlay --subnet 172.19.5.0/24 over")
            // As 'docker compose up' does it.
            try await bed.run("ds3", "docker network create shop_default")
            #expect(try await bed.run("ds3", Self.subnet(of: "shop_default")) == "172.19.0.0/16\n")
            try await bed.serve("rejected", on: "over", "--constraint node.hostname==ds3")
            try await bed.fails("rejected", with: "Pool overlaps with other one on this address space")
        }

        @Test func `An overlay and the LAN: its containers reach no machine of the LAN`() async throws {
            let pools = "pools: {docker: [{base: 10.210.0.0/16, size: 24}]}\n"
            #expect(try await Deployment.refuses("subnet-overlap", pools + Self.over("192.168.0.0/24")))
            try await Self.expectOutOfReach("192.168.0.50", from: "192.168.0.0/24")
        }

        @Test func `An overlay and an external network: its containers reach nobody there`() async throws {
            let external = "external: {vpn: {subnet: 10.8.0.0/24}}\npools: {swarm: {base: 10.230.0.0/16, size: 24}}\n"
            #expect(try await Deployment.refuses("subnet-overlap", external + Self.over("10.8.0.0/24")))
            let bed = try await Bed.shared.value
            try await bed.run("router", "ip addr replace 10.8.0.77/32 dev lo")
            try await Self.expectOutOfReach("10.8.0.77", from: "10.8.0.0/24")
        }

        @Test func `swarm-pool-overlap: an overlay that nobody gave a subnet is cut from the network behind the router`() async throws {
            let plan = "external: {vpn: {subnet: 10.0.1.0/24}}\noverlays:\n  mine: {}\n"
            #expect(try await Deployment.refuses("swarm-pool-overlap", plan))
            let bed = try await Bed.shared.value
            try await bed.run("router", "ip addr replace 10.0.1.77/32 dev lo")
            try await Self.expectOutOfReach("10.0.1.77", from: "10.0.1.0/24", isChosen: true)
        }

        @Test func `The LAN and a bridge: the node itself no longer reaches that part of the LAN`() async throws {
            // What docker0 and docker_gwbridge do where they are set to it: here a bridge of our own, which can be taken away.
            #expect(try await Deployment.refuses("subnet-overlap", "pools: {docker0: 192.168.0.32/27}\n"))
            let bed = try await Bed.cleared()
            #expect(try await bed.reaches("192.168.0.50", from: "ds3"))
            try await bed.run("ds3", "docker network create --subnet 192.168.0.32/27 part")
            #expect(try await !bed.reaches("192.168.0.50", from: "ds3"))
            try await bed.run("ds3", "docker network rm part")
            #expect(try await bed.reaches("192.168.0.50", from: "ds3"))
        }

        @Test func `Two LANs with one subnet: a node gets no macvlan in the second`() async throws {
            let plan = Deployment.head.replacing("nodes:", with: "  again: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}\nnodes:")
                .replacing("role: manager}", with: "role: manager, lan: home}")
            #expect(try await Deployment(plan: plan).program("validate").output.contains("[subnet-overlap]"))
            let bed = try await Bed.cleared()
            try await bed.run("ds1", "ip link show nps-eth1 || ip link add nps-eth1 type veth peer name nps-peer")
            let macvlan = "docker network create --driver macvlan --subnet 192.168.0.0/24 --gateway 192.168.0.1"
            try await bed.run("ds1", "\(macvlan) --ip-range 192.168.0.252/30 --opt parent=eth0 one")
            let second = try await bed.outcome("ds1", "\(macvlan) --ip-range 192.168.0.248/30 --opt parent=nps-eth1 two")
            #expect(second.status != 0 && second.output.contains("failed to allocate gateway (192.168.0.1): Address already in use"))
        }

        private static func over(_ subnet: String) -> String { "overlays:\n  over: {subnet: \(subnet)}\n" }

        private static func subnet(of network: String) -> String {
            "docker network inspect --format '{{range .IPAM.Config}}{{.Subnet}}{{end}}' \(network)"
        }

        /// A container of an overlay elsewhere reaches the address, one of this overlay does not.
        private static func expectOutOfReach(_ address: String, from subnet: String, isChosen: Bool = false) async throws {
            let bed = try await Bed.cleared()
            try await bed.run("ds1", "docker network create --driver overlay --subnet 10.201.0.0/24 elsewhere")
            try await bed.serve("reaches", on: "elsewhere")
            let elsewhere = try await bed.container(of: "reaches")
            #expect(try await bed.reaches(address, from: elsewhere))
            try await bed.run("ds1", "docker network create --driver overlay \(isChosen ? "" : "--subnet \(subnet)") over")
            try await bed.serve("cut-off", on: "over")
            let container = try await bed.container(of: "cut-off")
            #expect(try await bed.run("ds1", Self.subnet(of: "over")) == "\(subnet)\n")
            #expect(try await !bed.reaches(address, from: container))
        }
    }
}
