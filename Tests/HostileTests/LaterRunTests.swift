import Testing

/// What became of a site between two runs. The second need not plan again where nothing did; it must see whatever did.
@Suite struct LaterRunTests {
    /// What happens in between, what the second run ends with, and a part of what it says.
    struct Row: Sendable, CustomTestStringConvertible {
        let between: String
        var flags = ""
        var status: Int32 = 0
        let words: String

        var testDescription: String { "\(between) \(flags)" }
    }

    /// Writes over one letter, and leaves size and time as they were.
    private static func edit(_ file: String) -> String {
        "touch -r \(file) time; printf X | dd of=\(file) bs=1 seek=20 conv=notrunc 2>/dev/null; touch -r time \(file)"
    }

    @Test(arguments: [
        Row(between: ":", words: "nothing to change"),
        Row(between: ":", flags: "--check", words: "nothing to change"),
        Row(between: ":", flags: "--frozen", words: "nothing to change"),
        Row(between: edit("out/hosts/ds1/hosts"), words: "1 changed"),
        Row(between: edit("out/hosts/ds1/hosts"), flags: "--check", status: 2, words: "1 changed"),
        Row(between: "rm out/hosts/ds2/hosts", words: "1 new"),
        Row(between: "rm out/hosts/ds1/hosts; ln -s ../ds2/hosts out/hosts/ds1/hosts", status: 1, words: "is a symbolic link"),
        Row(between: "rm out/manifest.json", status: 0, words: "nothing to change"),
        Row(between: edit("netplan-swarm.yaml"), status: 3, words: "error:"),
        Row(between: "echo '# seen' >>netplan-swarm.yaml", words: "nothing to change"),
        Row(between: "sed -i s/192.168.0.13/192.168.0.14/ netplan-swarm.yaml", words: "changed"),
        Row(between: "rm netplan-swarm.lock", words: "wrote netplan-swarm.lock"),
        Row(between: "rm netplan-swarm.lock", flags: "--frozen", status: 4, words: "would change"),
        Row(between: "echo 'overlay gone 10.201.9.0/24' >>netplan-swarm.lock", words: "wrote netplan-swarm.lock"),
        Row(between: "mkdir out/.netplan-swarm", words: "was undone first"),
        Row(between: "mkdir out/.netplan-swarm", flags: "--check", status: 1, words: "was interrupted"),
    ])
    func `A later run sees what happened`(row: Row) throws {
        let folder = try Self.site()
        let run = try ProgramRun.shell("\(row.between); exec netplan-swarm generate \(row.flags)", in: folder)
        #expect(run.status == row.status, "\(run.text)")
        #expect(run.text.contains(row.words), "\(run.text)")
    }

    @Test func `A tree says what it was made from, until another one takes its place`() throws {
        let folder = try Self.site()
        let stamp = "python3 -c \"import os; print(os.getxattr('out/manifest.json', 'user.netplan-swarm.stamp').decode())\""
        let first = try ProgramRun.shell(stamp, in: folder)
        #expect(first.status == 0 && first.text.count == 65, "\(first.text)")
        #expect(try ProgramRun.shell("netplan-swarm generate 2>/dev/null; \(stamp)", in: folder).text == first.text)
        let later = try ProgramRun.shell(
            "sed -i s/192.168.0.13/192.168.0.14/ netplan-swarm.yaml; netplan-swarm generate 2>/dev/null; \(stamp)", in: folder)
        #expect(later.text.count == 65 && later.text != first.text)
    }

    @Test func `A warning is heard at every run`() throws {
        let folder = try Self.site()
        let run = try ProgramRun.shell(
            "sed -i 's/ds3: .*/ds3: {address: 192.168.0.150, role: manager}/' netplan-swarm.yaml; netplan-swarm generate 2>/dev/null; netplan-swarm generate",
            in: folder)
        #expect(run.status == 0 && run.text.contains("[address-in-dhcp-range]"), "\(run.text)")
        #expect(run.text.contains("nothing to change"), "\(run.text)")
    }

    private static let plan = """
        version: 1
        site: home
        lans:
          home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1, dhcp: {ranges: [192.168.0.100-192.168.0.199]}}
        nodes:
          ds1: {address: 192.168.0.11, role: manager}
          ds2: {address: 192.168.0.12, role: manager}
          ds3: {address: 192.168.0.13, role: manager}
        overlays:
          web: {}

        """

    private static func site() throws -> Scratch {
        let folder = try Scratch()
        try folder.write(plan, to: "netplan-swarm.yaml")
        let run = try ProgramRun.shell("netplan-swarm generate", in: folder)
        #expect(run.status == 0, "\(run.text)")
        return folder
    }
}
