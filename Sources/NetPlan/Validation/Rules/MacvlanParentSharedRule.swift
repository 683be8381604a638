/// Two macvlans of one LAN on one node (any engine), or two on one parent interface of a node with an engine before 27.
enum MacvlanParentSharedRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        var users: [Reference<Node>: [(macvlan: Macvlan, lan: Reference<LAN>, parent: String, index: Int)]] = [:]
        for macvlan in plan.macvlans {
            guard let lan = macvlan.lan else { continue }
            for node in macvlan.nodes {
                users[node.value, default: []].append((macvlan, lan, plan.parent(of: node.value, in: lan), node.index))
            }
        }
        for (node, users) in users where users.count > 1 {
            let placed = users.map { (problems.order(of: .value($0.macvlan.path["nodes"][$0.index])), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
            for (index, later) in placed.enumerated() {
                let clash = placed[..<index].first { $0.lan == later.lan || (plan.engine.major < 27 && $0.parent == later.parent) }
                guard let first = clash else { continue }
                let why =
                    first.lan == later.lan
                    ? "in LAN \(plan[later.lan].name): Docker takes a LAN's gateway once on a node"
                    : "with parent \(later.parent): before engine 27 an interface carries one macvlan network"
                problems.report(
                    .macvlanParentShared, at: .value(later.macvlan.path["nodes"][later.index]),
                    "macvlans \(later.macvlan.name) and \(first.macvlan.name) are both on \(plan[node].name) \(why)",
                    help: "put the services on one macvlan with a wider slice, or on different nodes",
                    related: [
                        Related(
                            "macvlan \(first.macvlan.name) is on \(plan[node].name) here",
                            at: .value(first.macvlan.path["nodes"][first.index]))
                    ])
            }
        }
    }
}
