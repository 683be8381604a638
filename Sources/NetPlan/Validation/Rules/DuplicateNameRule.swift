/// One name for two: among nodes, devices, VIPs, aliases and services' names; and among Docker networks.
enum DuplicateNameRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        let repeated = Repeated(names(in: plan).map { checksum($0, in: plan.domain) })
        var hosts: [String: [Diagnostics.Party]] = [:]
        func add(_ name: HostName, _ noun: @autoclosure () -> String, _ place: @autoclosure () -> Place) {
            guard !repeated.isEmpty, repeated.contains(checksum(name, in: plan.domain)) else { return }
            hosts[name.qualified(by: plan.domain).description, default: []].append(Diagnostics.Party(noun(), at: place()))
        }
        func addAliases(_ aliases: [HostName], _ noun: @autoclosure () -> String, _ path: @autoclosure () -> PlanPath) {
            for (index, alias) in aliases.enumerated() { add(alias, "an alias of \(noun())", .value(path()["aliases"][index])) }
        }
        for node in plan.nodes {
            add(node.name, "node \(node.name)", .key(node.path))
            addAliases(node.aliases, "node \(node.name)", node.path)
            for attachment in node.also {
                add(attachment.name, "node \(attachment.name)", .key(node.path["also"][plan[attachment.lan].name]))
            }
        }
        for device in plan.devices {
            add(device.name, "device \(device.name)", .key(device.path))
            addAliases(device.aliases, "device \(device.name)", device.path)
        }
        for vip in plan.vips { add(vip.name, "VIP \(vip.name)", .key(vip.path)) }
        for service in plan.services {
            for (index, name) in service.names.enumerated() where !service.names[..<index].contains(name) {
                // A default name is written nowhere: its place is then the service's key.
                add(name.asHostName, "service \(service.name)", .value(service.path["names"][index]))
            }
        }
        report(hosts, "the name", &problems)

        var networks: [String: [Diagnostics.Party]] = [:]
        for overlay in plan.overlays {
            networks[overlay.name.description, default: []].append(.init("overlay \(overlay.name)", at: .key(overlay.path)))
        }
        for macvlan in plan.macvlans {
            networks[macvlan.name.description, default: []].append(.init("macvlan \(macvlan.name)", at: .key(macvlan.path)))
            if macvlan.scope == .swarm {
                networks[macvlan.configName, default: []].append(
                    .init("the config-only network of macvlan \(macvlan.name)", at: .key(macvlan.path)))
            }
        }
        report(networks, "the network name", &problems)
    }

    /// Every name of a host, as often as it is given.
    private static func names(in plan: Plan) -> [HostName] {
        var names = plan.devices.map(\.name)
        for device in plan.devices where !device.aliases.isEmpty { names += device.aliases }
        for node in plan.nodes { names += [node.name] + node.aliases + node.also.map(\.name) }
        for service in plan.services { names += Set(service.names).map(\.asHostName) }
        return names + plan.vips.map(\.name)
    }

    /// A number for the qualified name, of which none is made.
    private static func checksum(_ name: HostName, in domain: HostName) -> UInt64 {
        var sum = Checksum()
        sum.add(name.description)
        if !name.isQualified {
            sum.add(UInt8(ascii: "."))
            sum.add(domain.description)
        }
        return sum.number
    }

    private static func report(_ holders: [String: [Diagnostics.Party]], _ noun: String, _ problems: inout Diagnostics) {
        for (name, parties) in holders where parties.count > 1 {
            problems.collide(.duplicateName, parties, help: { _, _ in "give one of the two another name" }) { later, first in
                "\(later.name) has \(noun) '\(name)', which \(first.name) has already"
            }
        }
    }
}

extension DomainName {
    /// The name with its star, to be compared with others.
    fileprivate var asHostName: HostName { isWildcard ? HostName(joined: description) : base }
}
