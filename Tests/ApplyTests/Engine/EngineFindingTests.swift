import Testing

@testable import Apply

/// Where Docker's socket is looked for.
@Suite struct EngineFindingTests {
    private static func path(_ variables: [String: String]) -> String {
        do { return try Engine.socketPath { variables[$0] } } catch { return error.sentence }
    }

    @Test func `DOCKER_HOST decides, and leads to no other machine`() {
        #expect(Self.path([:]) == "/var/run/docker.sock")
        #expect(Self.path(["DOCKER_HOST": ""]) == "/var/run/docker.sock")
        #expect(Self.path(["DOCKER_HOST": "unix:///run/user/1000/docker.sock", "DOCKER_CONTEXT": "other"]) == "/run/user/1000/docker.sock")
        for host in ["tcp://10.0.0.1:2375", "ssh://ds2", "unix://", "/var/run/docker.sock"] {
            #expect(Self.path(["DOCKER_HOST": host]).hasPrefix("DOCKER_HOST leads to '\(host)', and a node's networks are made"), "\(host)")
        }
    }

    @Test func `Else the context that was chosen`() throws {
        let folder = try TemporaryFolder()
        // printf rootless | sha256sum
        let id = Digest.sha256(Array("rootless".utf8))
        try folder.write(
            "contexts/meta/\(id)/meta.json", #"{"Name":"rootless","Endpoints":{"docker":{"Host":"unix:///run/rootless.sock"}}}"#)
        #expect(Self.path(["DOCKER_CONFIG": folder.path, "DOCKER_CONTEXT": "rootless"]) == "/run/rootless.sock")
        #expect(Self.path(["DOCKER_CONFIG": folder.path]) == "/var/run/docker.sock")
        try folder.write("config.json", #"{"currentContext":"rootless"}"#)
        #expect(Self.path(["DOCKER_CONFIG": folder.path]) == "/run/rootless.sock")
        #expect(Self.path(["DOCKER_CONFIG": folder.path, "DOCKER_CONTEXT": "default"]) == "/var/run/docker.sock")
        #expect(Self.path(["DOCKER_CONFIG": folder.path, "DOCKER_CONTEXT": "gone"]).hasPrefix("Docker's context 'gone' is not there"))
        try folder.write("config.json", "no JSON")
        #expect(Self.path(["DOCKER_CONFIG": folder.path]) == "/var/run/docker.sock")
    }
}
