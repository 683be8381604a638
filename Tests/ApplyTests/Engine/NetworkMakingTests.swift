import Synchronization
import Testing

@testable import Apply
@testable import Docker

/// What a newer engine is asked where the oldest words would not do. Real ones are in SwarmTests; not all machines have them.
@Suite struct NetworkMakingTests {
    /// A manager of 28 or later with no networks, and what it answers when it is to make one: the last answer again and again.
    private static func asked(_ answers: [String], toMake network: DockerNetwork) throws -> (requests: [String], failure: String?) {
        let count = Mutex(0)
        let socket = try FakeSocket([
            .depends { line in
                switch line.split(separator: " ")[1] {
                case "/version": return FakeSocket.version("1.51", oldest: "1.24")
                case "/v1.41/info":
                    let about = #"{"Name":"ds3","ServerVersion":"28.5.2","Swarm":{"LocalNodeState":"active","ControlAvailable":true}}"#
                    return .says(FakeSocket.answer(about))
                case let target where target.hasSuffix("/networks/create"):
                    let turn = count.withLock { count in
                        defer { count += 1 }
                        return min(count, answers.count - 1)
                    }
                    return .says(answers[turn])
                case "/v1.41/networks/def":
                    let made = #"{"Name":"lan","Id":"def","Scope":"swarm","Driver":"macvlan","ConfigFrom":{"Network":"lan-config"}}"#
                    return .says(FakeSocket.answer(made))
                case let target where target.contains("/networks/"): return .says("HTTP/1.1 204 No Content\r\n\r\n")
                default: return .says(FakeSocket.answer("[]"))
                }
            }
        ])
        defer { socket.close() }
        var failure: String?
        do throws(Failure) {
            _ = try Engine(at: socket.path).perform(NetworkChange(.create, network))
        } catch { failure = error.sentence }
        let changes = socket.requests.filter { !$0.hasPrefix("GET ") }.map { $0.replacing(" HTTP/1.1", with: "") }
        return (changes, failure)
    }

    private static let missing = FakeSocket.answer(
        "404 Not Found", #"{"message":"configuration network \"lan-config\" does not exist"}"#)

    private static func made(_ id: String) -> String { FakeSocket.answer("201 Created", #"{"Id":"\#(id)","Warning":""}"#) }

    private static var lan: DockerNetwork {
        var network = DockerNetwork(name: "lan", driver: "macvlan")
        network.isSwarmWide = true
        network.configFrom = "lan-config"
        return network
    }

    @Test func `A manager without a slice is lent settings while it makes a macvlan over the swarm`() throws {
        let create = "POST /v1.41/networks/create"
        let lent = try Self.asked([Self.missing, Self.made("abc"), Self.made("def")], toMake: Self.lan)
        #expect(lent.requests == [create, create, create, "DELETE /v1.41/networks/abc"])
        #expect(lent.failure == nil)
        // What it can't make all the same leaves nothing behind.
        let refused = FakeSocket.answer("500 Oops", #"{"message":"no"}"#)
        let failed = try Self.asked([Self.missing, Self.made("abc"), refused], toMake: Self.lan)
        #expect(failed.requests == [create, create, create, "DELETE /v1.41/networks/abc"])
        #expect(failed.failure == "Docker does not make network lan: no")
    }

    /// The swarm's own words, where two managers make one name at one moment (measured, 28.5.2).
    @Test func `A name that another manager takes at that moment is waited for`() throws {
        let late = FakeSocket.answer(
            "409 Conflict", #"{"message":"rpc error: code = AlreadyExists desc = name conflicts with an existing object"}"#)
        let asked = try Self.asked([late, Self.made("def")], toMake: Self.lan)
        #expect(asked.requests == Array(repeating: "POST /v1.41/networks/create", count: 2))
        #expect(asked.failure == nil)
    }

    @Test func `A network without IPv4 is asked for in words that the engine hears`() throws {
        var network = DockerNetwork(name: "six", driver: "macvlan")
        (network.hasIPv4, network.hasIPv6) = (false, true)
        #expect(try Self.asked([Self.made("abc")], toMake: network).requests == ["POST /v1.48/networks/create"])
    }
}
