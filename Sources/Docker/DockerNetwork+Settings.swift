extension DockerNetwork {
    /// What a config-only network was made with, in the words of `docker network create`.
    public static let settingsLabel = "netplan-swarm.settings"

    /// Of a config-only network Docker shows its subnet up to 28; from 29 on our label alone tells it, and nobody can change that either.
    ///
    ///     network.labels["netplan-swarm.settings"]    // "--subnet=192.168.0.0/24 --gateway=192.168.0.1"
    ///     network.readLabel()                         // its pools: 192.168.0.0/24 with gateway 192.168.0.1
    public mutating func readLabel() {
        guard isConfigOnly, pools.isEmpty, let settings = labels[Self.settingsLabel] else { return }
        var pool = Pool(subnet: "")
        for option in settings.split(separator: " ") {
            let words = option.split(separator: "=", maxSplits: 1).map(String.init)
            guard words.count == 2 else { return }
            switch words[0] {
            case "--subnet": pool.subnet = words[1]
            case "--gateway": pool.gateway = words[1]
            case "--ip-range": pool.range = words[1]
            case "--aux-address":
                let held = words[1].split(separator: "=", maxSplits: 1).map(String.init)
                guard held.count == 2 else { return }
                pool.reserved[held[0]] = held[1]
            default: return
            }
        }
        if !pool.subnet.isEmpty { pools = [pool] }
    }
}
