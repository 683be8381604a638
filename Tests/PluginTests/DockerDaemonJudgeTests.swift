import NetPlan
import Testing

@testable import Apply
@testable import netplan_swarm

/// daemon.json: our keys beside those of somebody else.
@Suite struct DockerDaemonJudgeTests {
    private static func bytes(_ text: String?) -> [UInt8]? { text.map { Array($0.utf8) } }

    private static func merging(_ new: String?, replacing old: String?, into live: String) throws -> String? {
        try DockerDaemonJudge().merging(bytes(new), replacing: bytes(old), into: Array(live.utf8)).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    @Test func `Our keys come and go, the others stay to the byte`() throws {
        let own = "{\n\t\"debug\" : true,   \"log-driver\": \"json-file\"\n}\n"
        let ours = "{\n  \"dns\": [\"192.168.0.2\"],\n  \"bip\": \"10.210.0.1/24\"\n}\n"
        let both = try #require(try Self.merging(ours, replacing: nil, into: own))
        #expect(both.hasPrefix("{\n\t\"debug\" : true,   \"log-driver\": \"json-file\",\n"))
        #expect(try Self.merging(ours, replacing: ours, into: both) == both)
        let fewer = "{\n  \"dns\": [\"192.168.0.3\"]\n}\n"
        let after = try #require(try Self.merging(fewer, replacing: ours, into: both))
        #expect(!after.contains("bip") && after.contains("192.168.0.3") && after.contains("\"debug\" : true,   "))
        #expect(try Self.merging(nil, replacing: fewer, into: after) == own)
        #expect(try Self.merging(nil, replacing: ours, into: ours) == nil)
        #expect(try Self.merging(ours, replacing: nil, into: "") == ours)
    }

    @Test func `Our part is told from what somebody made of it`() throws {
        let judge = DockerDaemonJudge()
        let ours = Array("{\"dns\": [\"192.168.0.2\"], \"debug\": true}".utf8)
        #expect(try judge.part(of: Array("{\"x\": 1, \"debug\":true,\"dns\": [ \"192.168.0.2\" ]}".utf8), like: ours) == ours)
        #expect(try judge.part(of: Array("{\"x\": 1}".utf8), like: ours) == nil)
        let other = try judge.part(of: Array("{\"debug\": false, \"dns\": [\"192.168.0.2\"]}".utf8), like: ours)
        #expect(other != nil && other != ours)
        #expect(throws: Failure.self) { try judge.part(of: Array("{".utf8), like: ours) }
        #expect(!judge.faults(in: Array("{\"a\": 1, \"a\": 2}".utf8), part: .whole, neighbours: []).isEmpty)
    }

    @Test func `An edit of our key is kept, an edit of another one is nobody's business`() throws {
        let place = try InstallationFolder()
        try place.write("{\"debug\": true}\n", to: "etc/docker/daemon.json")
        let file = FileArtifact(
            path: "docker-daemon/ds1/daemon.json", emitter: "docker-daemon", content: Array("{\n  \"dns\": [\"192.168.0.2\"]\n}\n".utf8),
            installPath: "/etc/docker/daemon.json", on: .all, ownership: .block, check: .builtin("docker-daemon"))
        try place.apply([file])
        #expect(place.read("etc/docker/daemon.json") == "{\"debug\": true,\n  \"dns\": [\"192.168.0.2\"]}\n")
        try place.write("{\"debug\": false,\n  \"dns\": [\"192.168.0.2\"]}\n", to: "etc/docker/daemon.json")
        #expect(try place.comparison([file]).changes.isEmpty)
        try place.write("{\"debug\": false,\n  \"dns\": [\"192.168.0.9\"]}\n", to: "etc/docker/daemon.json")
        guard case .file(let change)? = try place.comparison([file]).changes.first else { throw Failure("there is no change") }
        #expect(change.claim == .edited && change.part == .keys(merger: "docker-daemon"))
        // A key that is somebody's already is asked for.
        let other = try InstallationFolder()
        try other.write("{\"dns\": []}\n", to: "etc/docker/daemon.json")
        guard case .file(let foreign)? = try other.comparison([file]).changes.first else { throw Failure("there is no change") }
        #expect(foreign.claim == .foreign)
    }
}
