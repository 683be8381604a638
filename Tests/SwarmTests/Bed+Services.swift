import Foundation

/// A running container of a service, and what its first network gave it.
struct Container: Hashable {
    let node: String
    let id: String
    let address: String
    let mac: String
}

extension Bed {
    /// Makes a service of busybox on a network. It does not wait.
    func serve(_ name: String, on network: String, _ options: String = "", command: String = "") async throws {
        // Killed rather than asked, as 'sleep' does not listen; without its own address, as there may be no IPVS here.
        try await run(
            "ds1",
            "docker service create --detach --no-resolve-image --name \(name) --network \(network) --endpoint-mode dnsrr"
                + " --stop-signal SIGKILL --restart-delay 1s --update-monitor 500ms \(options) \(image) \(command)")
    }

    /// Waits until a service has so many running containers, and no other ones.
    func settle(_ service: String, at count: Int) async throws {
        let tasks = "docker service ps --format '{{.DesiredState}} {{.CurrentState}}' \(service)"
        try await wait(
            "ds1",
            until: "[ \"$(\(tasks) | grep -c '^Running Running')\" -eq \(count) ] && ! \(tasks) | grep -qE '^(Shutdown|Remove) Running'")
    }

    /// Those of a service, by node and address.
    func containers(of service: String) async throws -> [Container] {
        var found: [Container] = []
        for node in Self.nodes {
            let lines = try await run(
                node,
                "docker ps --quiet --no-trunc --filter label=com.docker.swarm.service.name=\(service)"
                    + " | xargs -r docker inspect --format '{{.Id}}{{range .NetworkSettings.Networks}} {{.IPAddress}} {{.MacAddress}}{{end}}'"
            )
            for line in lines.split(separator: "\n") {
                let words = line.split(separator: " ").map(String.init)
                if words.count >= 3 { found.append(Container(node: node, id: words[0], address: words[1], mac: words[2])) }
            }
        }
        return found.sorted { ($0.node, $0.address) < ($1.node, $1.address) }
    }

    /// The one container of a service that has one.
    func container(of service: String) async throws -> Container {
        try await settle(service, at: 1)
        let found = try await containers(of: service)
        guard found.count == 1 else { throw Failure(description: "\(service) has \(found.count) containers: \(found)") }
        return found[0]
    }

    /// Waits until a task of a service has failed with these words.
    func fails(_ service: String, with words: String) async throws {
        try await wait("ds1", until: "docker service ps --no-trunc --format '{{.Error}}' \(service) | grep -qF '\(words)'")
    }

    /// Starts a container on one node alone, and gives its ID and address.
    func start(on node: String, network: String, _ options: String = "") async throws -> Container {
        let id = try await run(node, "docker run --detach --network \(network) \(options) \(image)").trimmingCharacters(in: .newlines)
        let fields = "{{range .NetworkSettings.Networks}}{{.IPAddress}} {{.MacAddress}}{{end}}"
        let words = try await run(node, "docker inspect --format '\(fields)' \(id)").split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count == 2 else { throw Failure(description: "\(id) on \(node) has no address: \(words)") }
        return Container(node: node, id: id, address: words[0], mac: words[1])
    }

    /// Whether an address answers, to a member of the LAN or a container. It asks three times.
    func reaches(_ address: String, from member: String) async throws -> Bool {
        try await outcome(member, Self.ping(address, with: "busybox ping")).status == 0
    }

    func reaches(_ address: String, from container: Container) async throws -> Bool {
        try await outcome(container.node, Self.ping(address, with: "docker exec \(container.id) ping")).status == 0
    }

    /// Whether what stands in a container's /etc/hosts is read from its web server: `httpd -f -h /etc`.
    func reads(_ address: String, from member: String) async throws -> Bool {
        let answer = try await outcome(member, "timeout 5 busybox wget -q -O - http://\(address)/hosts")
        return answer.status == 0 && answer.output.contains("localhost")
    }

    private static func ping(_ address: String, with ping: String) -> String {
        Array(repeating: "\(ping) -c 1 -W 1 \(address)", count: 3).joined(separator: " || ")
    }
}
