internal import NetPlan

/// Reads the networks of a compose file, or of the stack that it is.
enum ComposeReader {
    /// How many networks there are.
    static func read(_ block: Block, text: Int, into pasted: inout Pasted, reporting problems: inout Diagnostics) -> Int {
        guard let yaml = YAMLBlock(block, reporting: &problems) else { return 1 }
        guard let networks = yaml.root["networks"], networks.kind == .map else { return 0 }
        let values = ValueReader(file: block.text.file)
        let isStack = isStack(yaml.root)
        var count = 0
        for (key, settings) in networks.entries where key.kind == .text {
            count += 1
            var draft = NetworkDraft(compose: settings, key: key, in: yaml)
            if settings["external"].map({ $0.isTrue || $0.kind == .map }) ?? false {
                guard isStack, let name = yaml.word(settings["external"]?["name"]) ?? draft.name else { continue }
                pasted.stackNetworks.append(Placed(name.shown, at: values.place(name)))
                continue
            }
            if isStack, draft.driver == nil { draft.driver = Word("overlay".utf8, at: draft.mark) }
            let network = draft.network(from: .compose, in: text, values, reporting: &problems)
            if isStack, let driver = draft.driver, network.driver != .overlay, network.driver != .other {
                problems.report(
                    .invalidChoice, at: values.place(driver),
                    "network \(network.name.value) of a stack can't have driver '\(driver.shown)', which is local to a node: no service of a swarm can use it",
                    help: network.driver == .bridge
                        ? "write driver: overlay, or leave it out"
                        : "make it with docker network create --scope swarm --config-from, and write external: true")
            }
            pasted.networks.append(network)
        }
        return count
    }

    /// Keys below `deploy` that only a swarm reads.
    private static let swarmKeys = ["placement", "endpoint_mode", "update_config", "rollback_config", "mode", "labels"]

    /// Whether it is for a swarm: a network is an overlay, or a service is placed or updated as only a swarm does.
    private static func isStack(_ root: Document) -> Bool {
        let networks = root["networks"]?.entries.map(\.value) ?? []
        if networks.contains(where: { $0["driver"]?.text == "overlay" }) { return true }
        let services = root["services"]?.entries.map(\.value) ?? []
        return services.contains { service in
            guard let deploy = service["deploy"], deploy.kind == .map else { return false }
            return swarmKeys.contains { deploy[$0] != nil }
        }
    }
}
