extension NodeLabels {
    /// The labels that the plan itself gives its nodes, in the order of the plan; a node without any has no entry.
    ///
    ///     nodes: {ds1: {address: 192.168.0.11, labels: {media: "true"}}}      // ds1: media=true
    ///
    /// Whichever Docker emitter runs brings them along, so that they don't hang on one of them.
    public static func declared(in plan: Plan) -> [NodeLabels] {
        plan.nodes.references.filter { !plan[$0].labels.isEmpty }.map { NodeLabels(node: $0, labels: plan[$0].labels) }
    }

    /// One entry for each node, in the order of the plan; of a key that comes twice the first value stays.
    ///
    ///     [ds2: a=1], [ds1: b=1], [ds2: a=1, c=1]     // [ds1: b=1], [ds2: a=1, c=1]
    public static func merged(_ parts: [NodeLabels]) -> [NodeLabels] {
        var labels: [Reference<Node>: [Node.Label]] = [:]
        for part in parts {
            for label in part.labels where !labels[part.node, default: []].contains(where: { $0.key == label.key }) {
                labels[part.node, default: []].append(label)
            }
        }
        return labels.sorted { $0.key.index < $1.key.index }.map { NodeLabels(node: $0.key, labels: $0.value) }
    }
}
