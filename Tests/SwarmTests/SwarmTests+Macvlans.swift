import Foundation
import Testing

extension SwarmTests {
    /// Each `macvlan-*` rule, and what Docker really does when one insists.
    @Suite struct Macvlans {
        /// What a container of a healthy macvlan reaches behind the router.
        private static let beyond = "203.0.113.77"

        private static func cleared() async throws -> Bed {
            let bed = try await Bed.cleared()
            try await bed.run("router", "ip addr replace \(beyond)/32 dev lo")
            return bed
        }

        @Test func `macvlan-subnet-mode: the recipe leaves one address, and no way to the router`() async throws {
            let recipe = "macvlans:\n  pihole: {nodes: [ds1], scope: local, mode: subnet, slices: {ds1: 192.168.0.252/30}}\n"
            #expect(try await Deployment.refuses("macvlan-subnet-mode", recipe))
            let bed = try await Self.cleared()
            // Risky, so no error: it is made as it was asked for.
            let plan = try Deployment(recipe)
            try await plan.generate()
            #expect(try await plan.runNode("ds1", on: bed).status == 0)

            let container = try await bed.start(on: "ds1", network: "pihole")
            #expect(container.address == "192.168.0.254")
            #expect(try await bed.gateway(of: container) == "192.168.0.253")
            #expect(try await !bed.reaches("192.168.0.1", from: container))
            let second = try await bed.outcome("ds1", "docker run --detach --network pihole testbed")
            #expect(second.status != 0 && second.output.contains("no available IPv4 addresses"))
        }

