import Foundation

/// A plan, and the Docker scripts that `netplan-swarm generate` made of it.
final class Deployment: Sendable {
    private let folder: URL

    /// What every plan here begins with: the LAN and the nodes of the bed.
    static let head = """
        version: 1
        site: bed
        lans:
          home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1, dhcp: {ranges: [192.168.0.100-192.168.0.199]}}
        nodes:
          ds1: {address: 192.168.0.11, role: manager}
          ds2: {address: 192.168.0.12, role: manager}
          ds3: {address: 192.168.0.13, role: manager}

        """

    /// Writes the plan: these sections below the head, or a whole one.
    init(_ sections: String = "", plan: String? = nil) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "netplan-swarm-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data((plan ?? Self.head + sections).utf8).write(to: folder.appending(path: "netplan-swarm.yaml"))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Runs a verb of the program under test.
    func program(_ arguments: String...) async throws -> Bed.Outcome {
        try await Bed.run(Self.path, arguments, "", in: folder.path)
    }

    /// Another plan in the same folder, beside the same lock.
    func rewrite(_ sections: String, accepting displaced: String...) async throws {
        try Data((Self.head + sections).utf8).write(to: folder.appending(path: "netplan-swarm.yaml"))
        let outcome = try await Bed.run(Self.path, ["generate"] + displaced.flatMap { ["--displace", $0] }, "", in: folder.path)
        guard outcome.status == 0 else { throw Bed.Failure(description: outcome.output) }
    }

    /// Runs a verb of the program on a node of the bed.
    func program(on node: String, of bed: Bed, _ arguments: String) async throws -> Bed.Outcome {
        try await bed.outcome(node, "\(Self.path) \(arguments)", in: folder.path)
    }

    /// Applies it on every node, in their order, and looks that nothing is left to do anywhere.
    func applyVerb(on bed: Bed, _ options: String = "") async throws {
        for node in Bed.nodes { _ = try await expectSuccess(program(on: node, of: bed, "apply --yes \(options)"), of: "apply on \(node)") }
        for node in Bed.nodes {
            let outcome = try await program(on: node, of: bed, "diff --exit-code")
            guard outcome.status == 0, outcome.output == "\(node): nothing to change\n" else {
                throw Bed.Failure(description: "\(node): \(outcome)")
            }
        }
    }

    /// Its folder, for a shell.
    var place: String { folder.path }

    static var path: String {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "netplan-swarm").path
    }

    func generate() async throws {
        let outcome = try await program("generate")
        guard outcome.status == 0 else { throw Bed.Failure(description: outcome.output) }
    }

    /// A node's own script, run there or elsewhere.
    func runNode(_ node: String, on bed: Bed, at member: String? = nil) async throws -> Bed.Outcome {
        try await bed.outcome(member ?? node, "sh docker/nodes/\(node).sh", in: folder.appending(path: "out").path)
    }

    /// Shell text, run on a member in the folder of the files.
    func run(_ member: String, _ text: String, on bed: Bed) async throws -> Bed.Outcome {
        try await bed.outcome(member, text, in: folder.appending(path: "out").path)
    }

    /// The swarm's script, run on a manager.
    func runSwarm(on bed: Bed) async throws -> Bed.Outcome {
        try await bed.outcome("ds2", "sh docker/swarm.sh", in: folder.appending(path: "out").path)
    }

    /// All scripts, in the order that they say. Gives what they printed.
    @discardableResult func apply(to bed: Bed) async throws -> String {
        try await generate()
        var output = ""
        for node in Bed.nodes where FileManager.default.fileExists(atPath: folder.appending(path: "out/docker/nodes/\(node).sh").path) {
            output += try await expectSuccess(runNode(node, on: bed), of: node)
        }
        output += try await expectSuccess(runSwarm(on: bed), of: "swarm.sh")
        return output
    }

    private func expectSuccess(_ outcome: Bed.Outcome, of name: String) throws -> String {
        guard outcome.status == 0 else { throw Bed.Failure(description: "\(name): \(outcome.output)[\(outcome.status)]") }
        return outcome.output
    }

    /// Whether `validate` finds this rule in a plan of these sections, and nothing else.
    static func refuses(_ rule: String, _ sections: String) async throws -> Bool {
        let output = try await Deployment(sections).program("validate").output
        let found = output.split(separator: "\n").filter { $0.hasPrefix("netplan-swarm.yaml:") }
        return !found.isEmpty && found.allSatisfy { $0.hasSuffix("[\(rule)]") }
    }
}
