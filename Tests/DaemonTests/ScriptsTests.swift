import NetPlan
import Testing

@testable import DockerScripts

@Suite("The Docker scripts")
struct ScriptsTests {
    @Test("there is one for each node with a network of its own, and one for the swarm")
    func paths() throws {
        let files = try ScriptsFixture.everything().files
        #expect(files.map(\.path) == ["docker/nodes/ds1.sh", "docker/nodes/ds2.sh", "docker/nodes/ds3.sh", "docker/swarm.sh"])
        #expect(files.map { $0.node?.description } == ["ds1", "ds2", "ds3", nil])
        for file in files {
            #expect(file.emitter == "docker")
            #expect(file.mode == 0o644)
            #expect(file.installPath == nil)
            #expect(file.check == .command(["sh", "-n", "{}"]))
            #expect(file.reload == nil)
        }
    }

    @Test("nothing to do gives nothing")
    func nothing() throws { #expect(try ScriptsFixture().files.isEmpty) }

    @Test("labels alone give the swarm's script, with a line for each node and each key once")
    func labels() throws {
        var fixture = try ScriptsFixture()
        fixture.label(2, "a", "1")
        fixture.label(1, "media", "true")
        fixture.label(1, "media", "true")
        fixture.label(1, "b", "2")
        let text = try fixture.text(of: "docker/swarm.sh")
        #expect(text.contains("\n    labels 'ds1' \\\n        'media=true' \\\n        'b=2'\n    labels 'Node Two' \\\n        'a=1'\n}"))
        #expect(!text.contains("\nnetwork()"), "a script without networks has no functions for them")
    }

    @Test("engine 28.0.0 is refused where a macvlan spans the swarm, and only there")
    func engine() throws {
        let fixture = try ScriptsFixture.everything()
        #expect(try fixture.text(of: "docker/nodes/ds1.sh").contains("\nrefuse_engine\n"))
        #expect(try !fixture.text(of: "docker/nodes/ds3.sh").contains("refuse_engine"))
        #expect(try fixture.text(of: "docker/swarm.sh").contains("\nrefuse_engine\n"))
    }

    @Test("a swarm macvlan is attachable and has no label: Docker refuses one")
    func swarmMacvlan() throws {
        let text = try ScriptsFixture.everything().text(of: "docker/swarm.sh")
        #expect(text.contains("\n    swarm_macvlan 'pihole' --driver=macvlan --scope=swarm --attachable --config-from='pihole-config'\n"))
    }

    @Test("the same artifacts give the same bytes")
    func deterministic() throws { #expect(try ScriptsFixture.everything().files == ScriptsFixture.everything().files) }

    @Test(
        "a shim's name fits the kernel and stays",
        arguments: [("pihole", "nps-pihole"), ("elevenchars", "nps-elevenchars"), ("monitoring-agents", "nps-monit-i6vap")])
    func shimName(macvlan: String, expected: String) {
        #expect(Shim.name(for: macvlan) == expected)
        #expect(Shim.name(for: macvlan).utf8.count <= 15)
    }

    @Test("two long names give two shims")
    func shimNames() { #expect(Shim.name(for: "monitoring-agents-a") != Shim.name(for: "monitoring-agents-b")) }
}
