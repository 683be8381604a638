import Foundation
import Testing

extension SwarmTests {
    @Suite struct Stacks {
        private static let plan = """
            macvlans:
              pihole: {nodes: [ds1, ds2], shim: true}
            overlays:
              web: {}
            services:
              pihole: {network: pihole, address: auto, nodes: [ds1, ds2]}
              some: {network: web, nodes: [ds1, ds3]}
            outputs: {macvlan: {}, overlay: {}, stack: {extra-hosts: [ds3, pihole]}}

            """

        /// Three replicas of what has two places: two run, each where it has its address, and the third waits.
        @Test func `A stack's services go where they have a place`() async throws {
            let bed = try await Bed.cleared()
            let plan = try Deployment(Self.plan)
            try await plan.apply(to: bed)
            let stack = """
                version: "3.8"
                services:
                  pihole: {image: "\(bed.image)", stop_grace_period: 1s, deploy: {replicas: 3, endpoint_mode: dnsrr}}
                  some: {image: "\(bed.image)", stop_grace_period: 1s, deploy: {replicas: 4, endpoint_mode: dnsrr}}
                """
            // 20.10 wants a version in each file, and the same one.
            let deploy = """
                folder=$(mktemp -d)
                printf '%s\\n' '\(stack)' >"$folder/stack.yml"
                for service in pihole some; do { echo 'version: "3.8"'; cat stack/$service.yml; } >"$folder/$service.yml"; done
                docker stack deploy --resolve-image never -c "$folder/stack.yml" -c "$folder/pihole.yml" -c "$folder/some.yml" site
                rm -r "$folder"
                """
            let deployed = try await plan.run("ds1", deploy, on: bed)
            #expect(deployed.status == 0, "\(deployed)")
            try await bed.settle("site_pihole", at: 2)
            try await bed.settle("site_some", at: 4)
            #expect(
                try await bed.containers(of: "site_pihole").map { "\($0.node) \($0.address)" } == [
                    "ds1 192.168.0.252", "ds2 192.168.0.248",
                ])
            #expect(Set(try await bed.containers(of: "site_some").map(\.node)) == ["ds1", "ds3"])
            let waiting = try await bed.run("ds1", "docker service ps --no-trunc --format '{{.Error}}' site_pihole")
            #expect(waiting.contains("max replicas per node limit exceed"), "\(waiting)")
            let container = try await bed.containers(of: "site_pihole")[0]
            let hosts = try await bed.run(container.node, "docker exec \(container.id) cat /etc/hosts").replacing("\t", with: " ")
            for line in ["192.168.0.13 ds3.home.arpa", "192.168.0.248 pihole.home.arpa", "192.168.0.252 pihole.home.arpa"] {
                #expect(hosts.contains(line), "\(line) is not in \(hosts)")
            }
        }
    }
}
