internal import NetPlan

/// The networks that others own, as an external emitter is told them.
extension JSONWriter {
    mutating func lans(of allocation: Allocation) {
        field("lans", allocation.plan.lans) { json, lan in
            json.object { json in
                json.field("name", lan.name.description)
                json.field("subnet", lan.subnet.description)
                json.field("subnet6", lan.subnet6?.description)
                json.field("gateway", lan.gateway?.description)
                json.servers("dns", lan.dns, in: allocation)
                json.field("vlan", lan.vlan)
                json.field("mtu", lan.mtu)
                json.field("interface", lan.interface)
                json.dhcp(lan)
                json.field("reserved", lan.reserved) { json, reserved in
                    json.object { json in
                        json.field("range") { $0.append(reserved.range) }
                        json.field("note", reserved.note)
                    }
                }
            }
        }
    }

    private mutating func dhcp(_ lan: LAN) {
        key("dhcp")
        object { json in
            json.field("server", lan.server.rawValue)
            json.field("ranges", lan.ranges) { json, range in json.quoted { $0.append(range.value) } }
            json.lease(lan.lease)
        }
    }

    /// In seconds; null where the plan leaves it open.
    mutating func lease(_ lease: Lease) {
        key("lease")
        object { json in
            json.field("min", lease.minimum)
            json.field("default", lease.usual)
            json.field("max", lease.maximum)
        }
    }

    /// Their addresses, whoever they are; null where the plan does not say.
    mutating func servers(_ name: String, _ servers: [Listed<DNSServer>]?, in allocation: Allocation) {
        guard let servers else { return field(name, String?.none) }
        let addresses = servers.flatMap { allocation.addresses(of: $0.value) }
        field(name, addresses) { json, address in json.quoted { $0.append(address) } }
    }

    mutating func pools(of plan: Plan) {
        let pools = plan.pools
        key("pools")
        object { json in
            json.field("overlay", pools.overlay.map(\.value.description))
            if let docker = pools.docker {
                json.field("docker", docker) { json, pool in json.pool(pool.value) }
            } else {
                json.field("docker", String?.none)
            }
            json.key("swarm")
            json.pool(pools.swarm)
            json.field("ingress", pools.ingress.description)
            json.field("docker0", pools.docker0?.description)
            json.field("gwbridge", pools.gwbridge?.description)
        }
        field("external", plan.external) { json, network in
            json.object { json in
                json.field("name", network.name.description)
                json.field("subnet", network.subnet.description)
            }
        }
    }

    private mutating func pool(_ pool: Pools.Pool) {
        object { json in
            json.field("base", pool.base.description)
            json.field("size", pool.size)
        }
    }
}
