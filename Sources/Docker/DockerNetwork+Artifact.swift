public import NetPlan

extension DockerNetwork {
    /// Says whose a network is: its value is the site's name.
    public static let siteLabel = "netplan-swarm.site"
    /// What the plan calls it.
    public static let nameLabel = "netplan-swarm.network"

    /// What Docker is told to make a network of the plan.
    ///
    ///     DockerNetwork(artifact, site: "home").labels["netplan-swarm.site"]      // "home"
    ///
    /// The same as the generated scripts tell it. A network that takes its settings from another one can bear no label.
    public init(_ artifact: NetworkArtifact, site: HostName) {
        switch artifact.driver {
        case .macvlan(let config):
            self.init(name: artifact.name, driver: "macvlan")
            take(config)
        case .config(let config):
            self.init(name: artifact.name, driver: "null")
            isConfigOnly = true
            take(config)
        case .swarmMacvlan(let source):
            self.init(name: artifact.name, driver: "macvlan")
            isSwarmWide = true
            isAttachable = true
            configFrom = source
            return
        case .overlay(let config):
            self.init(name: artifact.name, driver: "overlay")
            isSwarmWide = true
            isAttachable = config.attachable
            isInternal = config.isInternal
            pools = [Pool(subnet: config.subnet.description, gateway: config.gateway.description)]
            if config.encrypted { options["encrypted"] = "" }
            if let mtu = config.underlayMTU { options["com.docker.network.driver.mtu"] = String(mtu) }
        }
        labels = [Self.siteLabel: site.description, Self.nameLabel: artifact.planName.description]
        if case .config(let config) = artifact.driver { labels[Self.settingsLabel] = config.settings }
    }

    /// The gateway is sent wherever there is one: without it Docker takes the first address of the range (measured, 20.10).
    private mutating func take(_ config: NetworkArtifact.MacvlanConfig) {
        let reserved = Dictionary(config.reserved.map { ($0.name, $0.address.description) }) { first, _ in first }
        pools = [
            Pool(
                subnet: config.subnet.description, range: config.range?.description, gateway: config.gateway?.description,
                reserved: reserved)
        ]
        options = ["parent": config.parent]
    }
}
