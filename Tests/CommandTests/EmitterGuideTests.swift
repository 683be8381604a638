import Foundation
import Testing

/// The two emitters of docs/writing-an-emitter.md, as they stand there.
@Suite struct EmitterGuideTests {
    static let guide = (try? String(contentsOf: Document.root.appending(path: "docs/writing-an-emitter.md"), encoding: .utf8)) ?? ""

    /// Each block that starts with a '#!' line, by the name that its second line gives it.
    static let emitters: [(name: String, text: String)] = guide.components(separatedBy: "```").compactMap { block in
        guard let start = block.firstRange(of: "#!/")?.lowerBound else { return nil }
        let text = String(block[start...])
        let name = text.firstMatch(of: /outputs: \{([a-z-]+):/).map { String($0.1) }
        return name.map { ($0, text) }
    }

    private static func isThere(_ program: String) -> Bool {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
    }

    @Test func `There is one in thirty lines of Python, and one for the shell`() {
        #expect(Self.emitters.map(\.name) == ["ansible", "ethers"])
        #expect(Self.emitters.first.map { $0.text.split(separator: "\n").count <= 30 } ?? false)
        #expect(Self.emitters.map { $0.text.split(separator: "\n")[0] } == ["#!/usr/bin/env python3", "#!/bin/sh"])
    }

    @Test(
        .enabled(if: ProcessInfo.processInfo.environment["CI"] != nil || (isThere("python3") && isThere("jq")), "python3 or jq is missing"))
    func `Both keep what is asked of them, and write what they say`() throws {
        let folder = try Document.copy(of: "examples/everything")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in Self.emitters {
            try Data(text.utf8).write(to: folder.appending(path: "netplan-swarm-emit-\(name)"))
        }
        try Data(Self.plan.utf8).write(to: folder.appending(path: "plan.yaml"))
        let session = try Session(
            """
            $ chmod +x netplan-swarm-emit-*; netplan-swarm emitters test ./netplan-swarm-emit-ansible
            $ netplan-swarm emitters test ./netplan-swarm-emit-ethers
            $ PATH=$PWD:$PATH netplan-swarm generate plan.yaml -o out; cat out/ansible/inventory.json out/ethers/ds1/ethers
            $ sed -i 's/user: admin/usr: admin/' plan.yaml; PATH=$PWD:$PATH netplan-swarm generate plan.yaml -o out

            """
        ).run(in: folder).text
        #expect(session.ranges(of: "none failed\n[0]").count == 2, "\(session)")
        for words in ["\"ansible_user\": \"admin\"", "de:ad:ab:00:00:01 192.168.0.11\n", "ansible has no setting 'usr' [unknown-key]"] {
            #expect(session.contains(words), "\(words)\n\(session)")
        }
    }

    private static let plan = """
        version: 1
        site: home
        lans: {home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}}
        nodes:
          ds1: {address: 192.168.0.11, role: manager, mac: de:ad:ab:00:00:01}
          ds2: {address: 192.168.0.12, role: manager}
          ds3: {address: 192.168.0.13, role: manager}
        outputs: {ansible: {user: admin}, ethers: {}}

        """
}
