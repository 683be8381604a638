import Testing

extension SwarmTests {
    /// A service with an address in the plan: a name server, which every machine of the LAN knows by it.
    @Suite struct Pinned {
        private static let plan = """
            macvlans:
              pihole: {nodes: [ds1, ds2], slices: {ds1: 192.168.0.252/30, ds2: 192.168.0.248/30}}
            services:
              pihole: {network: pihole, nodes: [ds1, ds2], address: {ds1: 192.168.0.253, ds2: 192.168.0.250}}

            """

        @Test func `It keeps its address when it dies, is updated, moves away and comes back`() async throws {
            let bed = try await Bed.cleared()
            try await Deployment(Self.plan).apply(to: bed)
            let constraint = "--constraint node.labels.netplan-swarm.macvlan.pihole==true"
            try await bed.serve("pihole", on: "pihole", "\(constraint) --constraint node.hostname==ds1", command: "httpd -f -h /etc")
            var earlier: Set<Container> = []

            func expect(_ address: String, on node: String, when event: String) async throws {
                let container = try await bed.container(of: "pihole")
                #expect(container.node == node && container.address == address, "\(event): \(container)")
                #expect(earlier.insert(container).inserted, "\(event): still the same container")
                // On another node the address has another MAC only from Docker 28 on, and the LAN has to learn its new place.
                try await bed.wait("client", seconds: 20, until: "timeout 2 busybox wget -q -O - http://\(address)/hosts")
            }
            func expect(_ address: String, on node: String, after command: String) async throws {
                try await bed.run("ds1", command)
                try await expect(address, on: node, when: command)
            }
            try await expect("192.168.0.253", on: "ds1", when: "made")
            let first = try await bed.container(of: "pihole").id
            try await bed.run("ds1", "docker kill \(first)")
            try await bed.wait("ds1", until: "[ \"$(docker ps --quiet --filter label=com.docker.swarm.service.name=pihole | wc -l)\" = 1 ]")
            try await expect("192.168.0.253", on: "ds1", when: "killed")
            try await bed.run("ds1", "docker service scale --detach pihole=0")
            try await bed.settle("pihole", at: 0)
            try await expect("192.168.0.253", on: "ds1", after: "docker service scale --detach=false pihole=1")
            try await expect("192.168.0.253", on: "ds1", after: "docker service update --detach=false --no-resolve-image --force pihole")
            try await expect("192.168.0.250", on: "ds2", after: Self.move(from: "ds1", to: "ds2"))
            try await expect("192.168.0.253", on: "ds1", after: Self.move(from: "ds2", to: "ds1"))
        }

        private static func move(from old: String, to new: String) -> String {
            "docker service update --detach=false --no-resolve-image --constraint-rm node.hostname==\(old) --constraint-add node.hostname==\(new) pihole"
        }

        @Test func `service-address-unpinned: of two services in one slice, who starts first has the address`() async throws {
            let two = """
                macvlans:
                  lan: {nodes: [ds1]}
                services:
                  a: {network: lan, nodes: [ds1], address: auto}
                  b: {network: lan, nodes: [ds1], address: auto}

                """
            #expect(try await Deployment.refuses("service-address-unpinned", two))
            let bed = try await Bed.cleared()
            try await Deployment("macvlans:\n  lan: {nodes: [ds1]}\n").apply(to: bed)
            let onDS1 = "--constraint node.hostname==ds1"
            for name in ["a", "b"] {
                try await bed.serve(name, on: "lan", onDS1)
                try await bed.settle(name, at: 1)
            }
            #expect(try await bed.container(of: "a").address == "192.168.0.252")
            #expect(try await bed.container(of: "b").address == "192.168.0.253")
            // The node restarts, and its services come back in another order.
            try await bed.run("ds1", "docker service scale --detach a=0 b=0")
            for name in ["a", "b"] { try await bed.settle(name, at: 0) }
            for name in ["b", "a"] {
                try await bed.run("ds1", "docker service scale --detach \(name)=1")
                try await bed.settle(name, at: 1)
            }
            #expect(try await bed.container(of: "b").address == "192.168.0.252")
            #expect(try await bed.container(of: "a").address == "192.168.0.253")
        }
    }
}
