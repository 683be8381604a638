import Foundation
import NetPlan
import Testing

@testable import netplan_swarm

/// Pi-hole's settings: the script's calls and the API's request are one, and dnsmasq, which is behind Pi-hole, does what they say.
@Suite(.enabled(if: LeaseServer.isWanted, "it needs root, dnsmasq, busybox (udhcpc), ip and python3"))
struct PiholeTests {
    static let sites = Site.all(of: "DHCP")

    /// The script by dash, with a `pihole-FTL` that writes down what it is told: as the values of pihole.toml, for a list of texts is the
    /// same in TOML and in JSON. The two must be the same settings, the last call of a key being the one that holds.
    @Test(arguments: sites)
    func `The calls and the request say the same`(site: Site) throws {
        let files = try site.files(of: "pihole")
        guard let script = files.first(where: { $0.name == "netplan-swarm.sh" }) else { return }
        let folder = try Scratch()
        try folder.write(files)
        try folder.write(
            """
            #!/bin/sh
            [ "$1" = --config ] || exit 1
            case $3 in true | false | \\[*) printf '%s = %s\\n' "$2" "$3" ;; *) printf '%s = "%s"\\n' "$2" "$3" ;; esac >>'\(folder.path("calls"))'
            """, to: "bin/pihole-FTL")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/pihole-FTL"))
        let outcome = try Program.run("env", ["PATH=\(folder.path("bin")):/usr/bin:/bin", "sh", folder.path(script.name)])
        #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.output)")
        let judge = """
            import json, sys, tomllib
            said, last = {}, {}
            order = []
            for part in open(sys.argv[1]).read().replace("\\n]", "]").split("\\n"):
                if " = " in part and not part.startswith(" "): order.append(part)
                elif part: order[-1] += part
            for line in order:
                key, value = line.split(" = ", 1)
                last[key] = tomllib.loads("value = " + value)["value"]
            for group, settings in json.load(open(sys.argv[2]))["config"].items():
                said |= {f"{group}.{key}": value for key, value in settings.items()}
            keys = [line.split(" = ")[0] for line in order]
            assert said == last, (said, last)
            assert "dhcp.active" not in keys or keys[-1] == "dhcp.active", keys
            """
        try folder.write(judge, to: "judge.py")
        let verdict = try Program.run("python3", [folder.path("judge.py"), folder.path("calls"), folder.path("netplan-swarm.json")])
        #expect(verdict.status == 0, "\(verdict.output)")
    }

    @Test(arguments: sites)
    func `dnsmasq takes what Pi-hole would give it`(site: Site) throws {
        guard let told = try FTL(site.files(of: "pihole")) else { return }
        let folder = try Scratch()
        try folder.write(told.dnsmasq, to: "dnsmasq.conf")
        let outcome = try Program.run("dnsmasq", ["--test", "-C", folder.path("dnsmasq.conf")])
        #expect(outcome.output == "dnsmasq: syntax check OK.\n", "\(outcome.output)")
    }

    /// One range around all that nobody may have: strangers empty it, and get what the plan says may be leased, to the last address.
    @Test func `Strangers get what is free and nothing else`() throws {
        let site = try #require(Self.sites.first { $0.folder.hasSuffix("Fixtures/pihole") }).planned()
        let allocation = try #require(site.allocation)
        let home = try #require(allocation.plan.lans.first)
        let server = try LeaseServer(
            .pihole, site.files.filter { $0.emitter == "pihole" }, in: [(home.subnet, try address("192.168.0.200"))])
        defer { server.stop() }
        let asked = try (80..<130).map { try address("192.168.0.\($0)") }
        let answers = try server.answers(to: asked.map { "discover 02:bb:00:00:00:\(String($0.bits & 255, radix: 16)) \($0)" })
        let leasable = AddressSet(allocation.leasable.flatMap(\.ranges))
        let leased = answers.values.compactMap(\.leased).sorted()
        #expect(leased == asked.filter(leasable.contains))
        let offered = answers.values.flatMap { Array($0.offered) }
        #expect(offered.allSatisfy(leasable.contains), "\(offered)")
    }
}
