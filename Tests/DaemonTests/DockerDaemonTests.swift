import Foundation
import NetPlan
import Testing

/// A real engine starts with each daemon.json, in namespaces of its own, and does what its keys say.
@Suite(.serialized, .enabled(if: Engine.isWanted, "dockerd, docker or ip is missing, or nobody may make namespaces here"))
struct DockerDaemonTests {
    @Test(arguments: Site.all(of: "Swarm"))
    func `The engine takes every key`(site: Site) throws {
        for file in try site.files(of: "docker-daemon") {
            let keys = try #require(try JSONSerialization.jsonObject(with: Data(file.content)) as? [String: Any])
            let engine = try Engine.started(with: file.content)
            #expect(engine["pools"] as? NSArray ?? [] == Self.pools(keys["default-address-pools"]), "\(file.path): \(engine)")
            let bridge = ((engine["bridge"] as? [String: Any])?["Config"] as? [[String: Any]])?.first
            if let bip = keys["bip"] as? String {
                let gateway = bip.split(separator: "/").first.map(String.init)
                #expect(bridge?["Gateway"] as? String == gateway, "\(file.path): \(engine)")
            }
            if let mtu = keys["mtu"] as? Int { #expect(engine["mtu"] as? String == "\(mtu)", "\(file.path): \(engine)") }
            let registries = try #require(engine["registries"] as? [String: Any])
            let mirrors = (registries["Mirrors"] as? [String] ?? []).map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
            #expect(mirrors == keys["registry-mirrors"] as? [String] ?? [], "\(file.path)")
            let known = registries["IndexConfigs"] as? [String: [String: Any]] ?? [:]
            for registry in keys["insecure-registries"] as? [String] ?? [] {
                #expect(known[registry]?["Secure"] as? Bool == false, "\(file.path): \(registry)")
            }
        }
    }

    /// As `docker info` has them.
    private static func pools(_ value: Any?) -> NSArray {
        (value as? [[String: Any]] ?? []).map { ["Base": $0["base"] ?? "", "Size": $0["size"] ?? 0] } as NSArray
    }

    /// A key that the engine does not know is what these tests must be able to see.
    @Test func `A key with a fault keeps it from starting`() {
        #expect(throws: Engine.Refused.self) { try Engine.started(with: Array(#"{"registry-mirorrs": ["https://x"]}"#.utf8)) }
        #expect(throws: Engine.Refused.self) { try Engine.started(with: Array(#"{"registry-mirrors": ["mirror.example.org"]}"#.utf8)) }
    }
}

/// An engine of this machine that is up for a moment, in a network, mounts and processes of its own.
enum Engine {
    static var isWanted: Bool {
        if ProcessInfo.processInfo.environment["CI"] != nil { return true }
        let isThere = ["dockerd", "docker", "ip", "unshare"].allSatisfy { Program.find($0) != nil }
        return isThere && (try? Program.run("unshare", flags + ["mount", "-t", "tmpfs", "tmpfs", "/run"]))?.status == 0
    }

    private static let flags = ["--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"]

    struct Refused: Error {
        let output: String
    }

    /// What it says of itself with such a daemon.json.
    static func started(with configuration: [UInt8]) throws -> [String: Any] {
        let folder = try Scratch()
        try folder.write(String(decoding: configuration, as: UTF8.self), to: "daemon.json")
        let script = """
            PATH=$PATH:/usr/sbin:/sbin
            ip link set lo up
            mount -t tmpfs -o mode=755 tmpfs /run
            # Another Debian's engine (script/engine), as on the test bed.
            [ -z "${TESTBED_ENGINE:-}" ] || mount --bind "$TESTBED_ENGINE/usr" /usr
            case $(dockerd --help) in
                *--validate*) dockerd --validate --config-file '\(folder.path("daemon.json"))' 2>&1 ;;
            esac >/run/log || { cat /run/log; exit 1; }
            dockerd --config-file '\(folder.path("daemon.json"))' --data-root /run/data --exec-root /run/exec --pidfile /run/pid >/run/log 2>&1 &
            until docker version >/dev/null 2>&1; do
                kill -0 $! 2>/dev/null || { tail -n 3 /run/log; exit 1; }
                sleep 0.2
            done
            echo '{"pools":'; docker info --format '{{json .DefaultAddressPools}}'
            echo ',"registries":'; docker info --format '{{json .RegistryConfig}}'
            echo ',"bridge":'; docker network inspect --format '{{json .IPAM}}' bridge
            echo ',"mtu":'; docker network inspect --format '{{json (index .Options "com.docker.network.driver.mtu")}}' bridge
            echo '}'
            kill $!
            wait $! || :
            """
        let outcome = try Program.run("unshare", flags + ["sh", "-ec", script])
        guard outcome.status == 0, let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any] else {
            throw Refused(output: outcome.output)
        }
        return answer
    }
}
