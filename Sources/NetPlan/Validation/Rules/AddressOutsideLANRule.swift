/// A node, device, VIP, gateway, DHCP, class or reserved range outside its LAN's subnet.
enum AddressOutsideLANRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        for entry in survey.addresses where entry.verdict == .outsideLAN {
            guard let lan = entry.lan.map({ plan[$0] }) else {
                problems.report(
                    .addressOutsideLAN, at: survey.place(of: entry),
                    "\(survey.name(of: entry)) has \(entry.address), which is in no LAN of the plan",
                    help: plan.lans.isEmpty
                        ? "declare the LAN in 'lans' first" : "give it an address in \(Spelling.list(plan.lans.map { "\($0.subnet)" }))")
                continue
            }
            if case .v6 = entry.address, lan.subnet6 == nil {
                problems.report(
                    .addressOutsideLAN, at: survey.place(of: entry),
                    "\(survey.name(of: entry)) has \(entry.address), and LAN \(lan.name) has no IPv6 subnet",
                    help: "give the LAN a subnet6")
                continue
            }
            let isV6 = entry.address.v4 == nil
            let subnet = isV6 ? lan.subnet6.map { "\($0)" } ?? "" : "\(lan.subnet)"
            problems.report(
                .addressOutsideLAN, at: survey.place(of: entry),
                "\(survey.name(of: entry)) has \(entry.address), outside its LAN \(lan.name) (\(subnet))",
                help: help(entry, outside: subnet, in: plan),
                related: [Related("LAN \(lan.name) is \(subnet)", at: .value(lan.path[isV6 ? "subnet6" : "subnet"]))])
        }
        for lan in plan.lans {
            for range in lan.ranges { check(range.value, "the DHCP range", lan.path["dhcp"]["ranges"][range.index], lan, &problems) }
            for reserved in lan.reserved {
                check(reserved.range, "the reserved range", lan.path["reserved"][reserved.index]["range"], lan, &problems)
            }
        }
        for found in plan.classes {
            guard let range = found.range else { continue }
            if let lan = found.lan { check(range, "the range of class \(found.name)", found.path["range"], plan[lan], &problems); continue }
            if plan.hasUnreadableLANs || plan.refusedLANs.contains(found.path) { continue }
            problems.report(
                .addressOutsideLAN, at: .value(found.path["range"]),
                "the range of class \(found.name), \(range.text), is in no LAN of the plan",
                help: "name its LAN with 'lan', and give it a range inside")
        }
    }

    /// Where another LAN holds the address and a key says which, that may be what is meant.
    private static func help(_ entry: DeclaredAddress, outside subnet: String, in plan: Plan) -> String {
        let help = "give it an address in \(subnet)"
        guard let address = entry.address.v4, entry.hasLANKey else { return help }
        return plan.lans.first { $0.subnet.contains(address) }.map { "\(help), or write lan: \($0.name)" } ?? help
    }

    private static func check(
        _ range: AddressRange<IPv4Address>, _ noun: String, _ path: PlanPath, _ lan: LAN, _ problems: inout Diagnostics
    ) {
        guard !lan.subnet.contains(range) else { return }
        problems.report(
            .addressOutsideLAN, at: .value(path), "\(noun) \(range.text) is not inside LAN \(lan.name) (\(lan.subnet))",
            help: "keep it within \(lan.subnet.range.text)",
            related: [Related("LAN \(lan.name) is \(lan.subnet)", at: .value(lan.path["subnet"]))])
    }
}
