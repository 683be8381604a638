import Foundation

/// A computer in namespaces that runs its servers: an /etc, a /var/lib and a /run of its own, and a cable to its clients. Only root makes one.
///
/// There is no systemd below a process number 1 of ours, so `systemctl` is what it does for these servers, in Debian's own words for them.
final class RunningHost {
    let folder: Scratch
    private let holder: Process
    /// The first process inside, by its number outside.
    private let inside: Int32

    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    static func isWanted(_ programs: String...) -> Bool {
        ProcessInfo.processInfo.environment["CI"] != nil
            || (geteuid() == 0 && (programs + ["unshare", "nsenter", "ip", "python3"]).allSatisfy { Program.find($0) != nil })
    }

    /// Its address is 192.168.0.11, and its name ds1.
    init() throws {
        folder = try Scratch()
        try folder.write(Self.systemctl, to: "bin/systemctl")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/systemctl"))
        let log = URL(fileURLWithPath: folder.path("log"))
        // The last line takes in whoever lost his parent, as a first process has to.
        let setUp = """
            set -e
            mount --make-rprivate /
            mkdir etc && for name in passwd group nsswitch.conf services protocols ld.so.cache; do cp /etc/$name etc/; done
            echo '127.0.0.1 localhost' > etc/hosts
            mount --bind etc /etc && mount -t tmpfs none /var/lib && mount -t tmpfs none /run
            mkdir -p /run/netns /run/kea /var/lib/dhcp /var/lib/kea /var/lib/misc /etc/dhcp /etc/kea /etc/dnsmasq.d
            hostname ds1
            ip link set lo up
            ip netns add lan
            ip link add server0 type veth peer name client0 netns lan
            ip address add 192.168.0.11/24 dev server0
            ip link set server0 up
            ip -n lan link set client0 up
            touch up
            while sleep 0.2; do :; done
            """
        holder = try Program.start(
            "unshare",
            [
                "--net", "--mount", "--uts", "--pid", "--fork", "--kill-child", "--mount-proc", "sh", "-c",
                "cd '\(folder.path(""))'\n\(setUp)",
            ],
            log: log
        ).process
        for _ in 0..<200 where holder.isRunning && !FileManager.default.fileExists(atPath: folder.path("up")) {
            Thread.sleep(forTimeInterval: 0.05)
        }
        let parent = holder.processIdentifier
        let children = (try? String(contentsOfFile: "/proc/\(parent)/task/\(parent)/children", encoding: .utf8)) ?? ""
        guard FileManager.default.fileExists(atPath: folder.path("up")),
            let child = children.split(separator: " ").first.flatMap({ Int32($0) })
        else {
            holder.terminate()
            throw Refused(description: String(decoding: try Data(contentsOf: log), as: UTF8.self))
        }
        inside = child
    }

    /// Ends it with all that runs there.
    func stop() {
        kill(inside, SIGKILL)
        holder.waitUntilExit()
    }

    /// Runs shell text there, in the folder of the plan. No signal is held back in it, as in a thread of the tests; and a server that it
    /// leaves running has none of the files by which Foundation knows that a process is at work.
    func run(_ text: String) throws -> Program.Outcome {
        let programs = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
        let free =
            "import signal, subprocess, sys; signal.pthread_sigmask(signal.SIG_SETMASK, []); sys.exit(subprocess.call(['sh', '-c', sys.argv[1]]))"
        let place = "cd '\(folder.path(""))' && PATH='\(folder.path("bin")):\(programs)':$PATH:/usr/sbin:/sbin\n"
        return try Program.run(
            "nsenter",
            ["--target", "\(inside)", "--net", "--mount", "--uts", "--pid", "python3", "-c", free, "\(place){ \(text)\n} 2>&1"])
    }

    func text(_ path: String) throws -> String { try run("cat '\(path)'").output }

    /// What a client of the LAN is lent, by its MAC; nil where nobody answers.
    func lease(of mac: String) throws -> String? {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "dhcp-clients.py").path
        let said = try run("echo 'discover \(mac)' | ip netns exec lan python3 '\(script)' client0").output
        return said.split(separator: "\n").first { $0.hasPrefix("\(mac) leased ") }?.split(separator: " ").last.map(String.init)
    }

    /// Puts a program before the real one of its name, which it finds in `$real`.
    func wrap(_ program: String, _ text: String) throws {
        let real = Program.find(program)?.path ?? program
        try folder.write("#!/bin/sh\nreal='\(real)'\n\(text)\n", to: "bin/\(program)")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/\(program)"))
    }

    func unwrap(_ program: String) throws { try FileManager.default.removeItem(atPath: folder.path("bin/\(program)")) }

    /// A server that is to be started again is ended first, and one that does not come up says so by its exit code.
    private static let systemctl = """
        #!/bin/sh
        number() { cat "$1" 2>/dev/null; }
        lives() { [ -n "$1" ] && [ -d "/proc/$1" ] && ! grep -q '^State:.Z' "/proc/$1/status"; }
        end() {
            old=$(number "$1")
            if lives "$old"; then kill -9 "$old"; fi
            while lives "$old"; do sleep 0.05; done
            rm -f "$1"
        }
        kea=/run/kea-dhcp4.kea-dhcp4.pid
        case "$*" in
        "restart isc-dhcp-server")
            end /run/dhcpd.pid
            touch /var/lib/dhcp/dhcpd.leases
            exec /usr/sbin/dhcpd -4 -q -cf /etc/dhcp/dhcpd.conf -pf /run/dhcpd.pid server0 ;;
        "restart dnsmasq")
            end /run/dnsmasq.pid
            exec /usr/sbin/dnsmasq --conf-file=/dev/null --conf-dir=/etc/dnsmasq.d,.dpkg-dist,.dpkg-old,.dpkg-new --port=0 --no-ping --user=root \\
                --pid-file=/run/dnsmasq.pid --dhcp-leasefile=/var/lib/misc/leases --log-facility=/run/dnsmasq.log ;;
        "start kea-dhcp4-server"|"restart kea-dhcp4-server")
            end $kea
            : > /run/kea.log
            KEA_PIDFILE_DIR=/run KEA_LOCKFILE_DIR=/run /usr/sbin/kea-dhcp4 -c /etc/kea/kea-dhcp4.conf >/run/kea.log 2>&1 &
            until grep -q DHCP4_STARTED /run/kea.log; do
                lives $! || { cat /run/kea.log; exit 1; }
                sleep 0.1
            done ;;
        "stop isc-dhcp-server") end /run/dhcpd.pid ;;
        "stop kea-dhcp4-server") end $kea ;;
        "kill --signal=HUP kea-dhcp4-server") lives "$(number $kea)" && kill -HUP "$(number $kea)" ;;
        "kill --signal=KILL "*) for file in /run/*.pid; do kill -9 "$(number "$file")"; done ;;
        *) echo "no unit for '$*' here"; exit 5 ;;
        esac
        """
}