        @Test func `macvlan-subnet-mode: over the swarm it is the same on each node`() async throws {
            let recipe = "macvlans:\n  pihole: {nodes: [ds1, ds2], mode: subnet}\n"
            #expect(try await Deployment.refuses("macvlan-subnet-mode", recipe))
            let bed = try await Self.cleared()
            for (node, slice) in [("ds1", "192.168.0.252/30"), ("ds2", "192.168.0.248/30")] {
                try await bed.run(node, "docker network create --config-only --subnet \(slice) --opt parent=eth0 lan-config")
            }
            try await bed.run("ds1", "docker network create --driver macvlan --scope swarm --config-from lan-config lan")
            let onBoth = "--mode global --constraint node.hostname!=ds3"
            try await bed.serve("web", on: "lan", onBoth)
            try await bed.settle("web", at: 2)
            let containers = try await bed.containers(of: "web")
            #expect(containers.map(\.address) == ["192.168.0.254", "192.168.0.250"])
            for container in containers { #expect(try await !bed.reaches("192.168.0.1", from: container)) }
            // The two of one service are in two subnets.
            #expect(try await !bed.reaches(containers[1].address, from: containers[0]))
        }

        @Test func `macvlan-gateway-missing: Docker takes the slice's first address, and nothing beyond the LAN is reached`() async throws {
            let plan = Deployment.head.replacing(", gateway: 192.168.0.1", with: "") + "macvlans:\n  pihole: {nodes: [ds1]}\n"
            #expect(try await Deployment(plan: plan).program("validate").output.contains("[macvlan-gateway-missing]"))
            let bed = try await Self.cleared()
            let macvlan = "docker network create --driver macvlan --subnet 192.168.0.0/24 --ip-range 192.168.0.248/30 --opt parent=eth0"

            try await bed.run("ds1", "\(macvlan) --gateway 192.168.0.1 with")
            let healthy = try await bed.start(on: "ds1", network: "with")
            #expect(healthy.address == "192.168.0.248")
            #expect(try await bed.reaches(Self.beyond, from: healthy))
            try await bed.run("ds1", "docker rm --force \(healthy.id) && docker network rm with")

            try await bed.run("ds1", "\(macvlan) without")
            let container = try await bed.start(on: "ds1", network: "without")
            #expect(container.address == "192.168.0.249")
            #expect(try await bed.gateway(of: container) == "192.168.0.248")
            #expect(try await !bed.reaches(Self.beyond, from: container))
        }

        @Test func `macvlan-parent-shared: two in one LAN share its gateway, and two on one interface it`() async throws {
            #expect(try await Deployment.refuses("macvlan-parent-shared", "macvlans:\n  one: {nodes: [ds1]}\n  two: {nodes: [ds1]}\n"))
            let bed = try await Self.cleared()
            let macvlan = "docker network create --driver macvlan --opt parent=eth0"
            let lan = "--subnet 192.168.0.0/24 --gateway 192.168.0.1"
            try await bed.run("ds1", "\(macvlan) \(lan) --ip-range 192.168.0.252/30 one")
            let inLAN = try await bed.outcome("ds1", "\(macvlan) \(lan) --ip-range 192.168.0.248/30 two")
            #expect(inLAN.status != 0 && inLAN.output.contains("failed to allocate gateway (192.168.0.1): Address already in use"))
            let onParent = try await bed.outcome("ds1", "\(macvlan) --subnet 10.66.0.0/24 --gateway 10.66.0.1 two")
            let isBefore27 = try await bed.engine() < 27
            #expect(onParent.output.contains("is already using parent interface eth0") == isBefore27, "\(onParent)")
        }

        @Test func `macvlan-parent-shared: over the swarm, the tasks of the second are rejected`() async throws {
            #expect(try await Deployment.refuses("macvlan-parent-shared", "macvlans:\n  one: {nodes: [ds1]}\n  two: {nodes: [ds1]}\n"))
            let bed = try await Self.cleared()
            for (name, slice) in [("one", "192.168.0.252/30"), ("two", "192.168.0.248/30")] {
                let config = "--subnet 192.168.0.0/24 --gateway 192.168.0.1 --ip-range \(slice) --opt parent=eth0 \(name)-config"
                try await bed.run("ds1", "docker network create --config-only \(config)")
                try await bed.run("ds1", "docker network create --driver macvlan --scope swarm --config-from \(name)-config \(name)")
                try await bed.serve(name, on: name, "--constraint node.hostname==ds1")
                if name == "one" { try await bed.settle(name, at: 1) }
            }
            try await bed.fails("two", with: "Address already in use")
        }

        @Test func `macvlan-host-isolated: a node reaches its own containers by its shim alone`() async throws {
            let slices = "{nodes: [ds1, ds2], slices: {ds1: 192.168.0.252/30, ds2: 192.168.0.248/30}}"
            let services = "services:\n  dns: {network: pihole, nodes: [ds1], address: auto}\n"
            let isolated = Deployment.head.replacing("dhcp:", with: "dns: [dns], dhcp:") + "macvlans:\n  pihole: \(slices)\n" + services
            #expect(try await Deployment(plan: isolated).program("validate").output.contains("[macvlan-host-isolated]"))

            let bed = try await Self.cleared()
            try await Deployment("macvlans:\n  pihole: \(slices)\n").apply(to: bed)
            try await bed.serve("web", on: "pihole", "--mode global --constraint node.labels.netplan-swarm.macvlan.pihole==true")
            try await bed.settle("web", at: 2)
            let containers = try await bed.containers(of: "web")
            #expect(try await !bed.reaches(containers[0].address, from: "ds1"))
            #expect(try await bed.reaches(containers[1].address, from: "ds1"))

            let shimmed = try Deployment("macvlans:\n  pihole: \(slices.dropLast()), shim: true}\n")
            try await Self.expectTwoShims(of: shimmed, on: bed)
            for container in containers {
                for node in Bed.nodes { #expect(try await bed.reaches(container.address, from: node), "\(container) from \(node)") }
                for node in ["192.168.0.11", "192.168.0.12"] { #expect(try await bed.reaches(node, from: container)) }
            }

            try await Self.expectOneMAC(of: containers[0], on: bed)

            // After a restart of the node it is gone, and the script makes it again.
            for node in ["ds1", "ds2"] { try await bed.run(node, "ip link del nps-pihole") }
            #expect(try await !bed.reaches(containers[0].address, from: "ds1"))
            try await Self.expectTwoShims(of: shimmed, on: bed)
            #expect(try await bed.reaches(containers[0].address, from: "ds1"))
        }

        /// The LAN knows the node's address by its own interface alone, whoever asks whom, and even where the node is strict.
        private static func expectOneMAC(of container: Container, on bed: Bed) async throws {
            let answers = try await bed.run("client", "busybox arping -c 3 -I eth0 192.168.0.11 | grep -o '\\[.*\\]' | sort -u")
            let own = try await bed.run("ds1", "ip -o link show eth0")
            #expect(answers.count == 20 && own.contains(answers.dropFirst().prefix(17)), "\(answers) \(own)")
            for strictness in [1, 0] {
                try await bed.run("ds1", "echo \(strictness) >/proc/sys/net/ipv4/conf/all/rp_filter")
                #expect(try await bed.reaches("192.168.0.11", from: "client"))
                // So old that the client's kernel believes whoever asks next.
                try await Task.sleep(for: .milliseconds(1100))
                try await bed.run("ds1", "ip neigh flush dev nps-pihole")
                #expect(try await bed.reaches(container.address, from: "ds1"))
                let known = try await bed.run("client", "ip neigh show 192.168.0.11")
                #expect(known.contains(answers.dropFirst().prefix(17)), "\(known)")
                #expect(try await bed.reaches("192.168.0.11", from: "client"))
            }
        }

        private static func expectTwoShims(of plan: Deployment, on bed: Bed) async throws {
            let lines = try await plan.apply(to: bed).split(separator: "\n")
            #expect(lines.filter { !$0.hasSuffix(": unchanged") } == ["shim nps-pihole: created", "shim nps-pihole: created"], "\(lines)")
        }
    }
}

extension Bed {
    /// The container's default route.
    fileprivate func gateway(of container: Container) async throws -> String {
        let route = try await run(container.node, "docker exec \(container.id) ip route show default")
        return route.split(separator: " ").dropFirst(2).first.map(String.init) ?? route
    }

    /// The first number of the engine's version.
    func engine() async throws -> Int {
        let version = try await run("ds1", "docker version --format '{{.Server.Version}}'")
        return Int(version.prefix(while: \.isNumber)) ?? 0
    }
}
