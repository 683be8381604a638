import NetPlan
import Testing

@testable import Docker

/// What has to happen at an engine, and what stands in the way.
@Suite struct ComparisonTests {
    private static let site = [DockerNetwork.siteLabel: "home"]

    private static func config(_ range: String = "192.168.0.252/30", labels: [String: String]? = nil) -> DockerNetwork {
        var network = DifferenceTests.wanted
        network.pools[0].range = range
        network.labels = labels ?? site.merging([DockerNetwork.nameLabel: "pihole"]) { $1 }
        return network
    }

    private static let joined: DockerNetwork = {
        var network = DockerNetwork(name: "pihole", driver: "macvlan")
        network.isSwarmWide = true
        network.isAttachable = true
        network.configFrom = "pihole-config"
        return network
    }()

    private static func overlay(_ name: String, labels: [String: String] = site) -> DockerNetwork {
        var network = DockerNetwork(name: name, driver: "overlay")
        network.isSwarmWide = true
        network.pools = [.init(subnet: "10.201.0.0/24", gateway: "10.201.0.1")]
        network.labels = labels
        return network
    }

    private static func there(_ network: DockerNetwork, _ attached: [Attached] = [], id: String? = nil) -> EngineState.Network {
        EngineState.Network(id: id ?? "id-of-\(network.name)", network: network, attached: attached)
    }

    private static func state(
        _ networks: [EngineState.Network], role: EngineState.Role = .manager, labels: [String: String] = [:], hostname: String = "ds1",
        version: String = "20.10.24"
    ) -> EngineState {
        let members = role == .manager ? [EngineState.Member(id: "m1", hostname: "ds1", labels: labels)] : []
        return EngineState(hostname: hostname, version: version, role: role, networks: networks, members: members)
    }

    private static func wish(
        _ local: [DockerNetwork] = [], _ swarm: [DockerNetwork] = [], labels: [Node.Label] = [], isManager: Bool = true
    ) throws -> DockerWish {
        DockerWish(
            site: try #require(HostName("home")), hostname: "ds1", isManager: isManager, local: local, shims: [], swarm: swarm,
            members: [.init(hostname: "ds1", labels: labels)])
    }

    private static func words(_ comparison: DockerComparison) -> [String] {
        comparison.changes.compactMap { change in change.sign.map { "\($0.rawValue) \(change.subject)" } }
    }

    @Test func `What is missing is made, the node's before the swarm's, then labels`() throws {
        let wish = try Self.wish(
            [Self.config()], [Self.joined, Self.overlay("web")], labels: [Node.Label(key: "media", value: "true")])
        let comparison = DockerComparison(of: Self.state([]), with: wish, shims: [:])
        #expect(Self.words(comparison) == ["+ network pihole-config", "+ network pihole", "+ network web", "~ labels of ds1"])
        #expect(comparison.obstacles.isEmpty)
    }

    @Test func `What is as it should be is left alone`() throws {
        let wish = try Self.wish([Self.config()], [Self.joined, Self.overlay("web")])
        let state = Self.state([Self.there(Self.config()), Self.there(Self.joined), Self.there(Self.overlay("web"))])
        #expect(DockerComparison(of: state, with: wish, shims: [:]).changes.isEmpty)
    }

    @Test func `A worker makes its own networks and nothing of the swarm's`() throws {
        let wish = try Self.wish([Self.config()], [Self.joined], labels: [Node.Label(key: "a", value: "b")], isManager: false)
        let comparison = DockerComparison(of: Self.state([], role: .worker), with: wish, shims: [:])
        #expect(Self.words(comparison) == ["+ network pihole-config"])
    }

    @Test func `A manager of the plan whose engine is none says how it becomes one`() throws {
        let wish = try Self.wish([], [Self.overlay("web")])
        let comparison = DockerComparison(of: Self.state([], role: .worker), with: wish, shims: [:])
        #expect(comparison.obstacles.map(\.sentence) == ["ds1 is a manager in the plan, and its engine is a worker"])
    }

    @Test func `What is left of an earlier plan goes, the swarm's before the settings that it holds on to`() throws {
        let state = Self.state(
            [Self.there(Self.config()), Self.there(Self.joined), Self.there(Self.overlay("theirs", labels: [:]))],
            labels: ["netplan-swarm.macvlan.pihole": "true", "media": "true"])
        let comparison = DockerComparison(of: state, with: try Self.wish(), shims: [:])
        #expect(Self.words(comparison) == ["- network pihole", "- network pihole-config", "~ labels of ds1"])
        #expect(comparison.changes.last?.details == ["- netplan-swarm.macvlan.pihole=true"])
    }

    @Test func `Another site's macvlan, and its label, are not ours`() throws {
        let state = Self.state(
            [Self.there(Self.config(labels: [DockerNetwork.siteLabel: "office"])), Self.there(Self.joined)],
            labels: ["netplan-swarm.macvlan.pihole": "true"])
        #expect(DockerComparison(of: state, with: try Self.wish(), shims: [:]).changes.isEmpty)
    }

    @Test func `Somebody's own network on settings of ours is not ours`() throws {
        var own = Self.joined
        own.name = "own"
        let comparison = DockerComparison(
            of: Self.state([Self.there(Self.config()), Self.there(own)]), with: try Self.wish([Self.config()]), shims: [:])
        #expect(comparison.changes.isEmpty)
    }

