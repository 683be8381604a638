/// The network or the broadcast address of a LAN, given to somebody.
enum AddressUnusableRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        for entry in survey.addresses where entry.verdict == .unusable {
            guard let lan = entry.lan.map({ survey.plan[$0] }), let address = entry.address.v4 else { continue }
            let which = address == lan.subnet.first ? "network" : "broadcast"
            problems.report(
                .addressUnusable, at: survey.place(of: entry),
                "\(survey.name(of: entry)) has \(address), the \(which) address of LAN \(lan.name) (\(lan.subnet))",
                help: "take one from \(lan.subnet.first.next ?? address) to \(lan.subnet.last.previous ?? address)",
                related: [Related("LAN \(lan.name) is \(lan.subnet)", at: .value(lan.path["subnet"]))])
        }
    }
}
