/// A DNS server's address inside a slice that is no service's address: Docker may give it to any container.
enum DNSServerUnknownRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        let services = Set(survey.allocation.addresses.filter { $0.kind == .service }.compactMap(\.address.v4))
        func check(_ servers: [Listed<DNSServer>], _ path: PlanPath, _ noun: String) {
            for server in servers {
                guard let address = server.value.declared, !services.contains(address) else { continue }
                guard let slice = survey.allocation.slices.first(where: { $0.prefix.contains(address) }) else { continue }
                let (macvlan, node) = (plan[slice.macvlan], plan[slice.node].name)
                problems.report(
                    .dnsServerUnknown, at: .value(path[server.index]),
                    "the DNS server \(address) of \(noun) is inside the slice \(slice.prefix) of macvlan \(macvlan.name) on \(node), and no service has it",
                    help: "give a service on \(node) this address: address: {\(node): \(address)}; or name the service here",
                    related: [Related("macvlan \(macvlan.name) is here", at: .key(macvlan.path))])
            }
        }
        for lan in plan.lans { check(lan.dns, lan.path["dns"], "LAN \(lan.name)") }
        for group in plan.groups { check(group.dns ?? [], group.path["dns"], "group \(group.name)") }
    }
}
