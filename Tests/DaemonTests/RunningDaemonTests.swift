import Foundation
import Testing

/// Servers that run while `apply` puts their files in place: what they would refuse never reaches them, and what fails half way leaves them
/// as they were. A client of the LAN says which file it is that they serve from.
@Suite struct RunningDaemonTests {
    private static let mac = "02:00:00:00:00:09"

    /// The laptop has the reservation that ends so.
    private static func plan(_ server: String, laptop octet: Int, subnet: String = "192.168.0") -> String {
        """
        version: 1
        site: home
        lans:
          home: {subnet: \(subnet).0/24, gateway: \(subnet).1, dhcp: {server: \(server), ranges: [\(subnet).100-\(subnet).199]}}
        nodes: {ds1: {address: \(subnet).11, role: manager}}
        devices: {laptop: {address: \(subnet).\(octet), mac: "\(mac)"}}
        outputs: {\(server): {on: [ds1]}}

        """
    }

    private static func apply(_ text: String, on host: RunningHost, _ options: String = "") throws -> Program.Outcome {
        try host.folder.write(text, to: "netplan-swarm.yaml")
        return try host.run("netplan-swarm generate >/dev/null 2>&1; netplan-swarm apply --yes \(options)")
    }

    @Test(.enabled(if: RunningHost.isWanted("dhcpd")))
    func `dhcpd serves what it is to, and all along`() throws {
        let host = try RunningHost()
        defer { host.stop() }
        let good = try Self.apply(Self.plan("dhcpd", laptop: 50), on: host)
        #expect(good.status == 0 && good.output.contains("ran 'systemctl restart isc-dhcp-server'"), "\(good.output)")
        #expect(try host.lease(of: Self.mac) == "192.168.0.50")
        let (file, number) = ("/etc/dhcp/dhcpd.conf", "/run/dhcpd.pid")
        let before = (file: try host.text(file), number: try host.text(number))

        // The real program, given a line that no server takes.
        try host.wrap("dhcpd", "for file; do :; done; echo 'not ; a { line' >> \"$file\"; exec \"$real\" \"$@\"")
        let bad = try Self.apply(Self.plan("dhcpd", laptop: 51), on: host)
        #expect(bad.status == 1 && bad.output.contains("would not be taken"), "\(bad.output)")
        #expect(try host.text(file) == before.file && host.text(number) == before.number)
        try host.unwrap("dhcpd")

        // What 'dhcpd -t' takes, and what dies when it starts: a LAN that this machine has no cable to.
        let deaf = try Self.apply(
            Self.plan("dhcpd", laptop: 51, subnet: "192.168.7"), on: host,
            "--node ds1 --allow root:lans.home.gateway --allow root:nodes.ds1.address --allow root:lans.home.dhcp.ranges"
        )
        #expect(deaf.status == 6 && deaf.output.contains("everything is as it was before"), "\(deaf.output)")
        #expect(try host.text(file) == before.file)
        #expect(try host.lease(of: Self.mac) == "192.168.0.50")

        // One that died while its file was judged is started again, by the new file.
        try host.wrap("dhcpd", "\"$real\" \"$@\" && systemctl kill --signal=KILL isc-dhcp-server")
        let again = try Self.apply(Self.plan("dhcpd", laptop: 52), on: host)
        #expect(again.status == 0, "\(again.output)")
        #expect(try host.run("netplan-swarm rollback").status == 0)
        #expect(try host.lease(of: Self.mac) == "192.168.0.50")
    }

