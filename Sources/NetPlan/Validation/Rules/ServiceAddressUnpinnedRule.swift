/// Two services with an address in one node's swarm-scope slice: a swarm service can't be given one of two.
enum ServiceAddressUnpinnedRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        for macvlan in plan.macvlans.references where plan[macvlan].scope == .swarm {
            for node in plan[macvlan].nodes {
                let services = plan.services.filter { $0.macvlan == macvlan && $0.addresses.contains { $0.node == node.value } }
                let name = plan[node.value].name
                let parties = services.map { Diagnostics.Party("service \($0.name)", at: .value($0.path["address"][name])) }
                problems.collide(
                    .serviceAddressUnpinned, parties,
                    help: { _, _ in "put one of them on a macvlan of scope local, on another node, or take its 'address' out" }
                ) { later, first in
                    "\(later.name) and \(first.name) both want a fixed address from the slice of macvlan \(plan[macvlan].name) on \(name), and Docker hands out the lowest free one to whoever starts first"
                }
            }
        }
    }
}
