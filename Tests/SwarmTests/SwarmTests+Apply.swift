import Foundation
import Testing

extension SwarmTests {
    /// `diff` and `apply` at three real engines.
    @Suite struct Apply {
        private static let plan = """
            macvlans:
              pihole: {nodes: [ds1, ds2], shim: true}
            overlays:
              plain: {}
              secret: {encrypted: true, attachable: true, internal: true, mtu: 1300}

            """

        /// A plan that is applied on all three nodes.
        private static func applied(_ plan: String = plan) async throws -> (Bed, Deployment) {
            let bed = try await Bed.cleared()
            let deployment = try Deployment(plan)
            try await deployment.generate()
            try await deployment.applyVerb(on: bed)
            return (bed, deployment)
        }

        @Test func `Applied on each node, nothing is left to do, and the scripts find nothing either`() async throws {
            let (bed, deployment) = try await Self.applied()
            try await bed.serve("web", on: "pihole", "--mode global --constraint node.labels.netplan-swarm.macvlan.pihole==true")
            try await bed.settle("web", at: 2)
            let lines = try await deployment.apply(to: bed).split(separator: "\n")
            #expect(lines.count == 9 && lines.allSatisfy { $0.hasSuffix(": unchanged") }, "\(lines)")
            // In use, a node has a copy of the swarm's network, with its own settings.
            try await deployment.applyVerb(on: bed)
            for container in try await bed.containers(of: "web") {
                for node in Bed.nodes { #expect(try await bed.reaches(container.address, from: node), "\(container) from \(node)") }
                #expect(try await bed.reaches(container.node == "ds1" ? "192.168.0.11" : "192.168.0.12", from: container))
            }
        }

        @Test func `What the scripts made, apply finds as it should be`() async throws {
            let bed = try await Bed.cleared()
            let deployment = try Deployment(Self.plan)
            try await deployment.apply(to: bed)
            for node in Bed.nodes {
                let outcome = try await deployment.program(on: node, of: bed, "diff --exit-code")
                #expect(outcome.status == 0 && outcome.output == "\(node): nothing to change\n", "\(outcome)")
            }
        }

        @Test func `What somebody did by hand is found to the letter, and mended alone`() async throws {
            let (bed, deployment) = try await Self.applied()
            let create = "docker network create --driver overlay --label netplan-swarm.site=bed --subnet 10.201.0.0/24 --gateway 10.201.0.1"
            let drifts: [(done: String, shown: String, options: String)] = [
                ("docker network rm plain", "+ network plain (docker)\n    overlay over the swarm, 10.201.0.0/24\nds1: 1 new\n", ""),
                (
                    "docker node update --label-rm netplan-swarm.macvlan.pihole ds2",
                    "~ labels of ds2 (docker)\n    + netplan-swarm.macvlan.pihole=true\nds1: 1 changed\n", ""
                ),
                (
                    "docker node update --label-add netplan-swarm.macvlan.pihole=false --label-add theirs=kept ds2",
                    """
                    ~ labels of ds2 (docker)
                        - netplan-swarm.macvlan.pihole=false
                        + netplan-swarm.macvlan.pihole=true
                    ds1: 1 changed

                    """, ""
                ),
                (
                    "docker node update --label-add netplan-swarm.macvlan.pihole=true ds3",
                    "~ labels of ds3 (docker)\n    - netplan-swarm.macvlan.pihole=true\nds1: 1 changed\n", ""
                ),
                (
                    "ip link del nps-pihole",
                    """
                    + shim nps-pihole (docker)
                        + 192.168.0.252/30 from 192.168.0.11 on eth0, MAC 02:70:c0:a8:00:0b
                    ds1: 1 new

                    """, ""
                ),
                (
                    "ip route replace 192.168.0.244/30 dev nps-pihole",
                    """
                    ~ shim nps-pihole (docker)
                        - 192.168.0.244/30 and 192.168.0.252/30 from 192.168.0.11 on eth0, MAC 02:70:c0:a8:00:0b
                        + 192.168.0.252/30 from 192.168.0.11 on eth0, MAC 02:70:c0:a8:00:0b
                    ds1: 1 changed

                    """, ""
                ),
                (
                    "echo 0 >/proc/sys/net/ipv4/conf/nps-pihole/arp_filter",
                    """
                    ~ shim nps-pihole (docker)
                        - 192.168.0.252/30 from 192.168.0.11 on eth0, MAC 02:70:c0:a8:00:0b, heard in the LAN
                        + 192.168.0.252/30 from 192.168.0.11 on eth0, MAC 02:70:c0:a8:00:0b
                    ds1: 1 changed

                    """, ""
                ),
                (
                    "docker network rm plain && sleep 2 && \(create) --internal --opt encrypted plain",
                    """
                    ! network plain (docker)
                        internal is true
                        opt encrypted is there
                    ds1: 1 made again
                    apply would refuse: network plain would be taken away and made again
                      without --allow recreate:plain

                    """, "--allow recreate:plain"
                ),
            ]
            for drift in drifts {
                let before = try await bed.networks()
                try await bed.run("ds1", drift.done)
                let shown = try await deployment.program(on: "ds1", of: bed, "diff --exit-code")
                #expect(shown.output == drift.shown && shown.status == 2, "\(drift.done): \(shown)")
                if !drift.options.isEmpty {
                    let refused = try await deployment.program(on: "ds1", of: bed, "apply --yes")
                    #expect(refused.status == 1 && refused.output.contains("to do it all the same, add: \(drift.options)"), "\(refused)")
                }
                let outcome = try await deployment.program(on: "ds1", of: bed, "apply --yes \(drift.options)")
                #expect(outcome.status == 0, "\(outcome)")
                try await deployment.applyVerb(on: bed)
                let after = try await bed.networks()
                #expect(after.filter { !$0.contains(" plain ") } == before.filter { !$0.contains(" plain ") }, "\(drift.done)")
            }
            #expect(try await bed.run("ds1", "docker node inspect --format '{{.Spec.Labels.theirs}}' ds2") == "kept\n")
        }

        @Test func `Another slice with a container on it: who follows the runbook loses nothing`() async throws {
            let (bed, deployment) = try await Self.applied("macvlans:\n  lan: {nodes: [ds1], slices: {ds1: 192.168.0.240/30}}\n")
            try await bed.serve("web", on: "lan", "--constraint node.hostname==ds1")
            try await bed.settle("web", at: 1)
            try await bed.run("ds1", "docker run --detach --name alone --network lan \(bed.image)")
            try await bed.run("ds1", "docker run --detach --name rests --network lan \(bed.image) && docker stop --time 0 rests")
            try await deployment.rewrite("macvlans:\n  lan: {nodes: [ds1], slices: {ds1: 192.168.0.220/30}}\n")

            let before = try await bed.networks()
            let refused = try await deployment.program(on: "ds1", of: bed, "apply --yes --allow recreate:lan-config")
            #expect(refused.status == 1, "\(refused)")
            #expect(
                refused.output.contains(
                    "ip-range is 192.168.0.240/30, not 192.168.0.220/30. service web, container alone, stopped container rests are on it"))
            #expect(try await bed.networks() == before)

            // The runbook, word by word.
            let steps = refused.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
                $0.hasPrefix("docker ") || $0.hasPrefix("netplan-swarm apply")
            }.map { String($0.split(separator: "        ")[0]) }
            #expect(steps.count == 7, "\(steps)")
            for step in steps {
                if step.hasPrefix("netplan-swarm ") {
                    // Who does not say --detach waits for this.
                    try await bed.wait("ds1", until: "[ -z \"$(docker ps --quiet --filter label=com.docker.swarm.service.name=web)\" ]")
                    let outcome = try await deployment.program(on: "ds1", of: bed, step.dropFirst("netplan-swarm ".count) + " --yes")
                    #expect(outcome.status == 0, "\(outcome)")
                } else {
                    try await bed.run("ds1", step.replacing("service update ", with: "service update --detach "))
                }
            }
            try await deployment.applyVerb(on: bed)
            try await bed.run("ds1", "docker start rests")
            let slice = ["192.168.0.220", "192.168.0.221", "192.168.0.222", "192.168.0.223"]
            for name in ["alone", "rests"] {
                let address = try await bed.run("ds1", "docker inspect --format '{{.NetworkSettings.Networks.lan.IPAddress}}' \(name)")
                #expect(slice.contains(address.trimmingCharacters(in: .newlines)), "\(name): \(address)")
            }
            #expect(slice.contains(try await bed.container(of: "web").address))
        }

