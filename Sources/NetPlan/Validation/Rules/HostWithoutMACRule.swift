/// A group's member without a MAC: a DHCP server can't know it.
enum HostWithoutMACRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        for group in plan.groups {
            guard let lan = group.lan else { continue }
            for member in group.members {
                let place = Place.value(group.path["hosts"][member.index])
                switch member.value {
                case .node(let node):
                    guard plan[node].lan != nil, plan.mac(of: node, in: lan) == nil, !plan.refusedMACs.contains(plan[node].name) else {
                        continue
                    }
                    report("node \(plan[node].name)", plan[node].path, group, place, &problems)
                case .device(let device):
                    guard plan[device].mac == nil, !plan.refusedMACs.contains(plan[device].name) else { continue }
                    report("device \(plan[device].name)", plan[device].path, group, place, &problems)
                case .allNodes:
                    let without = plan.nodes.references.filter {
                        plan.isIn($0, lan) && plan.mac(of: $0, in: lan) == nil && !plan.refusedMACs.contains(plan[$0].name)
                    }
                    guard !without.isEmpty else { continue }
                    let names = without.map { plan[$0].name.description }
                    problems.report(
                        .hostWithoutMAC, .warning, at: place,
                        "\(Spelling.list(names, "and")) \(names.count == 1 ? "has" : "have") no MAC and \(names.count == 1 ? "is" : "are") left out of group \(group.name)",
                        help: "give \(names.count == 1 ? "it" : "them") a 'mac'")
                }
            }
        }
    }

    private static func report(_ noun: String, _ path: PlanPath, _ group: DHCPGroup, _ place: Place, _ problems: inout Diagnostics) {
        problems.report(
            .hostWithoutMAC, at: place, "\(noun) is in group \(group.name) and has no MAC: a DHCP server can't know it",
            help: "give it a 'mac', or take it out of the group",
            related: [Related("\(noun) is here", at: .key(path))])
    }
}
