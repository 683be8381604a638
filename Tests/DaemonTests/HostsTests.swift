import Foundation
import NetPlan
import Testing

/// glibc reads our block as it stands: each name gives its address, and each address its first name (nsswitch.conf(5), hosts(5)).
@Suite(.enabled(if: Program.isWanted("getent") && Unshared.isWanted, "getent is not installed, or nobody may make a mount namespace here"))
struct HostsTests {
    @Test(arguments: Site.all(of: "Hosts"))
    func `Every name is found`(site: Site) throws {
        guard let file = try site.files(of: "hosts").first else {
            try #require(site.isExample)
            return
        }
        let block = String(decoding: file.content, as: UTF8.self)
        let folder = try Scratch()
        try folder.write("127.0.0.1\tlocalhost\n" + block, to: "hosts")
        try folder.write("hosts: files\n", to: "nsswitch.conf")

        var expected: [String: Set<String>] = [:]
        for line in block.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: "\t")
            for name in parts[1].split(separator: " ") { expected[String(name), default: []].insert(String(parts[0])) }
        }
        #expect(!expected.isEmpty)

        // One run for all names: getent prints each address of each, three times (stream, datagram, raw).
        let queries = expected.keys.sorted().map { "echo '= \($0)'; getent ahosts '\($0)'" }.joined(separator: "\n")
        let script =
            "mount --bind '\(folder.path("hosts"))' /etc/hosts\nmount --bind '\(folder.path("nsswitch.conf"))' /etc/nsswitch.conf\n\(queries)\n"
        let output = try Unshared.run(script)
        var found: [String: Set<String>] = [:]
        var name = ""
        for line in output.split(separator: "\n") {
            if line.hasPrefix("= ") { name = String(line.dropFirst(2)); continue }
            if let address = line.split(separator: " ").first { found[name, default: []].insert(String(address)) }
        }
        for (name, addresses) in expected { #expect(found[name] == addresses, "\(name): \(found[name] ?? [])") }
    }
}

/// A shell that sees its own /etc: in a mount namespace, which root may make, and elsewhere a user namespace's root.
enum Unshared {
    private static var flags: [String] { getuid() == 0 ? ["-m"] : ["-r", "-m"] }

    static var isWanted: Bool {
        if ProcessInfo.processInfo.environment["CI"] != nil { return true }
        return (try? Program.run("unshare", flags + ["true"]))?.status == 0
    }

    static func run(_ script: String) throws -> String {
        let outcome = try Program.run("unshare", flags + ["sh", "-ec", script])
        guard outcome.status == 0 || outcome.output.contains("= ") else { throw Program.Missing(description: "unshare: \(outcome.output)") }
        return outcome.output
    }
}
