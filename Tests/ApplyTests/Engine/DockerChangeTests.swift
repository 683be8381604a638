import NetPlan
import Synchronization
import Testing

@testable import Apply
@testable import Docker

/// Changes at an engine in the journal, and an engine that dies under them.
@Suite struct DockerChangeTests {
    private static func overlay(_ subnet: String = "10.201.0.0/24") -> DockerNetwork {
        var network = DockerNetwork(name: "web", driver: "overlay")
        network.isSwarmWide = true
        network.pools = [.init(subnet: subnet, range: nil, gateway: nil, reserved: ["a \"b\"\n": "10.201.0.9"])]
        network.options = ["encrypted": ""]
        network.labels = ["netplan-swarm.site": "home"]
        return network
    }

    private static let changes: [DockerChange] = [
        .network(NetworkChange(.create, overlay())), .network(NetworkChange(.remove, overlay(), counterpart: overlay("10.9.0.0/24"))),
        .labels(LabelChange(member: "m1", hostname: "ds1", labels: [.init(key: "a", before: nil, after: "b")])),
        .shim(
            ShimChange(
                name: "nps-pihole", before: nil,
                after: ShimState(
                    parent: "eth0", mac: MACAddress(bits: 0x0270_C0A8_000B),
                    routes: [.init(slice: "192.168.0.252/30", source: "192.168.0.11")],
                    isDiscreet: true))),
    ]

    @Test func `The journal gives back what it was given`() throws {
        let list = ChangeList(Self.changes.map { .docker($0, socket: "/run/docker.sock") })
        let read = try #require(Ledger(ChangeList.journalKind, reading: list.ledger.bytes).flatMap(ChangeList.init))
        #expect(read == list)
        #expect(read.inverse.inverse.changes == list.changes)
    }

    @Test func `How far a network has come is seen by what is there`() {
        let (new, old) = (Self.overlay(), Self.overlay("10.9.0.0/24"))
        var stuck = new
        stuck.driver = ""
        stuck.pools = []
        let cases: [(NetworkChange, DockerNetwork?, World.State)] = [
            (NetworkChange(.create, new), nil, .open), (NetworkChange(.create, new), new, .made),
            (NetworkChange(.create, new), old, .moved),
            (NetworkChange(.remove, old), nil, .made), (NetworkChange(.remove, old), old, .open),
            (NetworkChange(.remove, old), new, .moved),
            (NetworkChange(.remove, old, counterpart: new), new, .made),
            // A run was killed while it waited for the subnet.
            (NetworkChange(.remove, new), stuck, .open),
        ]
        for (change, there, state) in cases { #expect(Engine.state(of: change, there) == state, "\(change) \(String(describing: there))") }
    }

    private final class Flag: Sendable {
        private let value = Mutex(false)
        var isSet: Bool { value.withLock { $0 } }
        func set() { value.withLock { $0 = true } }
    }

    /// A manager with these networks, until one is taken away. It dies where it is to make one.
    private static func engine(networks: String) -> FakeSocket.Script {
        let about = #"{"Name":"ds1","ServerVersion":"20.10.24","Swarm":{"LocalNodeState":"active","ControlAvailable":true}}"#
        let version = #"{"Version":"20.10.24","ApiVersion":"1.41"}"#
        let (isGone, isDead) = (Flag(), Flag())
        return .depends { line in
            if isDead.isSet { return .hangsUp }
            switch line.split(separator: " ").prefix(2).joined(separator: " ") {
            case "GET /version": return .says(FakeSocket.answer(version))
            case "GET /v1.41/info": return .says(FakeSocket.answer(about))
            case "GET /v1.41/networks": return .says(FakeSocket.answer(isGone.isSet ? "[]" : networks))
            case "DELETE /v1.41/networks/abc":
                isGone.set()
                return .says("HTTP/1.1 204 No Content\r\n\r\n")
            case "POST /v1.41/networks/create":
                isDead.set()
                return .hangsUp
            default: return .says(FakeSocket.answer("[]"))
            }
        }
    }

    @Test func `An engine that dies under an apply: nothing is said to be done, and recover finishes it when there is one again`() throws {
        let folder = try TemporaryFolder()
        let world = try World(root: folder.path)
        let dying = try FakeSocket([Self.engine(networks: "[]")])
        defer { dying.close() }
        let list = ChangeList([.docker(.network(NetworkChange(.create, Self.overlay())), socket: dying.path)])
        do {
            let held = try HeldState(of: world, for: "test")
            var said = ""
            do throws(Failure) { try held.carryOut(list, isChecked: true, confirming: nil, tell: { _ in }) } catch { said = error.sentence }
            #expect(said.contains("Docker hung up in the middle of 'POST /v1.41/networks/create'"), "\(said)")
            #expect(said.hasSuffix("mend that, then run 'netplan-swarm recover'"), "\(said)")
        }
        dying.close()
        // The same engine, there again; it had made the network before it died.
        let there =
            #"[{"Name":"web","Id":"abc","Driver":"overlay","Scope":"swarm","IPAM":{"Config":[{"Subnet":"10.201.0.0/24","AuxiliaryAddresses":{"x":"10.201.0.9"}}]},"Options":{"encrypted":""}}]"#
        let again = try FakeSocket([Self.engine(networks: there)], at: dying.path)
        defer { again.close() }
        let held = try HeldState(of: world, for: "test")
        #expect(try held.recover(tell: { _ in }) == .takenBack(TakenBack(count: 1)))
        #expect(again.requests.contains("DELETE /v1.41/networks/abc HTTP/1.1"))
    }
}
