/// A VIP on fewer than two nodes, or two of its nodes with one priority.
enum VIPNoBackupRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        for vip in survey.plan.vips {
            if vip.members.count < 2, !survey.plan.refusedNodeLists.contains(vip.path) {
                problems.report(
                    .vipNoBackup, at: .key(vip.path),
                    vip.members.isEmpty
                        ? "VIP \(vip.name) has no nodes: nobody has it" : "VIP \(vip.name) is on 1 node: nobody takes it over",
                    help: "name two nodes at least, each with its priority")
            }
            for (index, member) in vip.members.enumerated() {
                guard let first = vip.members[..<index].first(where: { $0.priority == member.priority }) else { continue }
                let (name, other) = (survey.plan[member.node].name, survey.plan[first.node].name)
                problems.collide(
                    .vipNoBackup,
                    [.init("\(other)", at: .value(vip.path["nodes"][other])), .init("\(name)", at: .value(vip.path["nodes"][name]))],
                    help: { _, _ in "give each node its own priority, such as 150 and 100" }
                ) { later, first in
                    "\(later.name) and \(first.name) have the same priority for VIP \(vip.name), so the plan does not say which of them has it"
                }
            }
        }
    }
}
