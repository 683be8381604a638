import Foundation
import Testing

extension SwarmTests {
    @Suite struct Overlays {
        private static let plan = """
            overlays:
              plain: {}
              small: {mtu: 1400}
              secret: {encrypted: true}
              narrow: {encrypted: true, mtu: 1300}

            """

        @Test func `Each has its subnet, and its containers the MTU of the plan`() async throws {
            let bed = try await Bed.cleared()
            try await Deployment(Self.plan).apply(to: bed)
            let wanted = [
                ("plain", "10.201.0.", 1450, false), ("small", "10.201.1.", 1400, false), ("secret", "10.201.2.", 1424, true),
                ("narrow", "10.201.3.", 1300, true),
            ]
            for (name, _, _, _) in wanted { try await bed.serve("on-\(name)", on: name, "--mode global") }
            let hasESP = try await bed.hasESP()
            for (name, subnet, mtu, isEncrypted) in wanted {
                try await bed.settle("on-\(name)", at: 3)
                let containers = try await bed.containers(of: "on-\(name)")
                #expect(containers.map(\.node) == Bed.nodes)
                for container in containers {
                    #expect(container.address.hasPrefix(subnet))
                    #expect(try await bed.mtu(of: container) == mtu, "\(container)")
                }
                if isEncrypted && !hasESP { continue }
                // A packet as large as the container may send fits the LAN in one piece.
                let before = try await bed.fragments()
                let largest = "docker exec \(containers[0].id) ping -c 3 -W 2 -s \(mtu - 28) \(containers[1].address)"
                #expect(try await bed.outcome("ds1", largest).status == 0)
                #expect(try await bed.fragments() == before)
            }
        }

        @Test func `mtu-mismatch: one that promises more than the LAN carries breaks its packets in two`() async throws {
            #expect(try await Deployment.refuses("mtu-mismatch", "overlays:\n  jumbo: {mtu: 1500}\n"))
            let bed = try await Bed.cleared()
            try await bed.run("ds1", "docker network create --driver overlay --opt com.docker.network.driver.mtu=1550 jumbo")
            try await bed.serve("far", on: "jumbo", "--mode global")
            try await bed.settle("far", at: 3)
            let containers = try await bed.containers(of: "far")
            #expect(try await bed.mtu(of: containers[0]) == 1500)
            let before = try await bed.fragments()
            _ = try await bed.outcome("ds1", "docker exec \(containers[0].id) ping -c 3 -W 2 -s 1472 \(containers[1].address)")
            #expect(try await bed.fragments() > before)
        }

        @Test func `overlay-too-small: one of two addresses is accepted, and no task ever starts in it`() async throws {
            #expect(try await Deployment.refuses("overlay-too-small", "overlays:\n  tiny: {subnet: 10.201.0.0/31}\n"))
            let bed = try await Bed.cleared()
            try await bed.run("ds1", "docker network create --driver overlay --subnet 10.201.0.0/31 tiny")
            try await bed.serve("stuck", on: "tiny")
            // 20.10 never gives it its subnet; later engines do, and have no address left for the task.
            try await Task.sleep(for: .seconds(8))
            let states = try await bed.run("ds1", "docker service ps --format '{{.CurrentState}}' stuck").split(separator: "\n")
            #expect(!states.isEmpty && states.allSatisfy { $0.hasPrefix("New") || $0.hasPrefix("Preparing") }, "\(states)")
        }
    }
}

extension Bed {
    /// What the interface says that holds the container's own address.
    fileprivate func mtu(of container: Container) async throws -> Int? {
        let line = try await run(container.node, "docker exec \(container.id) ip -o addr show to \(container.address)")
        let device = line.split(whereSeparator: \.isWhitespace).dropFirst().first.map(String.init) ?? ""
        let text = try await run(container.node, "docker exec \(container.id) cat /sys/class/net/\(device)/mtu")
        return Int(text.trimmingCharacters(in: .newlines))
    }

    /// How many fragments the nodes have made so far.
    fileprivate func fragments() async throws -> Int {
        var sum = 0
        for node in Self.nodes {
            let table = try await run(node, "grep '^Ip:' /proc/net/snmp").split(separator: "\n").map { $0.split(separator: " ") }
            guard table.count == 2, let column = table[0].firstIndex(of: "FragCreates"), let count = Int(table[1][column]) else {
                throw Failure(description: "no FragCreates: \(table)")
            }
            sum += count
        }
        return sum
    }

    /// Whether this kernel can send what an encrypted overlay gives it.
    fileprivate func hasESP() async throws -> Bool {
        let key = "0x" + String(repeating: "00", count: 20)
        let state = "src 192.0.2.1 dst 192.0.2.2 proto esp spi 0x100"
        let add = "ip xfrm state add \(state) mode transport aead 'rfc4106(gcm(aes))' \(key) 64"
        return try await outcome("ds1", "\(add) && ip xfrm state delete \(state.replacing("src 192.0.2.1 ", with: ""))").status == 0
    }

    /// An overlay that was accepted and has no subnet, and a service on it of which nothing ever starts.
    func expectStuck(_ service: String, on network: String) async throws {
        try await Task.sleep(for: .seconds(5))
        let subnets = try await run(
            "ds1", "docker network inspect --format '{{.Driver}}{{range .IPAM.Config}}{{.Subnet}}{{end}}' \(network)")
        let states = try await run("ds1", "docker service ps --format '{{.CurrentState}}' \(service)")
        guard subnets == "\n", states.split(separator: "\n").allSatisfy({ $0.hasPrefix("New") }) else {
            throw Failure(description: "\(network) has '\(subnets)', \(service) is: \(states)")
        }
    }
}