        @Test func `A node that lost its slice keeps nothing of it, and nothing goes that is in use`() async throws {
            let (bed, deployment) = try await Self.applied()
            try await bed.run("ds1", "docker run --detach --name rests --network secret \(bed.image) && docker stop --time 0 rests")
            try await deployment.rewrite("macvlans:\n  pihole: {nodes: [ds1], shim: true}\noverlays:\n  plain: {}\n")
            let held = try await deployment.program(on: "ds1", of: bed, "apply --yes")
            #expect(held.status == 1 && held.output.contains("docker network disconnect --force secret rests"), "\(held)")
            try await bed.run("ds1", "docker rm rests")
            try await deployment.applyVerb(on: bed)
            let left = try await bed.run("ds2", "docker network ls --format '{{.Name}}'; ip -o link show type macvlan")
            #expect(!left.contains("pihole-config") && !left.contains("nps-") && !left.contains("secret"), "\(left)")
            let label = "docker node inspect --format '{{index .Spec.Labels \"netplan-swarm.macvlan.pihole\"}}' ds1 ds2"
            #expect(try await bed.run("ds1", label) == "true\n\n")
        }

        /// Docker 28.0.1 and later look for the settings on the very manager that is asked.
        @Test func `A manager without a slice makes the macvlan all the same, and keeps nothing of it`() async throws {
            let bed = try await Bed.cleared()
            let deployment = try Deployment("macvlans:\n  lan: {nodes: [ds1]}\n")
            try await deployment.generate()
            let names = "docker network ls --format '{{.Name}}' | grep ^lan"
            for command in ["sh out/docker/swarm.sh", "\(Deployment.path) apply --yes"] {
                try await bed.run("ds3", "docker network rm lan 2>/dev/null || :")
                try await bed.wait("ds3", until: "! \(names)")
                let outcome = try await bed.outcome("ds3", command, in: deployment.place)
                #expect(outcome.status == 0, "\(outcome)")
                #expect(try await bed.run("ds3", names) == "lan\n")
            }
            try await deployment.applyVerb(on: bed)
            try await bed.serve("web", on: "lan", "--constraint node.hostname==ds1")
            #expect(try await bed.container(of: "web").address == "192.168.0.252")
        }

