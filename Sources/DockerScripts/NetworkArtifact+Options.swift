internal import NetPlan
internal import Shell

extension NetworkArtifact {
    /// The options of `docker network create`, in rows as they stand in the script.
    ///
    /// The gateway is always sent where there is one: without it Docker takes the first address of the range (measured, 20.10).
    func options(site: HostName) -> [[String]] {
        switch driver {
        case .config(let config):
            [["--config-only"]] + config.rows + [[option("label", "netplan-swarm.settings=\(config.settings)")], labels(site: site)]
        case .macvlan(let config): [["--driver=macvlan"]] + config.rows + [labels(site: site)]
        // Docker refuses labels beside --config-from: such a network is known by where it takes its settings from.
        case .swarmMacvlan(let source): [["--driver=macvlan", "--scope=swarm", "--attachable", option("config-from", source)]]
        case .overlay(let config): config.rows + [labels(site: site)]
        }
    }

    private func labels(site: HostName) -> [String] {
        [option("label", "netplan-swarm.site=\(site)"), option("label", "netplan-swarm.network=\(planName)")]
    }
}

extension NetworkArtifact.MacvlanConfig {
    fileprivate var rows: [[String]] {
        let words = addressing.map { option($0.option, $0.value) }
        let lone = words.count - reserved.count
        return [words[..<lone] + [option("opt", "parent=\(parent)")]] + words[lone...].map { [$0] }
    }
}

extension NetworkArtifact.OverlayConfig {
    fileprivate var rows: [[String]] {
        var first = ["--driver=overlay", "--scope=swarm"]
        if attachable { first.append("--attachable") }
        if isInternal { first.append("--internal") }
        var second = [option("subnet", subnet.description), option("gateway", gateway.description)]
        if encrypted { second.append(option("opt", "encrypted")) }
        if let underlayMTU { second.append(option("opt", "com.docker.network.driver.mtu=\(underlayMTU)")) }
        return [first, second]
    }
}

private func option(_ name: String, _ value: String) -> String { "--\(name)=\(ShellWord(value))" }
