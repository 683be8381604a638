internal import NetPlan

/// Groups and classes of a DHCP server, as an external emitter is told them.
extension JSONWriter {
    mutating func dhcp(of allocation: Allocation) {
        let plan = allocation.plan
        key("dhcp")
        object { json in
            json.field("groups", plan.groups) { $0.group($1, of: allocation) }
            json.field("classes", plan.classes) { json, entry in
                json.object { json in
                    json.field("name", entry.name.description)
                    json.field("lan", entry.lan.map { plan[$0].name.description })
                    json.field("macPrefix", entry.macPrefix?.description)
                    if let range = entry.range { json.field("range") { $0.append(range) } } else { json.field("range", String?.none) }
                }
            }
        }
    }

    /// What is null is as the LAN has it; the domain, as the site.
    private mutating func group(_ group: DHCPGroup, of allocation: Allocation) {
        let plan = allocation.plan
        object { json in
            json.field("name", group.name.description)
            json.field("lan", group.lan.map { plan[$0].name.description })
            json.field("hosts", group.members.flatMap { Self.names(of: $0.value, group.lan, in: plan) })
            json.lease(group.lease)
            json.field("routers", group.routers?.map(\.value.description))
            json.field("subnetMask", group.maskLength.map { Prefix(around: IPv4Address(bits: 0), length: $0).mask.description })
            json.servers("dns", group.dns, in: allocation)
            json.field("domain", group.domain?.description)
            json.field("filename", group.filename)
            json.field("nextServer", group.nextServer?.description)
        }
    }

    /// `all-nodes` are those with a MAC in the group's LAN.
    private static func names(of member: DHCPGroup.Member, _ lan: Reference<LAN>?, in plan: Plan) -> [String] {
        switch member {
        case .node(let node): [plan[node].name.description]
        case .device(let device): [plan[device].name.description]
        case .allNodes:
            plan.nodes.references.filter { node in lan.flatMap { plan.mac(of: node, in: $0) } != nil }.map { plan[$0].name.description }
        }
    }
}
