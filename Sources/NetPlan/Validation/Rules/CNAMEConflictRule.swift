/// A CNAME beside other data of its name, or one that leads back to itself (RFC 1034, section 3.6.2): named refuses the whole zone.
enum CNAMEConflictRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let aliases = survey.plan.records.filter { $0.kind == .cname }
        if aliases.isEmpty { return }
        let names = Set(aliases.map(\.name))
        var holders: [DomainName: ResourceRecord] = [:]
        for record in survey.allocation.resourceRecords() where names.contains(record.name) {
            if case .name = record.value { continue }
            if holders[record.name] == nil { holders[record.name] = record }
        }
        var targets: [DomainName: HostName] = [:]
        var firsts: [DomainName: PlanPath] = [:]
        for alias in aliases {
            let path = PlanPath("dns", "records")[alias.index]
            if let other = holders[alias.name] {
                problems.report(
                    .cnameConflict, at: .value(path["name"]), "\(alias.name) is an alias by this CNAME, and has other data of its own",
                    help: "give the alias another name, or write what it points to as type: A",
                    related: other.path.map { [Related("the other record is here", at: .value($0["name"]))] } ?? [])
                continue
            }
            if let first = firsts[alias.name] {
                problems.report(
                    .cnameConflict, at: .value(path["name"]), "\(alias.name) has a CNAME already, and a name has one",
                    help: "take one of the two out", related: [Related("the first is here", at: .value(first["name"]))])
                continue
            }
            firsts[alias.name] = path
            if alias.values.count > 1 {
                problems.report(
                    .cnameConflict, at: .value(path["values"][alias.values[1].index]),
                    "\(alias.name) has a CNAME already, and a name has one",
                    help: "leave one value, or write the addresses of both as type: A")
            } else if case .name(let target)? = alias.values.first?.value {
                targets[alias.name] = target
                if leadsBack(alias.name, by: targets) {
                    problems.report(
                        .cnameConflict, at: .value(path["values"][0]),
                        "\(alias.name) points to itself\(target == alias.name.base ? "" : " in the end")",
                        help: "let it point to a name that has an address")
                }
            }
        }
    }

    private static func leadsBack(_ name: DomainName, by targets: [DomainName: HostName]) -> Bool {
        var next = targets[name]
        for _ in 0..<targets.count {
            guard let target = next else { return false }
            if DomainName(target) == name { return true }
            next = targets[DomainName(target)]
        }
        return false
    }
}
