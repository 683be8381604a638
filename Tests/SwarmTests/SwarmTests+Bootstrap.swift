import Foundation
import Testing

extension SwarmTests {
    /// A swarm from nothing, on a bed of its own whose engines are in none.
    @Suite struct Bootstrap {
        private static func plan(ingress: String = "10.203.0.0/24") -> String {
            """
            version: 1
            site: bed
            lans:
              home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}
            pools:
              docker: [{base: 10.210.0.0/16, size: 24}, {base: 10.211.0.0/20, size: 26}]
              docker0: 10.210.255.0/24
              gwbridge: 10.210.254.0/24
              swarm: {base: 10.202.0.0/16, size: 25}
              ingress: \(ingress)
            nodes:
              ds1: {address: 192.168.0.11, role: manager}
              ds2: {address: 192.168.0.12, role: manager}
              ds3: {address: 192.168.0.13, labels: {media: "true"}}
            overlays:
              web: {}
            ignore:
              - {rule: manager-count, reason: a worker is to be seen}
            outputs: {swarm: {}, overlay: {}, docker-daemon: {dns: [192.168.0.1], dns-search: [bed.example.org]}}

            """
        }

        /// What no second run may change.
        private static func state(of bed: Bed) async throws -> [String] {
            var state = [try await bed.run("ds1", "docker node ls --format '{{.ID}} {{.Hostname}} {{.Status}} {{.ManagerStatus}}' | sort")]
            for node in Bed.nodes {
                state.append(
                    try await bed.run(
                        node,
                        """
                        cat /etc/docker/daemon.json; ls -l --time-style=full-iso /etc/docker/daemon.json; cat /run/docker.pid
                        docker network ls --no-trunc | sort; docker network inspect docker_gwbridge bridge --format '{{json .IPAM}}'
                        """))
            }
            return state
        }

        private static func join(_ node: String, as role: String, _ plan: Deployment, on bed: Bed) async throws -> Bed.Outcome {
            let token = try await bed.run("ds1", "docker swarm join-token --quiet \(role)").trimmingCharacters(in: .newlines)
            return try await plan.run(node, "echo \(token) | sh swarm/nodes/\(node).sh join", on: bed)
        }

        @Test func `Three engines become the swarm of the plan, and a second run changes nothing`() async throws {
            let bed = try await Bed(isBare: true)
            defer { try? bed.end() }
            let plan = try Deployment(plan: Self.plan())
            try await plan.generate()

            // What can't be as planned is said before anything is done.
            let early = try await plan.run("ds2", "sh swarm/nodes/ds2.sh; ls /etc/docker/daemon.json", on: bed)
            #expect(early.output.contains("docker swarm join-token --quiet manager\nNothing was changed.\n"), "\(early)")
            #expect(early.output.contains("No such file"))
            let elsewhere = try await plan.run("ds2", "sh swarm/nodes/ds1.sh", on: bed)
            #expect(elsewhere.status == 1 && elsewhere.output.contains("This script is for the node ds1"), "\(elsewhere)")

            // Keys of others stay.
            try await bed.run(
                "ds1", "mkdir -p /etc/docker; echo '{\"log-level\": \"warn\", \"bip\": \"172.30.0.1/24\"}' >/etc/docker/daemon.json")
            let first = try await plan.run("ds1", "sh swarm/nodes/ds1.sh", on: bed)
            let made = "daemon.json: set, and Docker started anew\nnetwork docker_gwbridge: created\n"
            #expect(first.output == made + "member of the swarm: begun\nnetwork ingress: created\n", "\(first)")
            for (node, role) in [("ds2", "manager"), ("ds3", "worker")] {
                #expect(try await Self.join(node, as: role, plan, on: bed).output == made + "member of the swarm: joined\n")
            }
            let last = try await plan.run("ds2", "sh docker/swarm.sh", on: bed)
            #expect(last.output == "network web: created\nlabels of ds3: set\n", "\(last)")

            try await Self.expectPlan(on: bed)
            let before = try await Self.state(of: bed)
            for node in Bed.nodes {
                let again = try await plan.run(node, "sh swarm/nodes/\(node).sh", on: bed)
                let lines = again.output.split(separator: "\n")
                #expect(again.status == 0 && lines.count >= 3 && lines.allSatisfy { $0.hasSuffix(": unchanged") }, "\(again)")
            }
            #expect(try await Self.join("ds3", as: "worker", plan, on: bed).output.hasSuffix("member of the swarm: unchanged\n"))
            #expect(try await Self.state(of: bed) == before)

            // What is otherwise under a swarm is said, and stays.
            let other = try Deployment(plan: Self.plan(ingress: "10.204.0.0/24").replacing("size: 25", with: "size: 26"))
            try await other.generate()
            let refused = try await other.run("ds1", "sh swarm/nodes/ds1.sh", on: bed)
            #expect(refused.status == 1 && refused.output.hasSuffix("Nothing was changed.\n"), "\(refused)")
            #expect(refused.output.contains("Network ingress has 10.203.0.0/24, and the plan wants 10.204.0.0/24"))
            #expect(refused.output.contains("(base and size) is 10.202.0.0/16 25, and the plan wants 10.202.0.0/16 26"))
            #expect(try await Self.state(of: bed) == before)
            try await Self.expectKeys(of: plan, on: bed)
        }

