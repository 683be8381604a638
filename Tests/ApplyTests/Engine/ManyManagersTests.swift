import NetPlan
import Synchronization
import Testing

@testable import Apply
@testable import Docker

/// Moments at which another manager of the swarm makes, or takes away, just what we are about to. With real engines they are met by chance.
@Suite struct ManyManagersTests {
    private static let quick = Engine.Limits(milliseconds: 400, bytes: 1 << 16, settling: 3000)

    private static let wanted = overlay("10.201.0.0/24")
    private static let old = overlay("10.9.0.0/24")

    private static func overlay(_ subnet: String) -> DockerNetwork {
        var network = DockerNetwork(name: "web", driver: "overlay")
        network.isSwarmWide = true
        network.pools = [.init(subnet: subnet)]
        network.labels = ["netplan-swarm.site": "home"]
        return network
    }

    /// What a manager lists: nothing, a network that the swarm has only begun to make, one of them.
    private enum There {
        case nothing, beginning, wanted, old

        var text: String {
            let head = #"{"Name":"web","Scope":"swarm","Labels":{"netplan-swarm.site":"home"},"#
            return switch self {
            case .nothing: "[]"
            case .beginning: "[\(head)\"Id\":\"new\",\"Driver\":\"\"}]"
            case .wanted: "[\(head)\"Id\":\"new\",\"Driver\":\"overlay\",\"IPAM\":{\"Config\":[{\"Subnet\":\"10.201.0.0/24\"}]}}]"
            case .old: "[\(head)\"Id\":\"old\",\"Driver\":\"overlay\",\"IPAM\":{\"Config\":[{\"Subnet\":\"10.9.0.0/24\"}]}}]"
            }
        }
    }

    /// A manager that lists one after the other, the last for ever, and that makes and takes away nothing: others did so before.
    private static func manager(listing lists: [There], saying words: String = "network with name web already exists") throws -> FakeSocket
    {
        let left = Mutex(lists[...])
        let about = #"{"Name":"ds1","ServerVersion":"20.10.24","Swarm":{"LocalNodeState":"active","ControlAvailable":true}}"#
        return try FakeSocket([
            .depends { line in
                switch line.split(separator: " ").prefix(2).joined(separator: " ") {
                case "GET /version": FakeSocket.version()
                case "GET /v1.41/info": .says(FakeSocket.answer(about))
                case "GET /v1.41/networks":
                    .says(FakeSocket.answer(left.withLock { ($0.count > 1 ? $0.popFirst() : $0.first) ?? .nothing }.text))
                case "POST /v1.41/networks/create":
                    .says(FakeSocket.answer("409 Conflict", #"{"message":"\#(words)"}"#))
                case "DELETE /v1.41/networks/old":
                    .says(FakeSocket.answer("404 Not Found", #"{"message":"network old not found"}"#))
                default: .says(FakeSocket.answer("[]"))
                }
            }
        ])
    }

    private static func perform(_ change: NetworkChange, _ socket: FakeSocket) throws -> World.Deed {
        try Engine(at: socket.path, limits: quick).perform(change)
    }

    @Test func `A network that another makes a moment before us is his, and is waited for`() throws {
        for lists in [[There.wanted], [.nothing, .wanted], [.beginning, .wanted], [.nothing, .nothing, .beginning, .beginning, .wanted]] {
            let socket = try Self.manager(listing: lists)
            defer { socket.close() }
            #expect(try Self.perform(NetworkChange(.create, Self.wanted), socket) == .found, "\(lists)")
            #expect(!socket.requests.contains { $0.hasPrefix("DELETE") }, "\(socket.requests)")
        }
    }

    @Test func `At the very same moment, the swarm says it in other words`() throws {
        let words = "rpc error: code = Unknown desc = name conflicts with an existing object"
        let socket = try Self.manager(listing: [.nothing, .beginning, .wanted], saying: words)
        defer { socket.close() }
        #expect(try Self.perform(NetworkChange(.create, Self.wanted), socket) == .found)
    }

    @Test func `What is taken away is gone, though another has put a new one in its place already`() throws {
        let change = NetworkChange(.remove, Self.old, counterpart: Self.wanted)
        let gone = try Self.manager(listing: [.old, .beginning])
        defer { gone.close() }
        #expect(try Self.perform(change, gone) == .found)
        // Half made, it is not taken for what a killed run left.
        let beginning = try Self.manager(listing: [.beginning, .beginning, .wanted])
        defer { beginning.close() }
        #expect(try Self.perform(change, beginning) == .found)
        #expect(!beginning.requests.contains { $0.hasPrefix("DELETE") }, "\(beginning.requests)")
    }

    @Test func `Somebody else's network is neither waited for nor taken for ours`() throws {
        let socket = try Self.manager(listing: [.nothing, .old])
        defer { socket.close() }
        let failure = #expect(throws: Failure.self) { try Self.perform(NetworkChange(.create, Self.wanted), socket) }
        #expect(failure?.sentence == "network web is there by now, and is another one: run it again")
        let stuck = try Self.manager(listing: [.nothing, .beginning])
        defer { stuck.close() }
        #expect(throws: Failure.self) { try Self.perform(NetworkChange(.create, Self.wanted), stuck) }
        // Without our label it is a stranger's, finished or not.
        var theirs = Self.wanted
        (theirs.driver, theirs.pools, theirs.labels) = ("", [], [:])
        #expect(Engine.state(of: NetworkChange(.create, Self.wanted), theirs) == .moved)
        #expect(Engine.state(of: NetworkChange(.remove, Self.wanted), theirs) == .moved)
    }

    @Test func `Compared is what another is making when it is made`() throws {
        let socket = try Self.manager(listing: [.beginning, .beginning, .wanted])
        defer { socket.close() }
        let engine = try Engine(at: socket.path, limits: Self.quick)
        #expect(try engine.look(awaiting: ["web"]).networks(named: "web").first?.network.isUnallocated == false)
    }

    @Test func `Where we fail later, what another made stays`() throws {
        let folder = try TemporaryFolder()
        let world = try World(#require(try Folder(at: folder.path)), path: folder.path, isLive: true)
        let socket = try Self.manager(listing: [.nothing, .nothing, .wanted])
        defer { socket.close() }
        let file = Replacement(
            path: "/file", before: nil, after: InstalledFile(Array("a\n".utf8), Attributes(mode: 0o644)), part: .whole, emitter: "test",
            reload: ["false"])
        let list = ChangeList([.docker(.network(NetworkChange(.create, Self.wanted)), socket: socket.path), .file(file)])
        let held = try HeldState(of: world, for: "a test")
        let failure = #expect(throws: Failure.self) { try held.carryOut(list, isChecked: true, confirming: nil, tell: { _ in }) }
        #expect(failure?.exitCode == Failure.takenBack, "\(failure?.sentence ?? "")")
        #expect(try world.installed("/file") == nil)
        #expect(!socket.requests.contains { $0.hasPrefix("DELETE") }, "\(socket.requests)")
        // Nor is it ours to take back after it went well.
        var good = list
        good.changes.removeLast()
        try held.carryOut(good, isChecked: true, confirming: nil, tell: { _ in })
        #expect(try held.state.changes(.last)?.changes.isEmpty == true)
    }
}