        @Test func `A stranger's network is left, counted where it is right, and stops us where it is not`() async throws {
            let bed = try await Bed.cleared()
            try await bed.run("ds1", "docker network create --driver overlay --subnet 10.201.0.0/24 plain")
            let deployment = try Deployment("overlays:\n  plain: {}\n")
            try await deployment.generate()
            let right = try await deployment.program(on: "ds1", of: bed, "diff --exit-code")
            #expect(right.status == 0 && right.output.contains("network plain is as planned, and not ours"), "\(right)")
            #expect(try await deployment.program(on: "ds1", of: bed, "apply --yes --adopt plain").status == 0)
            #expect(try await deployment.program(on: "ds1", of: bed, "diff").output == "ds1: nothing to change\n")
            // Ours now, it goes with the plan.
            try await deployment.rewrite("overlays:\n  other: {}\n")
            try await deployment.applyVerb(on: bed)
            #expect(try await !bed.networks().contains { $0.contains(" plain ") })

            try await bed.run("ds1", "docker network create --driver overlay --subnet 10.99.0.0/24 theirs")
            try await deployment.rewrite("overlays:\n  theirs: {}\n  other: {}\n")
            let wrong = try await deployment.program(on: "ds1", of: bed, "apply --yes")
            #expect(wrong.status == 1 && wrong.output.contains("network theirs is there, was not made by netplan-swarm"), "\(wrong)")
        }

        @Test func `What Docker accepts and never makes is taken back, with all that came before it`() async throws {
            let bed = try await Bed.cleared()
            try await bed.run("ds1", "docker network create --driver overlay --subnet 10.201.1.0/25 theirs")
            let deployment = try Deployment("overlays:\n  first: {}\n  second: {}\n")
            try await deployment.generate()
            let before = try await bed.networks()
            let outcome = try await deployment.program(on: "ds1", of: bed, "apply --yes")
            #expect(outcome.status == 6, "\(outcome)")
            #expect(outcome.output.contains("Docker took network second, and never gave it 10.201.1.0/24"))
            #expect(outcome.output.contains("theirs 10.201.1.0/25"))
            try await bed.wait("ds2", until: "! docker network ls | grep -qE 'first|second'")
            #expect(try await bed.networks() == before)
        }

