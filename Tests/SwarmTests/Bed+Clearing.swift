import Foundation

extension Bed {
    /// The bed, with nothing left of an earlier test: no service, container, network, label or interface.
    static func cleared() async throws -> Bed {
        let bed = try await shared.value
        // After a moment in which the managers did not hear each other they choose a leader anew.
        try await bed.wait("ds1", until: "docker node ls")
        try await bed.run(
            "ds1",
            """
            set -e
            docker service ls --quiet | xargs -r docker service rm
            for node in ds1 ds2 ds3; do
                # The swarm changes a node too, as it comes and goes: then Docker says "update out of sequence", and it is said again.
                for try in 1 2 3 4 5; do
                    labels=$(docker node inspect --format '{{range $key, $value := .Spec.Labels}}--label-rm {{$key}} {{end}}' $node)
                    docker node update --availability active $labels $node && continue 2
                    sleep 1
                done
                exit 1
            done
            """)
        for node in nodes {
            try await bed.run(
                node,
                """
                docker ps --all --quiet | xargs -r docker rm --force
                rm -rf /var/lib/netplan-swarm
                for link in $(ip -o link show | grep -o 'nps-[^@:]*'); do ip link del $link 2>/dev/null; done
                true
                """)
        }
        // A machine's address may have been a container's meanwhile, and the others have that by heart.
        for member in nodes + ["router", "client"] { try await bed.run(member, "ip neigh flush dev eth0") }
        // A node lets go of a network once the last of its tasks is gone.
        for node in nodes {
            let rest = "rest=$(docker network ls --format '{{.Name}}' | grep -vxE 'bridge|host|none|ingress|docker_gwbridge')"
            try await bed.wait(node, until: "\(rest); [ -z \"$rest\" ] || { docker network rm $rest; false; }")
        }
        return bed
    }
}
