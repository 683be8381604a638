import Foundation
import NetPlan
import Testing

/// What a server would refuse never gets where it reads: the real programs judge the staged file, below a root of the test's own.
@Suite struct AppliedFilesTests {
    static let plan = """
        version: 1
        site: home
        lans:
          home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1, dhcp: {server: SERVER, ranges: [192.168.0.100-192.168.0.199]}}
        nodes:
          ds1: {address: 192.168.0.11, role: manager, mac: "02:00:00:00:00:01"}
        dhcp: {groups: {g: {hosts: [ds1]}}}
        outputs: {OUTPUT}

        """

    struct Target: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let program: String
        let server: String
        let output: String
        /// Of the program's own words for what is wrong.
        let path: String
    }

    static let targets = [
        Target(testDescription: "dhcpd", program: "dhcpd", server: "dhcpd", output: "dhcpd: {on: all}", path: "/etc/dhcp/dhcpd.conf"),
        Target(
            testDescription: "dhcpd with include", program: "dhcpd", server: "dhcpd", output: "dhcpd: {on: all, include: true}",
            path: "/etc/dhcp/netplan-swarm.conf"),
        Target(testDescription: "Kea", program: "kea-dhcp4", server: "kea", output: "kea: {on: all}", path: "/etc/kea/kea-dhcp4.conf"),
        Target(
            testDescription: "dnsmasq", program: "dnsmasq", server: "dnsmasq", output: "dnsmasq: {on: all}",
            path: "/etc/dnsmasq.d/netplan-swarm.conf"),
        Target(
            testDescription: "BIND", program: "named-checkzone", server: "router", output: "bind: {on: all}",
            path: "/etc/bind/home.arpa.zone"),
        Target(
            testDescription: "unbound", program: "unbound-checkconf", server: "router", output: "unbound: {on: all}",
            path: "/etc/unbound/unbound.conf.d/netplan-swarm.conf"),
    ]

    @Test(arguments: targets)
    func `The program takes what is good, and keeps what is bad away`(target: Target) throws {
        guard Program.isWanted(target.program) else { return }
        let folder = try Scratch()
        let plan = Self.plan.replacing("SERVER", with: target.server).replacing("OUTPUT", with: target.output)
        try folder.write(plan, to: "netplan-swarm.yaml")
        try folder.write("ds1\n", to: "root/etc/hostname")
        let first = try Self.run("apply --root root --yes", in: folder)
        #expect(first.status == 0 && !first.output.contains("was not checked"), "\(first.output)")
        let second = try Self.run("diff --root root --exit-code", in: folder)
        #expect(second.status == 0, "\(second.output)")
        let good = try Data(contentsOf: URL(fileURLWithPath: folder.path("root" + target.path)))

        // A saved diff that somebody bent can't be told from one of ours by what it does: the program alone stands between.
        try folder.write(plan.replacing("0.11", with: "0.12"), to: "netplan-swarm.yaml")
        let moved = ["--allow root:nodes.ds1.address"]
        let shim = folder.path("bin")
        try FileManager.default.createDirectory(atPath: shim, withIntermediateDirectories: true)
        // The real program, given the staged file with a line that no server takes.
        let real = Program.find(target.program)?.path ?? target.program
        try folder.write(
            "#!/bin/sh\nfor file; do :; done\nprintf 'not ; a { line\\n' >> \"$file\"\nexec '\(real)' \"$@\"\n", to: "bin/\(target.program)"
        )
        chmod(shim + "/" + target.program, 0o755)
        let bad = try Self.run("apply --root root --yes \(moved.joined(separator: " "))", in: folder, path: shim)
        #expect(bad.status == 1 && bad.output.contains("would not be taken") && bad.output.contains(target.program), "\(bad.output)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("root" + target.path))) == good)
        let names = FileManager.default.enumerator(atPath: folder.path("root"))?.compactMap { $0 as? String } ?? []
        #expect(!names.contains { $0.contains("/.") }, "\(names)")
        #expect(try Self.run("apply --root root --yes \(moved.joined(separator: " "))", in: folder).status == 0)
    }

    /// A container's /etc/hosts is a mount: it can't be renamed over, and is written in place.
    @Test func `A file that is a mount is written in place, and that is said`() throws {
        guard geteuid() == 0, Program.isWanted("unshare") else { return }
        let folder = try Scratch()
        try folder.write(Self.plan.replacing("SERVER", with: "router").replacing("OUTPUT", with: "hosts: {}"), to: "netplan-swarm.yaml")
        try folder.write("127.0.0.1\tlocalhost\n", to: "root/etc/hosts")
        try folder.write("127.0.0.1\tmount\n", to: "mounted")
        let script =
            "mount --bind mounted root/etc/hosts && netplan-swarm apply --root root --node ds1 --yes && cat mounted && netplan-swarm rollback --root root && cat mounted"
        let run = try Self.shell("unshare --mount sh -c '\(script)'", in: folder)
        #expect(run.status == 0 && run.output.contains("is a mount, and was written in place"), "\(run.output)")
        #expect(
            run.output.contains("127.0.0.1\tmount\n# BEGIN netplan-swarm home\n") && run.output.hasSuffix("\n127.0.0.1\tmount\n"),
            "\(run.output)")
        #expect(try String(contentsOfFile: folder.path("root/etc/hosts"), encoding: .utf8) == "127.0.0.1\tlocalhost\n")
    }

    /// The host's own name and addresses, in namespaces of the test's own; it only looks.
    @Test func `A host knows which node it is`() throws {
        guard geteuid() == 0, Program.isWanted("unshare") else { return }
        let folder = try Scratch()
        let nodes = "ds1: {address: 192.168.0.11, role: manager}, ds2: {address: 192.168.0.12, hostname: Zwei}"
        try folder.write(
            "version: 1\nsite: home\nlans: {home: {subnet: 192.168.0.0/24}}\nnodes: {\(nodes)}\noutputs: {hosts: {}}\n",
            to: "netplan-swarm.yaml")
        func look(_ setUp: String) throws -> Program.Outcome {
            try Self.shell("unshare --uts --net sh -c 'ip link set lo up; \(setUp); netplan-swarm diff'", in: folder)
        }
        for name in ["ds2", "ds2.example.net", "zwei", "ZWEI.example.net"] {
            let run = try look("hostname \(name)")
            #expect(run.status == 0 && run.output.contains("\nds2: "), "\(name): \(run.output)")
        }
        let addressed = try look("hostname nobody; ip addr add 192.168.0.12/24 dev lo")
        #expect(addressed.status == 0 && addressed.output.contains("\nds2: "), "\(addressed.output)")
        let unknown = try look("hostname nobody")
        #expect(unknown.status == 64 && unknown.output.contains("say which it is with --node (ds1, ds2)"), "\(unknown.output)")
        let torn = try look("hostname ds1; ip addr add 192.168.0.12/24 dev lo")
        #expect(torn.status == 64 && torn.output.contains("called 'ds1', and has an address of 'ds2'"), "\(torn.output)")
        let both = try look("hostname nobody; ip addr add 192.168.0.12/24 dev lo; ip addr add 192.168.0.11/24 dev lo")
        #expect(both.status == 64 && both.output.contains("has addresses of"), "\(both.output)")
    }

    /// Below a root that is theirs anybody may apply; what somebody else's rights keep from them is said.
    @Test func `An ordinary user looks as far as he can`() throws {
        guard geteuid() == 0, Program.isWanted("setpriv") else { return }
        let folder = try Scratch()
        try folder.write(
            Self.plan.replacing("SERVER", with: "router").replacing("OUTPUT", with: "hosts: {}, dnsmasq: {on: all}"),
            to: "netplan-swarm.yaml")
        try folder.write("127.0.0.1\tlocalhost\n", to: "root/etc/hosts")
        try folder.write("secret", to: "root/etc/dnsmasq.d/netplan-swarm.conf")
        chmod(folder.path("root/etc/dnsmasq.d/netplan-swarm.conf"), 0o600)
        chmod(folder.path(""), 0o755)
        let other = "setpriv --reuid 65534 --regid 65534 --clear-groups"
        let look = try Self.shell("\(other) netplan-swarm diff --root root --node ds1", in: folder)
        #expect(look.status == 0 && look.output.contains("+192.168.0.11") && look.output.contains("permission denied"), "\(look.output)")
        let apply = try Self.shell("\(other) netplan-swarm apply --root root --node ds1 --yes", in: folder)
        #expect(apply.status == 1 && apply.output.contains("permission denied"), "\(apply.output)")
        let own = try Self.shell(
            "rm root/etc/dnsmasq.d/netplan-swarm.conf && chown -R 65534:65534 root && \(other) netplan-swarm apply --root root --node ds1 --yes",
            in: folder)
        #expect(own.status == 0, "\(own.output)")
    }

    private static func run(_ command: String, in folder: Scratch, path: String? = nil) throws -> Program.Outcome {
        try shell((path.map { "PATH='\($0)':$PATH " } ?? "") + "netplan-swarm \(command)", in: folder)
    }

    private static func shell(_ command: String, in folder: Scratch) throws -> Program.Outcome {
        let programs = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
        return try Program.run("sh", ["-c", "cd '\(folder.path(""))' && PATH='\(programs)':$PATH:/usr/sbin:/sbin && \(command) 2>&1"])
    }
}
