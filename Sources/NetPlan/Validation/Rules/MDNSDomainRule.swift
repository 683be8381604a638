/// A domain or name below `.local`, which belongs to multicast DNS (RFC 6762, section 3).
enum MDNSDomainRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        let help = "use home.arpa (RFC 8375), or a domain of your own"
        if plan.domain.isBelow("local") {
            problems.report(
                .mdnsDomain, at: .value(PlanPath("domain")),
                "the domain \(plan.domain) ends in .local: many machines ask their neighbours for it, and never a DNS server", help: help)
            return
        }
        func check(_ name: HostName, _ place: @autoclosure () -> Place) {
            guard name.isBelow("local") else { return }
            problems.report(
                .mdnsDomain, at: place(),
                "the name \(name) ends in .local: many machines ask their neighbours for it, and never a DNS server", help: help)
        }
        func check(_ name: HostName, _ aliases: [HostName], _ path: @autoclosure () -> PlanPath) {
            check(name, .key(path()))
            for (index, alias) in aliases.enumerated() { check(alias, .value(path()["aliases"][index])) }
        }
        for node in plan.nodes { check(node.name, node.aliases, node.path) }
        for device in plan.devices { check(device.name, device.aliases, device.path) }
        for vip in plan.vips { check(vip.name, [], vip.path) }
        for service in plan.services {
            for (index, name) in service.names.enumerated() where name.base.isBelow("local") {
                problems.report(
                    .mdnsDomain, at: .value(service.path["names"][index]),
                    "the name \(name) ends in .local: many machines ask their neighbours for it, and never a DNS server", help: help)
            }
        }
        for record in plan.records where record.name.base.isBelow("local") {
            problems.report(
                .mdnsDomain, at: .value(PlanPath("dns", "records")[record.index]["name"]),
                "the name \(record.name) ends in .local: many machines ask their neighbours for it, and never a DNS server", help: help)
        }
    }
}
