import Testing

@testable import Docker

/// What makes two networks different, and what does not.
@Suite struct DifferenceTests {
    static let wanted: DockerNetwork = {
        var network = DockerNetwork(name: "pihole-config", driver: "null")
        network.isConfigOnly = true
        network.pools = [
            .init(subnet: "192.168.0.0/24", range: "192.168.0.248/30", gateway: "192.168.0.1", reserved: ["a": "192.168.0.249"])
        ]
        network.options = ["parent": "eth0"]
        return network
    }()

    private static func differences(_ change: (inout DockerNetwork) -> Void) -> [String] {
        var has = wanted
        change(&has)
        return has.differences(from: wanted).map(\.description)
    }

    @Test func `What works alike is alike`() {
        #expect(Self.differences { _ in } == [])
        #expect(Self.differences { $0.pools[0].range = "192.168.0.250/30" } == [], "host bits are Docker's to keep")
        #expect(Self.differences { $0.pools[0].reserved = ["b": "192.168.0.249"] } == [])
        #expect(Self.differences { $0.options["macvlan_mode"] = "bridge" } == [])
        #expect(Self.differences { $0.labels = ["by": "hand"] } == [])
        #expect(Self.differences { $0.isAttachable = true } == [], "of a node's own network it says nothing")
        #expect(Self.differences { $0.driver = "" } == [], "a config-only network has none")
    }

    /// Docker 29 shows no subnet of a config-only network, whatever it was made with.
    @Test func `Where Docker shows no subnet, our label tells it`() {
        let label = DockerNetwork.settingsLabel
        func differences(labelled text: String?) -> [String] {
            Self.differences {
                $0.pools = []
                $0.labels[label] = text
                $0.readLabel()
            }
        }
        let settings = "--subnet=192.168.0.0/24 --gateway=192.168.0.1 --ip-range=192.168.0.248/30 --aux-address=a=192.168.0.249"
        #expect(differences(labelled: settings) == [])
        #expect(
            differences(labelled: settings.replacing(".248/30", with: ".240/30")) == ["ip-range is 192.168.0.240/30, not 192.168.0.248/30"])
        let silent = ["it shows no subnet, as no config-only network does from Docker 29 on"]
        for text in [nil, "", "--subnet", "--gateway=192.168.0.1", "--subnet=192.168.0.0/24 --aux-address=a", "anything"] {
            #expect(differences(labelled: text) == silent, "\(text ?? "none")")
        }
        // What Docker itself shows comes first.
        #expect(
            Self.differences {
                $0.labels[label] = "--subnet=10.0.0.0/8"
                $0.readLabel()
            } == [])
    }

    @Test func `Each field that differs is named with both values`() {
        #expect(Self.differences { $0.pools[0].range = "192.168.0.240/30" } == ["ip-range is 192.168.0.240/30, not 192.168.0.248/30"])
        #expect(Self.differences { $0.pools[0].range = nil } == ["ip-range is not 192.168.0.248/30"])
        #expect(Self.differences { $0.pools[0].gateway = "192.168.0.2" } == ["gateway is 192.168.0.2, not 192.168.0.1"])
        #expect(Self.differences { $0.pools[0].gateway = nil } == ["gateway is not 192.168.0.1"])
        #expect(Self.differences { $0.pools[0].subnet = "192.168.0.0/16" } == ["subnet is 192.168.0.0/16, not 192.168.0.0/24"])
        #expect(Self.differences { $0.pools[0].reserved = [:] } == ["aux-address is not 192.168.0.249"])
        #expect(Self.differences { $0.options["parent"] = "eth1" } == ["opt parent is eth1, not eth0"])
        #expect(Self.differences { $0.options["macvlan_mode"] = "vepa" } == ["opt macvlan_mode is vepa"])
        #expect(Self.differences { $0.isInternal = true } == ["internal is true"])
        #expect(Self.differences { $0.hasIPv6 = true } == ["ipv6 is true"])
        #expect(
            Self.differences {
                $0.isConfigOnly = false
                $0.driver = "macvlan"
            } == ["config-only is not true", "driver is macvlan"])
    }

    @Test func `Where nobody asked for a gateway, the one that Docker takes is no difference`() {
        var wanted = DockerNetwork(name: "recipe", driver: "macvlan")
        wanted.pools = [.init(subnet: "192.168.0.252/30")]
        var has = wanted
        has.pools[0].gateway = "192.168.0.253"
        #expect(has.differences(from: wanted) == [])
        has.pools[0].gateway = "192.168.0.254"
        #expect(has.differences(from: wanted).map(\.description) == ["gateway is 192.168.0.254"])
    }

    @Test func `Of a network that takes its settings from another one, a node's copy of them makes no difference`() {
        var wanted = DockerNetwork(name: "pihole", driver: "macvlan")
        wanted.isSwarmWide = true
        wanted.configFrom = "pihole-config"
        var has = wanted
        has.pools = Self.wanted.pools
        has.options = Self.wanted.options
        #expect(has.differences(from: wanted) == [])
        has.configFrom = "other-config"
        #expect(has.differences(from: wanted).map(\.description) == ["config-from is other-config, not pihole-config"])
    }

    @Test func `What Docker adds to an overlay is no difference, and one without a subnet is never right`() {
        var wanted = DockerNetwork(name: "web", driver: "overlay")
        wanted.isSwarmWide = true
        wanted.pools = [.init(subnet: "10.201.0.0/24", gateway: "10.201.0.1")]
        var has = wanted
        has.options["com.docker.network.driver.overlay.vxlanid_list"] = "4097"
        #expect(has.differences(from: wanted) == [])
        has.options["encrypted"] = ""
        #expect(has.differences(from: wanted).map(\.field) == ["opt encrypted"])
        var unallocated = DockerNetwork(name: "web", driver: "")
        unallocated.isSwarmWide = true
        #expect(unallocated.differences(from: wanted).map(\.description) == ["subnet is not 10.201.0.0/24"])
    }
}
