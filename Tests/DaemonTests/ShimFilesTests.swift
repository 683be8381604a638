import Docker
import Foundation
import NetPlan
import Shell
import Testing

@testable import DockerScripts

/// What brings a shim back at the next start makes the very one that the scripts make: tried by ifupdown's hook and by systemd-networkd.
@Suite struct ShimFilesTests {
    private static let networkd = "/lib/systemd/systemd-networkd"

    /// Whether interfaces can be made and folders hidden here, for this test alone; in CI it must be so.
    private static let isWanted: Bool = {
        if ProcessInfo.processInfo.environment["CI"] != nil { return true }
        let tries = try? Program.run("unshare", ["--net", "--mount", "sh", "-ec", "ip link add lan type bridge; mount -t tmpfs t /run"])
        return tries?.status == 0 && FileManager.default.isExecutableFile(atPath: networkd)
    }()

    private static func shim() throws -> Shim {
        var fixture = try ScriptsFixture()
        try fixture.add("pihole-config", of: "pihole", on: 1, .config(ScriptsFixture.slice("192.168.0.252/30", shim: true)))
        return try #require(fixture.artifacts.compactMap { if case .network(let network) = $0 { Shim(network) } else { nil } }.first)
    }

    /// A LAN's interface that is up, and what is known of the shim at the end.
    private static func outcome(of steps: String, address: String = "ip addr add 192.168.0.11/24 dev eth0") throws -> String {
        let outcome = try Program.run(
            "unshare",
            [
                "--net", "--mount", "sh", "-ec",
                """
                ip link add lan type bridge
                ip link set lan up
                ip link add eth0 type veth peer name lan0
                ip link set lan0 master lan up
                ip link set eth0 up
                \(address)
                \(steps)
                ip -o -d link show nps-pihole | grep -o 'link/ether [^ ]*\\|macvlan mode [a-z]*'
                ip -4 -o addr show dev nps-pihole | grep -o 'inet [^ ]* scope [a-z]*'
                ip -4 route show dev nps-pihole | sed 's/ proto static//; s/ *$//'
                cat /proc/sys/net/ipv4/conf/nps-pihole/arp_filter /proc/sys/net/ipv4/conf/nps-pihole/arp_announce
                """,
            ])
        return outcome.output
    }

    private static let wanted = """
        link/ether 02:70:c0:a8:00:0b
        macvlan mode bridge
        inet 169.254.0.1/32 scope link
        192.168.0.252/30 scope link src 192.168.0.11
        1
        2

        """

    @Test(.enabled(if: isWanted)) func `The script's own`() throws {
        let script = "\(ShellFunction.messages.text)\n\(ShellFunction.shim.text)\npass=create"
        let call = "shim nps-pihole 192.168.0.252/30 eth0 192.168.0.11 02:70:c0:a8:00:0b >/dev/null"
        #expect(try Self.outcome(of: "\(script)\n\(call)") == Self.wanted)
    }

    @Test(.enabled(if: isWanted)) func `ifupdown's hook makes it when its interface comes up, and again over a wrong one`() throws {
        let files = try Self.shim().files(.ifupdown)
        #expect(files.map(\.installPath) == ["/etc/network/if-up.d/nps-pihole"] && files[0].mode == 0o755)
        let scratch = try Scratch()
        try scratch.write(String(decoding: files[0].content, as: UTF8.self), to: "nps-pihole")
        let hook = "sh \(scratch.path("nps-pihole"))"
        #expect(try Self.outcome(of: "IFACE=eth0 \(hook)") == Self.wanted)
        #expect(
            try Self.outcome(of: "IFACE=eth0 \(hook); ip route replace 192.168.0.244/30 dev nps-pihole; IFACE=eth0 \(hook)") == Self.wanted)
        #expect(try Self.outcome(of: "IFACE=eth1 \(hook); ip link show nps-pihole 2>&1 || exit 0").contains("does not exist"))
    }

    @Test(.enabled(if: isWanted)) func `networkd makes it beside its interface`() throws {
        let files = try Self.shim().files(.networkd(file: "10-eth0.network"))
        #expect(
            files.map(\.installPath) == [
                "/etc/systemd/network/60-nps-pihole.netdev", "/etc/systemd/network/60-nps-pihole.network",
                "/etc/systemd/network/10-eth0.network.d/60-nps-pihole.conf", "/etc/sysctl.d/60-nps-pihole.conf",
            ])
        let scratch = try Scratch()
        for file in files {
            try scratch.write(String(decoding: file.content, as: UTF8.self), to: String((file.installPath ?? "").dropFirst()))
        }
        try scratch.write("[Match]\nName=eth0\n\n[Network]\nAddress=192.168.0.11/24\n", to: "etc/systemd/network/10-eth0.network")
        let log = scratch.path("log")
        let steps = """
            mount -t tmpfs tmpfs /run
            mkdir /run/systemd
            mkdir -p /etc/systemd/network
            mount --bind \(scratch.path("etc/systemd/network")) /etc/systemd/network
            mount -t sysfs sysfs /sys
            mount -o remount,bind,ro /sys || mount -o remount,ro /sys
            \(Self.networkd) >\(log) 2>&1 &
            for try in $(seq 100); do
                ip -4 route show dev nps-pihole 2>/dev/null | grep -q src && ip -4 addr show dev nps-pihole | grep -q inet && break
                sleep 0.1
            done
            kill $!
            wait $! 2>/dev/null || :
            /lib/systemd/systemd-sysctl \(scratch.path("etc/sysctl.d/60-nps-pihole.conf")) 2>&1
            """
        let found = try Self.outcome(of: steps, address: "")
        let said = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        #expect(found == Self.wanted, "\(said)")
        // It ignores what it does not understand, and says so.
        #expect(!said.contains("Unknown") && !said.contains("Invalid") && !said.contains("ignoring"), "\(said)")
    }
}
