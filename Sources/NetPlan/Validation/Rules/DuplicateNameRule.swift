/// One name for two: among nodes, devices, VIPs, aliases and services' names; and among Docker networks.
enum DuplicateNameRule: Rule {
    /// Who has a name: references only, for half a million may have one, and few are spoken of.
    private enum Claim {
        case node(Reference<Node>), nodeAlias(Reference<Node>, Int), attachment(Reference<Node>, Int)
        case device(Reference<Device>), deviceAlias(Reference<Device>, Int)
        case vip(Reference<VIP>)
        case service(Reference<Service>, Int)

        func party(in plan: Plan) -> Diagnostics.Party {
            switch self {
            case .node(let node): return .init("node \(plan[node].name)", at: .key(plan[node].path))
            case .nodeAlias(let node, let index):
                return .init("an alias of node \(plan[node].name)", at: .value(plan[node].path["aliases"][index]))
            case .attachment(let node, let index):
                let attachment = plan[node].also[index]
                return .init("node \(attachment.name)", at: .key(plan[node].path["also"][plan[attachment.lan].name]))
            case .device(let device): return .init("device \(plan[device].name)", at: .key(plan[device].path))
            case .deviceAlias(let device, let index):
                return .init("an alias of device \(plan[device].name)", at: .value(plan[device].path["aliases"][index]))
            case .vip(let vip): return .init("VIP \(plan[vip].name)", at: .key(plan[vip].path))
            // A default name is written nowhere: its place is then the service's key.
            case .service(let service, let index):
                return .init("service \(plan[service].name)", at: .value(plan[service].path["names"][index]))
            }
        }
    }

    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        let repeated = Repeated(checksums(in: plan))
        var hosts: [String: [Claim]] = [:]
        func add(_ name: HostName, _ claim: Claim) {
            guard !repeated.isEmpty, repeated.contains(checksum(name, in: plan.domain)) else { return }
            hosts[name.qualified(by: plan.domain).description, default: []].append(claim)
        }
        for (reference, node) in zip(plan.nodes.references, plan.nodes) {
            add(node.name, .node(reference))
            for (index, alias) in node.aliases.enumerated() { add(alias, .nodeAlias(reference, index)) }
            for (index, attachment) in node.also.enumerated() { add(attachment.name, .attachment(reference, index)) }
        }
        for (reference, device) in zip(plan.devices.references, plan.devices) {
            add(device.name, .device(reference))
            for (index, alias) in device.aliases.enumerated() { add(alias, .deviceAlias(reference, index)) }
        }
        for (reference, vip) in zip(plan.vips.references, plan.vips) { add(vip.name, .vip(reference)) }
        for (reference, service) in zip(plan.services.references, plan.services) {
            for (index, name) in service.names.enumerated() where !service.names[..<index].contains(name) {
                add(name.asHostName, .service(reference, index))
            }
        }
        report(hosts, "the name", &problems) { $0.party(in: plan) }

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
        report(networks, "the network name", &problems) { $0 }
    }

    /// A number for every name of a host, as often as it is given.
    private static func checksums(in plan: Plan) -> [UInt64] {
        var sums: [UInt64] = []
        sums.reserveCapacity(plan.devices.count + 2 * plan.nodes.count)
        func add(_ name: HostName) { sums.append(checksum(name, in: plan.domain)) }
        for device in plan.devices {
            add(device.name)
            for alias in device.aliases { add(alias) }
        }
        for node in plan.nodes {
            add(node.name)
            for alias in node.aliases { add(alias) }
            for attachment in node.also { add(attachment.name) }
        }
        for service in plan.services { for name in Set(service.names) { add(name.asHostName) } }
        for vip in plan.vips { add(vip.name) }
        return sums
    }

    /// A number for the qualified name, of which none is made: for as much of it as stands before the domain.
    private static func checksum(_ name: HostName, in domain: HostName) -> UInt64 {
        let (text, domain) = (name.description.utf8, domain.description)
        let isOurs = name.isQualified && text.count > domain.utf8.count && name.isBelow(domain)
        var sum = Checksum()
        sum.add(text.span.extracting(0..<(isOurs ? text.count - domain.utf8.count - 1 : text.count)))
        return sum.number
    }

    private static func report<Holder>(
        _ holders: [String: [Holder]], _ noun: String, _ problems: inout Diagnostics, as party: (Holder) -> Diagnostics.Party
    ) {
        for (name, holders) in holders where holders.count > 1 {
            problems.collide(.duplicateName, holders, as: party, help: { _, _ in "give one of the two another name" }) { later, first in
                "\(later.name) has \(noun) '\(name)', which \(first.name) has already"
            }
        }
    }
}

extension DomainName {
    /// The name with its star, to be compared with others.
    fileprivate var asHostName: HostName { isWildcard ? HostName(joined: description) : base }
}
