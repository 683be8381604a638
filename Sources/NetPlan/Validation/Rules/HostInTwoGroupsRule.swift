/// A host that two groups list: dhcpd takes the first and says nothing.
enum HostInTwoGroupsRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        var holders: [DHCPGroup.Member: [Diagnostics.Party]] = [:]
        for group in survey.plan.groups {
            for member in group.members where member.value != .allNodes {
                holders[member.value, default: []].append(.init("group \(group.name)", at: .value(group.path["hosts"][member.index])))
            }
        }
        for (member, parties) in holders {
            let name =
                switch member {
                case .node(let node): "node \(survey.plan[node].name)"
                case .device(let device): "device \(survey.plan[device].name)"
                case .allNodes: "every node"
                }
            problems.collide(.hostInTwoGroups, parties, help: { _, _ in "keep it in one" }) { later, first in
                later.name == first.name ? "\(name) is in \(later.name) twice" : "\(name) is in \(later.name), and in \(first.name) already"
            }
        }
    }
}