    @Test func `Nothing is taken away from under a container, not even one that rests`() throws {
        let state = Self.state([Self.there(Self.overlay("old"), [Attached(.stoppedContainer, "web")])])
        let comparison = DockerComparison(of: state, with: try Self.wish(), shims: [:])
        #expect(
            comparison.obstacles == [
                Obstacle(
                    "network old is no longer in the plan, and can't be taken away. stopped container web is on it, and rests meanwhile on all nodes",
                    steps: ["docker network disconnect --force old web", "run it again"])
            ])
    }

    @Test func `Another slice needs another network: allowed by name, and with nothing on it`() throws {
        let wish = try Self.wish([Self.config("192.168.0.240/30")], [Self.joined])
        let free = Self.state([Self.there(Self.config()), Self.there(Self.joined)])
        let allowed = DockerComparison(of: free, with: wish, shims: [:])
        #expect(allowed.obstacles.isEmpty)
        #expect(Self.words(allowed) == ["! network pihole-config"])
        #expect(allowed.changes.compactMap(\.recreated) == ["pihole-config"])
        #expect(allowed.changes.count == 2)
        #expect(allowed.changes.last?.details == ["ip-range is 192.168.0.252/30, not 192.168.0.240/30"])

        let busy = Self.state([
            Self.there(Self.config(), [Attached(.service, "dns"), Attached(.container, "alone", by: "pihole")]), Self.there(Self.joined),
        ])
        let held = DockerComparison(of: busy, with: wish, shims: [:])
        #expect(
            held.obstacles.first?.steps == [
                "docker service update --constraint-add node.hostname!=ds1 dns        on a manager: its tasks leave this node",
                "docker network disconnect --force pihole alone",
                "netplan-swarm apply --allow recreate:pihole-config        nothing is on it then, and it is gone for a moment",
                "docker service update --constraint-rm node.hostname!=ds1 dns",
                "docker network connect pihole alone",
            ])
    }

    @Test func `A stranger's network that is right counts, one that is wrong stops us`() throws {
        let wish = try Self.wish([], [Self.overlay("web")])
        let right = DockerComparison(of: Self.state([Self.there(Self.overlay("web", labels: [:]))]), with: wish, shims: [:])
        #expect(right.changes.isEmpty && right.obstacles.isEmpty && right.foreign == ["web"])

        var other = Self.overlay("web", labels: [:])
        other.pools[0].subnet = "10.99.0.0/24"
        let wrong = DockerComparison(of: Self.state([Self.there(other)]), with: wish, shims: [:])
        #expect(wrong.changes.isEmpty)
        #expect(wrong.obstacles.first?.sentence.contains("was not made by netplan-swarm") == true)
    }

    @Test func `Adopted, it is ours: also to take away`() throws {
        let there = Self.there(Self.overlay("web", labels: [:]), id: "abc")
        let wish = try Self.wish([], [Self.overlay("web")])
        let adopting = DockerComparison(of: Self.state([there]), with: wish, shims: [:], choices: DockerChoices(adopt: ["web"]))
        #expect(adopting.foreign.isEmpty && adopting.adopted == ["abc"])
        let later = DockerComparison(of: Self.state([there]), with: try Self.wish(), shims: [:], choices: DockerChoices(adopted: ["abc"]))
        #expect(Self.words(later) == ["- network web"])
    }

    @Test func `A flag that can't be honoured is an obstacle`() throws {
        for choices in [DockerChoices(adopt: ["web"]), DockerChoices(adopt: ["gone"])] {
            let comparison = DockerComparison(
                of: Self.state([Self.there(Self.overlay("web"))]), with: try Self.wish([], [Self.overlay("web")]), shims: [:],
                choices: choices)
            #expect(comparison.obstacles.count == 1, "\(choices)")
        }
    }

    @Test func `Two of one name, another machine and a broken release stop everything`() throws {
        let two = [Self.there(Self.overlay("web"), id: "a"), Self.there(Self.overlay("web"), id: "b")]
        let wish = try Self.wish([], [Self.overlay("web")])
        #expect(
            DockerComparison(of: Self.state(two), with: wish, shims: [:]).obstacles.map(\.sentence) == ["there are 2 networks called web"])
        #expect(DockerComparison(of: Self.state([], hostname: "ds2"), with: wish, shims: [:]).obstacles.count == 1)
        let macvlan = try Self.wish([Self.config()], [Self.joined])
        #expect(DockerComparison(of: Self.state([], version: "28.0.0"), with: macvlan, shims: [:]).obstacles.count == 1)
        #expect(DockerComparison(of: Self.state([], version: "28.0.1"), with: macvlan, shims: [:]).obstacles.isEmpty)
    }

    @Test func `What somebody put into Docker steers no terminal`() throws {
        let state = Self.state([Self.there(Self.overlay("web\u{1B}[2J"), [Attached(.container, "\u{7}bell")])])
        let comparison = DockerComparison(of: state, with: try Self.wish(), shims: [:])
        let shown = comparison.changes.flatMap { [$0.subject] + $0.details } + comparison.obstacles.map(\.text)
        #expect(shown.contains("network web?[2J") && shown.count > 2)
        #expect(shown.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" } })
    }

    @Test func `Every change knows its inverse`() throws {
        let wish = try Self.wish([Self.config("192.168.0.240/30")], [Self.overlay("web")], labels: [Node.Label(key: "a", value: "b")])
        let state = Self.state([Self.there(Self.config()), Self.there(Self.overlay("old"))], labels: ["a": "c"])
        let comparison = DockerComparison(of: state, with: wish, shims: [:])
        #expect(comparison.changes.count == 5)
        for change in comparison.changes {
            #expect(change.inverse != change)
            #expect(change.inverse.inverse == change)
        }
    }
}
