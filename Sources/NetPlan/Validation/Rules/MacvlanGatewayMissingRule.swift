/// A macvlan in a LAN without a gateway: Docker would take the first address of the slice for one.
enum MacvlanGatewayMissingRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        for macvlan in survey.plan.macvlans {
            guard let lan = macvlan.lan.map({ survey.plan[$0] }), lan.gateway == nil, !survey.plan.refusedGateways.contains(lan.name) else {
                continue
            }
            problems.report(
                .macvlanGatewayMissing, at: .key(macvlan.path),
                "macvlan \(macvlan.name) is in LAN \(lan.name), which has no gateway: its containers would not reach the router",
                help: "give LAN \(lan.name) its 'gateway'", related: [Related("LAN \(lan.name) is here", at: .key(lan.path))])
        }
    }
}
