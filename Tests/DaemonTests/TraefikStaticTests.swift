import Foundation
import NetPlan
import Testing

/// A real Traefik starts with the file, in a network of its own, and listens wherever it says.
@Suite(
    .serialized, .enabled(if: Program.isWanted("traefik") && Unshared.isWanted, "traefik is missing, or nobody may make namespaces here"))
struct TraefikStaticTests {
    /// Traefik has no dry run: a fault in the file ends it at once.
    @Test(arguments: Site.all(of: "Traefik"))
    func `Traefik starts, and listens`(site: Site) throws {
        let files = try site.files(of: "traefik-static")
        let dynamic = files.filter { $0.path.hasPrefix("traefik-static/dynamic/") }
        for file in files where file.path == "traefik-static/traefik.yml" {
            let text = String(decoding: file.content, as: UTF8.self)
            let addresses = text.split(separator: "\n").filter { $0.hasPrefix("    address: ") }.map { $0.dropFirst(14).dropLast() }
            let wanted = addresses.map { $0.hasSuffix("/udp") ? "udp\($0.dropLast(4))" : "tcp\($0)" }.sorted()
            let started = try Self.start(text, dynamic, until: wanted)
            #expect(Set(started.listening).isSuperset(of: wanted) && !wanted.isEmpty, "\(file.path): \(started)")
            // No engine is here to be asked, and no authority.
            let complaints = started.log.split(separator: "\n").filter {
                $0.contains("ERR") && !$0.contains("docker") && !$0.contains("swarm") && !$0.contains(Self.order)
            }
            #expect(complaints.isEmpty, "\(file.path): \(complaints.joined(separator: "\n"))")
            // The router is there for one thing, which nobody else does: it orders the wildcard.
            let orders = started.log.split(separator: "\n").filter { $0.contains(Self.order) }
            let isOrdered = orders.contains { $0.contains("-wildcard@file") && $0.contains(",\"*.") }
            #expect(isOrdered == text.contains("certificatesResolvers:"), "\(file.path): \(started.log)")
        }
    }

    /// What Traefik says as it has asked an authority that it can't reach.
    private static let order = "Unable to obtain ACME certificate"

    @Test func `A file with a fault ends it`() throws {
        let started = try Self.start("entryPoints:\n  web:\n    address: \":80\"\n    bogus: true\n", until: ["tcp:80"])
        #expect(started.listening.isEmpty)
    }

    struct Started {
        /// `tcp:443`, `udp:514`.
        var listening: [String] = []
        var log = ""
    }

    private static func start(_ text: String, _ dynamic: [FileArtifact] = [], until wanted: [String]) throws -> Started {
        let traefik = try #require(Program.find("traefik")).path
        let folder = try Scratch()
        try folder.write(text, to: "traefik.yml")
        for file in dynamic { try folder.write(String(decoding: file.content, as: UTF8.self), to: "dynamic/\(file.name)") }
        let isOrdered = dynamic.isEmpty ? "true" : "grep -qF '\(order)' /run/log"
        let sockets = "ss -Hltun | awk '{ sub(/.*:/, \":\", $5); print $1 $5 }' | sort -u"
        let script = """
            ip link set lo up
            mount -t tmpfs tmpfs /run
            cp -a /etc /run/etc
            mount --bind /run/etc /etc
            mkdir -p /etc/traefik/dynamic
            [ ! -d '\(folder.path("dynamic"))' ] || cp '\(folder.path("dynamic"))'/* /etc/traefik/dynamic
            cd /run
            '\(traefik)' --configfile='\(folder.path("traefik.yml"))' >/run/log 2>&1 &
            for wait in 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1; do
                sleep 0.25
                kill -0 $! 2>/dev/null || break
                [ "$(\(sockets) | grep -cxF '\(wanted.joined(separator: "\n"))')" -lt \(wanted.count) ] || ! \(isOrdered) || break
            done
            sleep 0.5
            \(sockets)
            kill $! 2>/dev/null || :
            echo ---
            cat /run/log
            """
        let outcome = try Program.run(
            "unshare", ["--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "sh", "-ec", script])
        let parts = outcome.output.split(separator: "---\n", maxSplits: 1, omittingEmptySubsequences: false)
        return Started(listening: (parts.first ?? "").split(separator: "\n").map(String.init), log: String(parts.last ?? ""))
    }
}
