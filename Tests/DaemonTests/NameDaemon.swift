import Foundation
import NetPlan
import Testing

/// A DNS server that an emitter writes for, on a port of loopback.
enum NameDaemon: String, CaseIterable, CustomTestStringConvertible {
    case dnsmasq, bind, unbound, pihole

    static let isWanted = ["dnsmasq", "named", "unbound", "dig"].allSatisfy(Program.isWanted)

    var testDescription: String { rawValue }

    /// Runs a script while the server answers on `$port`, in a network of its own: nobody else can have the port.
    func run(_ script: String, on files: [FileArtifact]) throws -> String {
        let folder = try Scratch()
        let port = 20_053
        let start = """
            ip link set lo up
            port=\(port)
            \(try command(on: files, in: folder, port: port)) >'\(folder.path("log"))' 2>&1 &
            trap 'kill -9 $!' EXIT
            until dig +short +tries=1 +time=1 -p $port @127.0.0.1 up A >/dev/null; do kill -0 $!; done
            """
        let apart = geteuid() == 0 ? ["--net"] : ["--map-root-user", "--net"]
        let outcome = try Program.run("unshare", apart + ["sh", "-ec", "\(start)\n\(script)\n"])
        #expect(outcome.status == 0, "\(outcome.output)\n\((try? String(contentsOfFile: folder.path("log"), encoding: .utf8)) ?? "")")
        return outcome.output
    }

    private func dnsmasq(in folder: Scratch, port: Int) -> String {
        """
        '\(Program.find("dnsmasq")?.path ?? rawValue)' --no-daemon --port=\(port) --listen-address=127.0.0.1 --bind-interfaces --no-resolv \
        --no-hosts --user=root --pid-file='\(folder.path("pid"))' --conf-file='\(folder.path("names.conf"))'
        """
    }

    private func command(on files: [FileArtifact], in folder: Scratch, port: Int) throws -> String {
        switch self {
        case .dnsmasq:
            // Its DHCP is not asked for: that wants a network of its own.
            let lines = files.flatMap { String(decoding: $0.content, as: UTF8.self).split(separator: "\n") }
            try folder.write(lines.filter { !$0.hasPrefix("dhcp-") }.joined(separator: "\n") + "\n", to: "names.conf")
            return dnsmasq(in: folder, port: port)
        case .pihole:
            let told = try FTL(files)
            try folder.write(
                (told?.dnsmasq ?? "").split(separator: "\n").filter { !$0.hasPrefix("dhcp-") }.joined(separator: "\n") + "\n",
                to: "names.conf")
            try folder.write(told?.hosts ?? "", to: "hosts")
            return dnsmasq(in: folder, port: port) + " --addn-hosts='\(folder.path("hosts"))'"
        case .bind:
            try folder.writeZones(files)
            let conf = """
                options {
                  directory "\(folder.path(""))"; pid-file "\(folder.path("pid"))"; session-keyfile "\(folder.path("key"))";
                  listen-on port \(port) { 127.0.0.1; }; listen-on-v6 { none; }; recursion no;
                };
                controls {};
                include "\(folder.path("named.conf.netplan-swarm"))";
                """
            try folder.write(conf + "\n", to: "named.conf")
            return "'\(Program.find("named")?.path ?? "named")' -g -c '\(folder.path("named.conf"))'"
        case .unbound:
            try folder.write(files)
            let conf = """
                server:
                  chroot: ""
                  username: ""
                  directory: "\(folder.path(""))"
                  pidfile: "\(folder.path("pid"))"
                  interface: 127.0.0.1
                  port: \(port)
                  use-syslog: no
                include: "\(folder.path("netplan-swarm.conf"))"
                """
            try folder.write(conf + "\n", to: "unbound.conf")
            return "'\(Program.find("unbound")?.path ?? rawValue)' -d -c '\(folder.path("unbound.conf"))'"
        }
    }
}

extension Scratch {
    /// Writes BIND's files beside each other: the zones stand where they will be installed, and here beside the file that names them.
    func writeZones(_ files: [FileArtifact]) throws {
        for file in files {
            var text = String(decoding: file.content, as: UTF8.self)
            for other in files { text = text.replacing("file \"\(other.installPath ?? "")\"", with: "file \"\(path(other.name))\"") }
            try write(text, to: file.name)
        }
    }
}
