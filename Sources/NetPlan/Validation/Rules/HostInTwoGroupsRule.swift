/// A host that two groups list, or one group twice: dhcpd takes the first and says nothing.
enum HostInTwoGroupsRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        var holders: [DHCPGroup.Member: [Diagnostics.Party]] = [:]
        for group in survey.plan.groups {
            var firsts: [DHCPGroup.Member: Place] = [:]
            for member in group.members where member.value != .allNodes {
                let place = Place.value(group.path["hosts"][member.index])
                if let first = firsts[member.value] {
                    problems.report(
                        .hostInTwoGroups, at: place, "group \(group.name) lists \(name(of: member.value, in: survey.plan)) twice",
                        help: "take one of the two out", related: [Related("it is here already", at: first)])
                    continue
                }
                firsts[member.value] = place
                holders[member.value, default: []].append(.init("group \(group.name)", at: place))
            }
        }
        for (member, parties) in holders {
            let name = name(of: member, in: survey.plan)
            problems.collide(.hostInTwoGroups, parties, help: { later, first in "take it out of \(later.name) or of \(first.name)" }) {
                later, first in
                "\(name) is in \(later.name), and in \(first.name) already"
            }
        }
    }

    private static func name(of member: DHCPGroup.Member, in plan: Plan) -> String {
        switch member {
        case .node(let node): "node \(plan[node].name)"
        case .device(let device): "device \(plan[device].name)"
        case .allNodes: "every node"
        }
    }
}
