import NetPlan

@testable import DockerScripts

/// A site of four nodes, and artifacts of every kind, made by hand.
struct ScriptsFixture {
    var plan: Plan
    var artifacts: [Artifact] = []

    init() throws {
        plan = Plan(site: try name("home"), domain: try name("home.arpa"), engine: EngineVersion(20, 10))
        for (index, hostname) in ["ds1", "Node Two", "it's $HOME", "-n`id`"].enumerated() {
            var node = Node(name: try name("ds\(index + 1)"))
            node.hostname = hostname
            plan.nodes.append(node)
        }
    }

    var files: [FileArtifact] { DockerScript.files(for: artifacts, in: plan) }

    func text(of path: String) throws -> String {
        guard let file = files.first(where: { $0.path == path }) else { throw Missing(text: path) }
        return String(decoding: file.content, as: UTF8.self)
    }

    mutating func add(_ name: String, of planName: String? = nil, on node: Int? = nil, _ driver: NetworkArtifact.Driver) throws {
        let network = NetworkArtifact(name: name, planName: try key(planName ?? name), node: node.map { Reference($0 - 1) }, driver: driver)
        artifacts.append(.network(network))
    }

    mutating func label(_ node: Int, _ key: String, _ value: String) {
        artifacts.append(.labels(NodeLabels(node: Reference(node - 1), labels: [Node.Label(key: key, value: value)])))
    }

    /// A slice of 192.168.0.0/24, as `mode: range` has it.
    static func slice(
        _ range: String, parent: String = "eth0", held: [String] = [], shim: Bool = false
    ) throws -> NetworkArtifact.MacvlanConfig {
        let slice = try prefix(range)
        return .init(
            subnet: try prefix("192.168.0.0/24"), gateway: try address("192.168.0.1"), range: slice, parent: parent,
            reserved: try held.map { .init(name: "held-back-\($0)", address: try address($0)) },
            shim: shim ? .init(slice: slice, source: try address("192.168.0.11")) : nil)
    }

    static func overlay(
        _ subnet: String, mtu: Int? = nil, attachable: Bool = false, encrypted: Bool = false, isInternal: Bool = false
    ) throws -> NetworkArtifact.OverlayConfig {
        let subnet = try prefix(subnet)
        return .init(
            subnet: subnet, gateway: subnet.first.next ?? subnet.first, underlayMTU: mtu, attachable: attachable, encrypted: encrypted,
            isInternal: isInternal)
    }

    /// One of everything, with the worst words that could come along.
    static func everything() throws -> Self {
        var fixture = try Self()
        let long = String(repeating: "long", count: 15)
        let pinned = try slice("192.168.0.252/30", held: ["192.168.0.253", "192.168.0.254"], shim: true)
        try fixture.add("pihole-config", of: "pihole", on: 1, .config(pinned))
        try fixture.add("pihole-config", of: "pihole", on: 2, .config(try slice("192.168.0.248/30", parent: "eth0.10")))
        try fixture.add(long, on: 1, .macvlan(try slice("192.168.0.244/30", parent: "it's; rm -rf $HOME `id`", shim: true)))
        let recipe = NetworkArtifact.MacvlanConfig(subnet: try prefix("192.168.0.240/30"), gateway: nil, range: nil, parent: "eth1")
        try fixture.add("recipe", on: 3, .macvlan(recipe))
        try fixture.add("pihole", .swarmMacvlan(configFrom: "pihole-config"))
        try fixture.add("plain", .overlay(try overlay("10.201.0.0/24")))
        try fixture.add("secret", .overlay(try overlay("10.201.1.0/24", attachable: true, encrypted: true, isInternal: true)))
        try fixture.add("small", .overlay(try overlay("10.201.2.0/24", mtu: 1450)))
        fixture.label(1, "netplan-swarm.macvlan.pihole", "true")
        fixture.label(1, "media", "true")
        fixture.label(2, "quote", "it's \"here\"")
        fixture.label(3, "dollar", "$HOME `id` \\ * ~ # ; & | > <")
        fixture.label(4, "empty", "")
        fixture.label(4, "dash", "-n")
        fixture.label(1, "media", "twice")
        return fixture
    }
}

/// A text of the fixture that is none of what it is meant to be.
struct Missing: Error { let text: String }

func name(_ text: String) throws -> HostName { if let value = HostName(text) { value } else { throw Missing(text: text) } }
func key(_ text: String) throws -> Identifier { if let value = Identifier(text) { value } else { throw Missing(text: text) } }
func address(_ text: String) throws -> IPv4Address { if let value = IPv4Address(text) { value } else { throw Missing(text: text) } }
func prefix(_ text: String) throws -> Prefix<IPv4Address> {
    let parts = text.split(separator: "/")
    guard parts.count == 2, let length = Int(parts[1]) else { throw Missing(text: text) }
    return Prefix(around: try address(String(parts[0])), length: length)
}
