import Foundation
import NetPlan

/// A DHCP server with a cable for each LAN between it and its clients, in two network namespaces: nothing reaches the machine's own network.
final class LeaseServer {
    private static let programs = LeaseDaemon.allCases.map(\.program) + ["busybox", "ip", "python3"]

    /// Namespaces want root.
    static let isWanted =
        ProcessInfo.processInfo.environment["CI"] != nil || (geteuid() == 0 && programs.allSatisfy { Program.find($0) != nil })

    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    private let daemon: LeaseDaemon
    private let folder = try? Scratch()
    private let near: String
    private let far: String
    private var process: Process?

    /// Starts it on its file among those of its emitter, with an address of each LAN that it is to serve, and waits until it listens.
    init(_ daemon: LeaseDaemon, _ files: [FileArtifact], in lans: [(subnet: Prefix<IPv4Address>, own: IPv4Address)]) throws {
        self.daemon = daemon
        let number = Int.random(in: 0..<1_000_000)
        near = "nps-\(number)-server"
        far = "nps-\(number)-clients"
        do { try start(files, in: lans) } catch {
            stop()
            throw error
        }
    }

    private func start(_ files: [FileArtifact], in lans: [(subnet: Prefix<IPv4Address>, own: IPv4Address)]) throws {
        guard let folder else { throw Refused(description: "no temporary folder") }
        for name in [near, far] { try Self.ip("netns", "add", name) }
        for (index, lan) in lans.enumerated() {
            try Self.ip("-n", near, "link", "add", "server\(index)", "type", "veth", "peer", "name", "client\(index)", "netns", far)
            try Self.ip("-n", near, "address", "add", "\(lan.own)/\(lan.subnet.length)", "dev", "server\(index)")
            try Self.ip("-n", near, "link", "set", "server\(index)", "up")
            try Self.ip("-n", far, "link", "set", "client\(index)", "up")
        }
        try folder.write(files)
        try folder.write("", to: "leases")
        try folder.write("#!/bin/sh\n[ \"$1\" = bound ] && env | sed 's/^/got: /'\nexit 0\n", to: "print.sh")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("print.sh"))
        guard let program = Program.find(daemon.program) else { throw Refused(description: "\(daemon.program) is not installed") }
        let command = [program.path] + daemon.arguments(in: folder, on: lans.indices.map { "server\($0)" })
        // Below a shell: dnsmasq closes every file that it inherits, which to Foundation is the end of a process.
        let shell = ["sh", "-c", "\"$@\" & echo $! > '\(folder.path("process"))'; wait", "sh"]
        let arguments = ["netns", "exec", near, "env"] + daemon.environment(in: folder).map { "\($0)=\($1)" } + shell + command
        let process = try Program.start("ip", arguments, log: URL(fileURLWithPath: folder.path("log"))).process
        self.process = process
        for _ in 0..<600 where process.isRunning {
            if try log().contains(daemon.isReady) { return }
            Thread.sleep(forTimeInterval: 0.05)
        }
        throw Refused(description: "\(daemon) does not listen:\n\(try log())")
    }

    private static func ip(_ arguments: String...) throws {
        let outcome = try Program.run("ip", arguments)
        if outcome.status != 0 { throw Refused(description: "ip \(arguments.joined(separator: " ")): \(outcome.output)") }
    }

    func log() throws -> String { try text(of: "log") }

    /// Its record of who has what.
    func leases() throws -> String { try text(of: "leases") }

    private func text(of name: String) throws -> String {
        guard let folder else { return "" }
        return String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder.path(name))), as: UTF8.self)
    }

    /// Ends it by its process id, waits, and takes the cables away. It has nothing to save, and any other signal may be held back in what
    /// a thread of the tests has started.
    func stop() {
        if let process, process.isRunning {
            let id = folder.flatMap { try? String(contentsOfFile: $0.path("process"), encoding: .utf8) }?.split(separator: "\n").first
            for process in [id.flatMap { Int32($0) }, process.processIdentifier] { if let process { kill(process, SIGKILL) } }
            process.waitUntilExit()
        }
        for name in [near, far] { _ = try? Program.run("ip", ["netns", "del", name]) }
    }

    /// What a client was told in answer to its question: what it was offered, in any of its tries, and what it got.
    struct Answer {
        var offered: Set<IPv4Address> = []
        var leased: IPv4Address?
        var isSilence = false
    }

    /// Asks for many clients at once, by the words of dhcp-clients.py; gives the answers by MAC.
    func answers(to questions: [String], on lan: Int = 0) throws -> [String: Answer] {
        guard let ip = Program.find("ip"), let python = Program.find("python3") else { throw Refused(description: "no ip, or no python3") }
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "dhcp-clients.py").path
        let outcome = try ip.run(
            ["netns", "exec", far, python.path, script, "client\(lan)"], input: Array(questions.map { $0 + "\n" }.joined().utf8))
        guard outcome.status == 0 else { throw Refused(description: outcome.output) }
        var answers: [String: Answer] = [:]
        for line in outcome.output.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            var answer = answers[words[0]] ?? Answer()
            let address = words.count == 3 ? IPv4Address(words[2]) : nil
            switch words[1] {
            case "offered": if let address { answer.offered.insert(address) }
            case "leased": answer.leased = address
            default: answer.isSilence = words[1] == "silence"
            }
            answers[words[0]] = answer
        }
        return answers
    }

    /// What busybox's client makes of the answer: the variables that its script has, empty where there was none.
    func lease(as mac: String) throws -> [String: String] {
        guard let folder else { return [:] }
        for state in [["down"], ["address", mac], ["up"]] { _ = try Program.run("ip", ["-n", far, "link", "set", "client0"] + state) }
        let options = ["hostname", "mtu", "lease"].flatMap { ["-O", $0] }
        let client = ["busybox", "udhcpc", "-i", "client0", "-q", "-n", "-f", "-t", "3", "-T", "1", "-s", folder.path("print.sh")]
        var variables: [String: String] = [:]
        for line in try Program.run("ip", ["netns", "exec", far] + client + options).output.split(separator: "\n")
        where line.hasPrefix("got: ") {
            let pair = line.dropFirst(5).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if pair.count == 2 { variables[String(pair[0])] = pair[1].trimmingCharacters(in: .whitespaces) }
        }
        return variables
    }
}

extension Scratch {
    /// Writes a server's files beside each other: what is included stands where it will be installed, and here it stands beside. Kea
    /// forgets its leases, which it would keep where the machine's own Kea does. Pi-hole's settings become dnsmasq's.
    func write(_ files: [FileArtifact]) throws {
        for file in files {
            var text = String(decoding: file.content, as: UTF8.self)
            for other in files { text = text.replacing("include \"\(other.installPath ?? "")\"", with: "include \"\(path(other.name))\"") }
            text = text.replacing(#""type": "memfile""#, with: #""type": "memfile", "persist": false"#)
            try write(text, to: file.name)
        }
        if let told = try FTL(files) { try write(told.dnsmasq, to: LeaseDaemon.pihole.file) }
    }
}
