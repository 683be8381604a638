import DHCP
import Foundation
import NetPlan
import Testing

/// Whom a running dhcpd gives what: `dhcpd -t` accepts ranges that hold a host's address, and lends it to anybody.
@Suite(
    .enabled(
        if: ["dhcpd", "busybox", "ip"].allSatisfy(Program.isWanted) && (geteuid() == 0 || ProcessInfo.processInfo.environment["CI"] != nil),
        "it needs root, dhcpd, busybox (udhcpc) and ip"))
struct DhcpdLeaseTests {
    private static let plan = """
        version: 1
        site: lab
        lans:
          home:
            subnet: 192.168.77.0/24
            gateway: 192.168.77.1
            dns: [192.168.77.2]
            dhcp: {server: dhcpd, ranges: [192.168.77.100-192.168.77.101]}
        nodes:
          ds1: {address: 192.168.77.11, mac: "02:aa:00:00:00:11", role: manager}
          ds2: {address: 192.168.77.12, mac: "02:aa:00:00:00:12", role: manager}
          ds3: {address: 192.168.77.100, mac: "02:aa:00:00:00:13", role: manager}
        dhcp:
          groups: {boot: {lan: home, hosts: [ds1], dns: [192.168.77.53], domain: boot.example.org}}
          classes: {machines: {lan: home, mac-prefix: "52:54:00", range: 192.168.77.200-192.168.77.201}}
        outputs: {dhcpd: {}}
        """

    /// In this order: each client keeps what it got.
    private static let clients = [
        ("02:aa:00:00:00:11", "192.168.77.11 192.168.77.53 boot.example.org ds1"),
        ("02:aa:00:00:00:13", "192.168.77.100 192.168.77.2 home.arpa ds3"),
        // The first of the two addresses is ds3's, so strangers have one.
        ("02:bb:00:00:00:01", "192.168.77.101 192.168.77.2 home.arpa"),
        ("02:bb:00:00:00:02", ""),
        // The class has two of its own, and gets no others.
        ("52:54:00:00:00:01", "192.168.77.200 192.168.77.2 home.arpa"),
        ("52:54:00:00:00:02", "192.168.77.201 192.168.77.2 home.arpa"),
        ("52:54:00:00:00:03", ""),
    ]

    @Test func `Each client gets what is its own, and nobody gets another's`() throws {
        let folder = try Scratch()
        let files = try Site.files(of: DhcpdEmitter.self, in: Array(Self.plan.utf8), file: "plan")
        try folder.write(String(decoding: try #require(files.first).content, as: UTF8.self), to: "dhcpd.conf")
        try folder.write("", to: "leases")
        try folder.write("#!/bin/sh\n[ \"$1\" = bound ] && echo \"got: $ip $dns $domain $hostname\"\nexit 0\n", to: "print.sh")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("print.sh"))

        let wire = try Wire()
        defer { wire.cut() }
        let server = try wire.start(
            "dhcpd",
            ["-4", "-f", "-cf", folder.path("dhcpd.conf"), "-lf", folder.path("leases"), "-pf", folder.path("pid"), "server"],
            log: URL(fileURLWithPath: folder.path("log")))
        defer {
            server.terminate()
            server.waitUntilExit()
        }
        for (mac, expected) in Self.clients {
            let output = try wire.ask(as: mac, script: folder.path("print.sh"))
            let got = output.split(separator: "\n").first { $0.hasPrefix("got: ") }?.dropFirst(5) ?? ""
            let log = try String(contentsOf: URL(fileURLWithPath: folder.path("log")), encoding: .utf8)
            #expect(got.split(separator: " ").joined(separator: " ") == expected, "\(mac): \(output)\n\(log)")
        }
    }

    /// Two network namespaces with a cable between them: nothing of it reaches the machine's own network.
    private struct Wire {
        private let near = "nps\(getpid())s"
        private let far = "nps\(getpid())c"

        init() throws {
            for arguments in [
                ["netns", "add", near], ["netns", "add", far],
                ["-n", near, "link", "add", "server", "type", "veth", "peer", "name", "client", "netns", far],
                ["-n", near, "addr", "add", "192.168.77.5/24", "dev", "server"], ["-n", near, "link", "set", "server", "up"],
            ] {
                let outcome = try Program.run("ip", arguments)
                guard outcome.status == 0 else {
                    cut()
                    throw Program.Missing(description: "ip \(arguments.joined(separator: " ")): \(outcome.output)")
                }
            }
        }

        func cut() {
            for name in [near, far] { _ = try? Program.run("ip", ["netns", "del", name]) }
        }

        func start(_ name: String, _ arguments: [String], log: URL) throws -> Process {
            let path = Program.find(name)?.path ?? name
            return try Program.start("ip", ["netns", "exec", near, path] + arguments, log: log).process
        }

        func ask(as mac: String, script: String) throws -> String {
            for state in [["down"], ["address", mac], ["up"]] { _ = try Program.run("ip", ["-n", far, "link", "set", "client"] + state) }
            let client = ["busybox", "udhcpc", "-i", "client", "-q", "-n", "-f", "-t", "3", "-T", "1", "-O", "hostname", "-s", script]
            return try Program.run("ip", ["netns", "exec", far] + client).output
        }
    }
}
