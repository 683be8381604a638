internal import NetPlan

/// Reads what `docker network inspect` prints: a list of networks, or one.
enum InspectionReader {
    /// How many networks there are.
    static func read(_ block: Block, text: Int, into pasted: inout Pasted, reporting problems: inout Diagnostics) -> Int {
        guard let yaml = YAMLBlock(block, reporting: &problems) else { return 1 }
        let values = ValueReader(file: block.text.file)
        var count = 0
        for entry in yaml.root.kind == .list ? Array(yaml.root.elements) : [yaml.root] {
            guard entry.kind == .map, entry["IPAM"] != nil, entry["Name"] != nil else { continue }
            count += 1
            var network = NetworkDraft(inspected: entry, in: yaml).network(from: .inspected, in: text, values, reporting: &problems)
            // An overlay that overlaps another one keeps its name, and has nothing else.
            network.isUnallocated =
                entry["Scope"]?.text == "swarm" && entry["Driver"]?.text.isEmpty ?? false && network.subnets.isEmpty
            pasted.networks.append(network)
        }
        return count
    }
}