        @Test func `Killed at any moment, it is wholly there or not at all`() async throws {
            let bed = try await Bed.cleared()
            let deployment = try Deployment(Self.plan)
            try await deployment.generate()
            let nothing = try await deployment.program(on: "ds1", of: bed, "diff")
            for delay in ["0.03", "0.08", "0.13", "0.18", "0.25", "0.35", "0.5", "0.7"] {
                let killed = try await bed.outcome(
                    "ds1", "cd \(deployment.place) && timeout --signal KILL \(delay) \(Deployment.path) apply --yes")
                let recovered = try await deployment.program(on: "ds1", of: bed, "recover")
                #expect(recovered.status == 0, "\(delay): \(recovered)")
                let left = try await deployment.program(on: "ds1", of: bed, "diff")
                let isWhole = left.output == "ds1: nothing to change\n"
                #expect(left.output == nothing.output || isWhole, "\(delay): \(killed) \(recovered) \(left)")
                if isWhole { #expect(try await deployment.program(on: "ds1", of: bed, "rollback").status == 0) }
            }
            #expect(try await deployment.program(on: "ds1", of: bed, "diff").output == nothing.output)
        }

        /// Applies it on all at the same moment; everybody's has to go well, and to leave nothing to do.
        private static func applyAtOnce(_ deployment: Deployment, on bed: Bed) async throws {
            let outcomes = try await withThrowingTaskGroup(of: Bed.Outcome.self) { group in
                for node in Bed.nodes { group.addTask { try await deployment.program(on: node, of: bed, "apply --yes") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.allSatisfy { $0.status == 0 }, "\(outcomes)")
            for node in Bed.nodes {
                let left = try await deployment.program(on: node, of: bed, "diff --exit-code")
                #expect(left.output == "\(node): nothing to change\n", "\(left)")
            }
            let twice = try await bed.run("ds1", "docker network ls --format '{{.Name}}' | sort | uniq --repeated")
            #expect(twice == "")
        }

        /// Each makes, takes away or accepts what he wants, whoever is the first of them.
        @Test func `On three managers at once, each comes to the same end`() async throws {
            let bed = try await Bed.cleared()
            let deployment = try Deployment(Self.plan)
            try await deployment.generate()
            for _ in 0..<3 {
                try await Self.applyAtOnce(deployment, on: bed)
                try await deployment.rewrite(Self.plan.replacing("plain", with: "other"))
                try await Self.applyAtOnce(deployment, on: bed)
                try await deployment.rewrite(Self.plan)
            }
        }

        @Test func `Not confirmed in time, the networks go as they came`() async throws {
            let bed = try await Bed.cleared()
            let deployment = try Deployment(Self.plan)
            try await deployment.generate()
            let before = try await bed.networks()
            #expect(try await deployment.program(on: "ds1", of: bed, "apply --yes --confirm 2").status == 0)
            try await bed.wait(
                "ds1", seconds: 20, until: "! docker network ls | grep -qE 'pihole|plain|secret' && ! ip link show nps-pihole")
            #expect(try await bed.networks() == before)
        }

        @Test func `An engine that is not there, and one that one may not ask, are said`() async throws {
            let bed = try await Bed.cleared()
            let deployment = try Deployment(Self.plan)
            try await deployment.generate()
            let gone = try await bed.outcome(
                "ds1", "cd \(deployment.place) && DOCKER_HOST=unix:///run/none.sock \(Deployment.path) apply --yes")
            #expect(gone.status == 1 && gone.output.contains("there is no socket of Docker at '/run/none.sock'"), "\(gone)")
            let asUser = "setpriv --reuid 65534 --regid 65534 --clear-groups \(Deployment.path) diff --exit-code netplan-swarm.yaml"
            let denied = try await bed.outcome("ds1", "cd \(deployment.place) && \(asUser)")
            #expect(denied.output.contains("can't use Docker's socket"), "\(denied)")
        }
    }
}

extension Bed {
    /// Every network of every engine that is not Docker's own, with its ID.
    fileprivate func networks() async throws -> [String] {
        var lines: [String] = []
        for node in Self.nodes {
            let list =
                "docker network ls --no-trunc --format '{{.ID}} {{.Name}} {{.Driver}}' | grep -vE ' (bridge|host|none|ingress|docker_gwbridge) '"
            lines += try await run(node, "\(list) | sort || true").split(separator: "\n").map { "\(node) \($0)" }
        }
        return lines
    }
}
