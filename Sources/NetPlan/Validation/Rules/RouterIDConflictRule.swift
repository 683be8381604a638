/// Two VIPs of one LAN with one `router-id`: each node takes the other's advertisements for its own.
enum RouterIDConflictRule: Rule {
    private struct Group: Hashable {
        let lan: Reference<LAN>
        let id: Int
    }

    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        var holders: [Group: [Diagnostics.Party]] = [:]
        for vip in survey.plan.vips {
            guard let lan = vip.lan, let id = vip.routerID else { continue }
            holders[Group(lan: lan, id: id), default: []].append(.init("VIP \(vip.name)", at: .value(vip.path["router-id"])))
        }
        for (group, parties) in holders {
            problems.collide(.routerIDConflict, parties, help: { _, _ in "give one of them another number from 1 to 255" }) {
                later, first in
                "\(later.name) has the router-id \(group.id), which \(first.name) has already in LAN \(survey.plan[group.lan].name)"
            }
        }
    }
}