    @Test(.enabled(if: RunningHost.isWanted("dhcpd", "kea-dhcp4")), arguments: ["dhcpd", "kea"])
    func `A server that moves to another node is ended here, and comes back`(server: String) throws {
        let host = try RunningHost()
        defer { host.stop() }
        if server == "kea" {
            try host.folder.write(Self.plan("kea", laptop: 51), to: "netplan-swarm.yaml")
            let first = try host.run(
                "netplan-swarm generate >/dev/null 2>&1; cp out/kea/kea-dhcp4.conf /etc/kea/; systemctl start kea-dhcp4-server")
            #expect(first.status == 0, "\(first.output)")
        }
        let here = try Self.apply(Self.plan(server, laptop: 50), on: host, server == "kea" ? "--take /etc/kea/kea-dhcp4.conf" : "")
        #expect(here.status == 0, "\(here.output)")
        let moved = Self.plan(server, laptop: 50).replacing("role: manager}}", with: "role: manager}, ds2: {address: 192.168.0.12}}")
        let gone = try Self.apply(moved.replacing("on: [ds1]", with: "on: [ds2]"), on: host)
        #expect(gone.status == 0 && gone.output.contains("ran 'systemctl stop "), "\(gone.output)")
        #expect(try host.lease(of: Self.mac) == nil)
        let back = try host.run("netplan-swarm rollback")
        #expect(back.status == 0 && back.output.contains("ran 'systemctl restart "), "\(back.output)")
        #expect(try host.lease(of: Self.mac) == "192.168.0.50")

        // Killed once it had stopped the server here, it is started again too.
        #expect(try Self.apply(moved.replacing("on: [ds1]", with: "on: [ds2]"), on: host).status == 0)
        let recovered = try host.run("mv /var/lib/netplan-swarm/last /var/lib/netplan-swarm/begun; netplan-swarm recover")
        #expect(recovered.status == 0, "\(recovered.output)")
        #expect(try host.lease(of: Self.mac) == "192.168.0.50")
    }

    @Test(.enabled(if: RunningHost.isWanted("kea-dhcp4")))
    func `Kea reads its file again, and one that is gone is no reason to keep it`() throws {
        let host = try RunningHost()
        defer { host.stop() }
        // It has no file before the first apply, and so does not run yet.
        try host.folder.write(Self.plan("kea", laptop: 50), to: "netplan-swarm.yaml")
        let first = try host.run(
            "netplan-swarm generate >/dev/null 2>&1; cp out/kea/kea-dhcp4.conf /etc/kea/; systemctl start kea-dhcp4-server")
        #expect(first.status == 0, "\(first.output)")
        #expect(try host.lease(of: Self.mac) == "192.168.0.50")

        let good = try Self.apply(Self.plan("kea", laptop: 51), on: host, "--take /etc/kea/kea-dhcp4.conf")
        #expect(good.status == 0, "\(good.output)")
        #expect(
            try host.run(
                "for i in $(seq 100); do grep -q DHCP4_DYNAMIC_RECONFIGURATION_SUCCESS /run/kea.log && exit; sleep 0.1; done; exit 1"
            ).status == 0)
        #expect(try host.lease(of: Self.mac) == "192.168.0.51")
        let before = try host.text("/etc/kea/kea-dhcp4.conf")

        try host.wrap("kea-dhcp4", "for file; do :; done; echo '}' >> \"$file\"; exec \"$real\" \"$@\"")
        let bad = try Self.apply(Self.plan("kea", laptop: 52), on: host)
        #expect(bad.status == 1 && bad.output.contains("would not be taken"), "\(bad.output)")
        #expect(try host.text("/etc/kea/kea-dhcp4.conf") == before)
        #expect(try host.lease(of: Self.mac) == "192.168.0.51")