        @Test func `Where the plan says nothing of docker_gwbridge, one that is there stays, and else Docker may choose`() async throws {
            let bed = try await Bed(isBare: true)
            defer { try? bed.end() }
            let silent = Self.plan().split(separator: "\n", omittingEmptySubsequences: false).filter { line in
                !["  docker: ", "  docker0: ", "  gwbridge: "].contains(where: line.hasPrefix)
            }.joined(separator: "\n")
            let plan = try Deployment(plan: silent)
            try await plan.generate()

            try await bed.run("ds1", "docker network create --subnet=172.18.7.0/24 taken")
            let first = try await plan.run("ds1", "sh swarm/nodes/ds1.sh", on: bed)
            let lines = first.output.split(separator: "\n")
            #expect(first.status == 0 && lines.count == 3, "\(first)")
            #expect(lines.first?.hasPrefix("network docker_gwbridge, with 172.") == true, "\(first)")
            #expect(lines.first?.hasSuffix(" as 172.18.0.0/16 is taken: created") == true, "\(first)")
            let again = try await plan.run("ds1", "sh swarm/nodes/ds1.sh", on: bed)
            #expect(again.status == 0 && again.output.split(separator: "\n").allSatisfy { $0.hasSuffix(": unchanged") }, "\(again)")

            try await bed.run(
                "ds2",
                "docker network create --subnet=172.25.0.0/16 --opt=com.docker.network.bridge.name=docker_gwbridge docker_gwbridge")
            let joined = try await Self.join("ds2", as: "manager", plan, on: bed)
            #expect(
                joined.output == "network docker_gwbridge, which has 172.25.0.0/16: unchanged\nmember of the swarm: joined\n", "\(joined)")
            let usual = try await Self.join("ds3", as: "worker", plan, on: bed)
            #expect(usual.output == "network docker_gwbridge: created\nmember of the swarm: joined\n", "\(usual)")

            // What the plan does say is not given up, and the first advice is to say what is there.
            let other = try Deployment(plan: silent.replacing("pools:\n", with: "pools:\n  gwbridge: 172.26.0.0/16\n"))
            try await other.generate()
            let refused = try await other.run("ds2", "sh swarm/nodes/ds2.sh", on: bed)
            #expect(refused.status == 1 && refused.output.contains("the plan wants 172.26.0.0/16"), "\(refused)")
            #expect(refused.output.contains("    Write 'gwbridge: 172.25.0.0/16' below 'pools' in the plan; or else\n"), "\(refused)")
        }

        /// The engines have what the plan says.
        private static func expectPlan(on bed: Bed) async throws {
            let members = try await bed.run("ds1", "docker node ls --format '{{.Hostname}} {{.Status}} {{.ManagerStatus}}' | sort")
            #expect(members == "ds1 Ready Leader\nds2 Ready Reachable\nds3 Ready \n")
            let subnets = "docker network inspect --format '{{.Name}} {{range .IPAM.Config}}{{.Subnet}}{{end}}'"
            for node in Bed.nodes {
                let local = try await bed.run(
                    node, "docker network create some >/dev/null; \(subnets) bridge docker_gwbridge some; docker network rm some >/dev/null"
                )
                #expect(local == "bridge 10.210.255.0/24\ndocker_gwbridge 10.210.254.0/24\nsome 10.210.0.0/24\n", "\(node)")
            }
            let overlay =
                "docker network create --driver overlay some >/dev/null; sleep 1; \(subnets) ingress web some; docker network rm some >/dev/null"
            let global = try await bed.run("ds1", overlay).split(separator: "\n")
            #expect(global.prefix(2) == ["ingress 10.203.0.0/24", "web 10.201.0.0/24"])
            #expect(global.last?.hasPrefix("some 10.202.") == true && global.last?.hasSuffix("/25") == true, "\(global)")
            let keys = try await bed.run("ds1", "cat /etc/docker/daemon.json; stat -c %a /etc/docker/daemon.json.old")
            #expect(
                keys.contains("\"log-level\": \"warn\"") && keys.contains("\"bip\": \"10.210.255.1/24\"") && keys.hasSuffix("644\n"),
                "\(keys)")
        }

        /// daemon.json as `docker-daemon` has it: a container asks whom it says.
        private static func expectKeys(of plan: Deployment, on bed: Bed) async throws {
            let install =
                "cp docker-daemon/ds3/daemon.json /etc/docker/daemon.json && systemctl restart docker && until docker version; do sleep 0.2; done"
            #expect(try await plan.run("ds3", install, on: bed).status == 0)
            let asked = try await bed.run("ds3", "docker run --rm \(bed.image) cat /etc/resolv.conf")
            #expect(asked.contains("nameserver 192.168.0.1") && asked.contains("search bed.example.org"), "\(asked)")
        }
    }
}
