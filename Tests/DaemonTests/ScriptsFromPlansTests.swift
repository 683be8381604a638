import Macvlan
import NetPlan
import Overlay
import Testing
import YAML

@testable import DockerScripts

@Suite("From a plan to its Docker scripts")
struct ScriptsFromPlansTests {
    /// The scripts of a plan's text, by path.
    static func scripts(_ text: String) throws -> [String: String] {
        var problems = Diagnostics()
        let document = try #require(YAMLReader.read(Array(text.utf8), file: "netplan-swarm.yaml", reporting: &problems))
        let (read, outputs) = PlanReader.read(document, reporting: &problems)
        let plan = try #require(read)
        let allocation = Allocation.allocating(plan, reporting: &problems)
        let settings = try #require(outputs.first).settings
        let macvlan = MacvlanEmitter(settings, reporting: &problems).artifacts(for: allocation, reporting: &problems)
        let overlay = OverlayEmitter(settings, reporting: &problems).artifacts(for: allocation, reporting: &problems)
        #expect(problems.all.isEmpty, "\(problems.all)")
        let files = DockerScript.files(for: macvlan + overlay, in: plan)
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.content, as: UTF8.self)) })
    }

    static let start = """
        version: 1
        site: home
        lans:
          home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}
          cams: {subnet: 10.9.0.0/24, gateway: 10.9.0.1, interface: eth9}
        nodes:
          ds1: {address: 192.168.0.11, interface: enp3s0, also: {cams: {address: 10.9.0.11, interface: eth1}}, labels: {a: b}}
          ds2: {address: 192.168.0.12, also: {cams: {address: 10.9.0.12}}}
          ds3: {address: 192.168.0.13, role: manager}
        outputs: {macvlan: {}}

        """

    @Test("a node's part is on its own interface in that LAN")
    func parents() throws {
        let scripts = try Self.scripts(
            Self.start + "macvlans: {own: {nodes: [ds1, ds2], lan: home}, other: {nodes: [ds1, ds2], lan: cams}}\n")
        let ds1 = try #require(scripts["docker/nodes/ds1.sh"])
        #expect(ds1.contains("--subnet='192.168.0.0/24' --gateway='192.168.0.1' --ip-range='192.168.0.252/30' --opt='parent=enp3s0'"))
        #expect(ds1.contains("--subnet='10.9.0.0/24' --gateway='10.9.0.1' --ip-range='10.9.0.252/30' --opt='parent=eth1'"))
        let ds2 = try #require(scripts["docker/nodes/ds2.sh"])
        #expect(ds2.contains("--ip-range='192.168.0.248/30' --opt='parent=eth0'"))
        #expect(ds2.contains("--ip-range='10.9.0.248/30' --opt='parent=eth9'"))
        #expect(scripts["docker/nodes/ds3.sh"] == nil)
        let swarm = try #require(scripts["docker/swarm.sh"])
        let labels =
            "    labels 'ds1' \\\n        'netplan-swarm.macvlan.own=true' \\\n        'netplan-swarm.macvlan.other=true' \\\n        'a=b'\n"
        #expect(swarm.contains(labels), "each label once, though both emitters bring the plan's own")
    }

    @Test("where a service is pinned, every other usable address is held back; nowhere else")
    func pinned() throws {
        let service = "services: {dns: {network: own, nodes: [ds1], address: auto}}\n"
        let scripts = try Self.scripts(Self.start + "macvlans: {own: {nodes: [ds1, ds2], lan: home}}\n" + service)
        let held = try #require(scripts["docker/nodes/ds1.sh"]).split(separator: "\n").filter { $0.contains("--aux-address='") }
        #expect(
            held == [
                "        --aux-address='held-back-192.168.0.253=192.168.0.253' \\",
                "        --aux-address='held-back-192.168.0.254=192.168.0.254' \\",
            ])
        #expect(try !#require(scripts["docker/nodes/ds2.sh"]).contains("--aux-address='"))
        let local = try Self.scripts(Self.start + "macvlans: {own: {nodes: [ds1, ds2], lan: home, scope: local}}\n" + service)
        #expect(try !#require(local["docker/nodes/ds1.sh"]).contains("--aux-address='"))
    }

    @Test("a local macvlan is a network of the node; the swarm only learns who has it")
    func local() throws {
        let scripts = try Self.scripts(Self.start + "macvlans: {own: {nodes: [ds2], scope: local, shim: true}}\n")
        let ds2 = try #require(scripts["docker/nodes/ds2.sh"])
        #expect(ds2.contains("    network 'own' --driver=macvlan \\\n"))
        #expect(ds2.contains("    shim 'nps-own' '192.168.0.252/30' 'eth0' '192.168.0.12' '02:70:c0:a8:00:0c'\n"))
        let swarm = try #require(scripts["docker/swarm.sh"])
        #expect(swarm.contains("'netplan-swarm.macvlan.own=true'"))
        #expect(!swarm.contains("network 'own'"))
    }

    @Test("a shim in another LAN has the node's address there")
    func shim() throws {
        let scripts = try Self.scripts(Self.start + "macvlans: {own: {nodes: [ds1], lan: cams, scope: local, shim: true}}\n")
        #expect(
            try #require(scripts["docker/nodes/ds1.sh"]).contains(
                "    shim 'nps-own' '10.9.0.252/30' 'eth1' '10.9.0.11' '02:70:0a:09:00:0b'\n"))
    }

    @Test("the recipe of the web is written to the letter")
    func recipe() throws {
        let scripts = try Self.scripts(Self.start + "macvlans: {own: {nodes: [ds2], scope: local, mode: subnet}}\n")
        #expect(try #require(scripts["docker/nodes/ds2.sh"]).contains("\n        --subnet='192.168.0.252/30' --opt='parent=eth0' \\\n"))
    }

    @Test(
        "an overlay's option is the MTU below it, where that is not Docker's default",
        arguments: [("{}", nil), ("{mtu: 1400}", 1450), ("{encrypted: true}", nil), ("{encrypted: true, mtu: 1400}", 1476)]
            as [(String, Int?)])
    func mtu(overlay: String, option: Int?) throws {
        let swarm = try #require(try Self.scripts(Self.start + "overlays: {net: \(overlay)}\n")["docker/swarm.sh"])
        #expect(swarm.contains("'com.docker.network.driver.mtu=") == (option != nil))
        if let option { #expect(swarm.contains("--opt='com.docker.network.driver.mtu=\(option)'")) }
    }
}