        // It dies between its judgement and the reload, for which it is not there then.
        try host.wrap("kea-dhcp4", "\"$real\" \"$@\" && systemctl kill --signal=KILL kea-dhcp4-server")
        let dead = try Self.apply(Self.plan("kea", laptop: 52), on: host)
        #expect(dead.status == 6 && dead.output.contains("everything is as it was before"), "\(dead.output)")
        #expect(try host.text("/etc/kea/kea-dhcp4.conf") == before)
        try host.unwrap("kea-dhcp4")
        #expect(try host.run("systemctl start kea-dhcp4-server").status == 0)
        #expect(try host.lease(of: Self.mac) == "192.168.0.51")
    }

    @Test(.enabled(if: RunningHost.isWanted("dnsmasq")))
    func `dnsmasq that does not start with all of its files goes back to those that it had`() throws {
        let host = try RunningHost()
        defer { host.stop() }
        let good = try Self.apply(Self.plan("dnsmasq", laptop: 50), on: host)
        #expect(good.status == 0, "\(good.output)")
        #expect(try host.lease(of: Self.mac) == "192.168.0.50")
        let (file, number) = ("/etc/dnsmasq.d/netplan-swarm.conf", "/run/dnsmasq.pid")
        let before = (file: try host.text(file), number: try host.text(number))

        try host.wrap("dnsmasq", "for file; do :; done; echo 'not a line' >> \"$file\"; exec \"$real\" \"$@\"")
        let bad = try Self.apply(Self.plan("dnsmasq", laptop: 51), on: host)
        #expect(bad.status == 1 && bad.output.contains("would not be taken"), "\(bad.output)")
        #expect(try host.text(file) == before.file && host.text(number) == before.number)
        try host.unwrap("dnsmasq")

        // Ours is right by itself. Beside theirs, one address is two machines', and dnsmasq does not start.
        try host.folder.write("dhcp-host=02:00:00:00:00:77,192.168.0.51\n", to: "etc/dnsmasq.d/theirs.conf")
        let clash = try Self.apply(Self.plan("dnsmasq", laptop: 51), on: host)
        #expect(clash.status == 6 && clash.output.contains("duplicate dhcp-host IP address"), "\(clash.output)")
        #expect(try host.text(file) == before.file)
        #expect(try host.lease(of: Self.mac) == "192.168.0.50")
    }

    /// It watches its folder, and drops all of it for one bad file: so nothing is put there that it would not take with what is there already.
    @Test(.enabled(if: Program.isWanted("traefik")))
    func `Traefik gets no file that would cost it the others`() async throws {
        let theirs = """
            http:
              routers:
                theirs:
                  rule: "Host(`theirs.home.arpa`)"
                  service: theirs
                  entryPoints:
                    - websecure
              services: {theirs: {loadBalancer: {servers: [{url: "http://192.168.0.60"}]}}}

            """
        let server = try TraefikServer(files: ["theirs.yml": theirs])
        defer { server.stop() }
        func apply(_ backend: String) throws -> Program.Outcome {
            let plan = """
                version: 1
                site: home
                lans: {home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}}
                nodes: {ds1: {address: 192.168.0.11, role: manager}}
                services: {web: {backends: ["\(backend)"], names: [web.home.arpa]}}
                outputs: {traefik: {on: [ds1], path: /dynamic}}

                """
            try server.folder.write(plan, to: "netplan-swarm.yaml")
            let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "netplan-swarm").path
            return try Program.run("sh", ["-c", "cd '\(server.folder.path(""))' && '\(program)' apply --root . --node ds1 --yes 2>&1"])
        }
        let good = try apply("http://192.168.0.50:80")
        #expect(good.status == 0, "\(good.output)")
        #expect(try await server.serves("http://192.168.0.50:80"))

        try server.folder.write("http:\n  routers: [\n", to: "dynamic/broken.yml")
        let bad = try apply("http://192.168.0.50:81")
        #expect(bad.status == 1 && bad.output.contains("'broken.yml'"), "\(bad.output)")
        #expect(try await server.serves("http://192.168.0.50:80"))
        #expect(try await server.serves("http://192.168.0.60"))

        try FileManager.default.removeItem(atPath: server.folder.path("dynamic/broken.yml"))
        #expect(try apply("http://192.168.0.50:81").status == 0)
        #expect(try await server.serves("http://192.168.0.50:81"))
    }
}
