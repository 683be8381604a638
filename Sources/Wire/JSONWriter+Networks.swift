internal import NetPlan

/// Docker's networks, and what is reached by them, as an external emitter is told it.
extension JSONWriter {
    mutating func networks(of allocation: Allocation) {
        let plan = allocation.plan
        field("macvlans", plan.macvlans) { json, macvlan in
            json.object { json in
                json.field("name", macvlan.name.description)
                json.field("nodes", macvlan.nodes.map { plan[$0.value].name.description })
                json.field("lan", macvlan.lan.map { plan[$0].name.description })
                json.field("scope", macvlan.scope.rawValue)
                json.field("mode", macvlan.mode.rawValue)
                json.field("shim", macvlan.shim)
            }
        }
        field("overlays", allocation.overlays) { json, entry in
            let overlay = plan[entry.overlay]
            json.object { json in
                json.overlay(entry, named: overlay.name)
                json.field("mtu", entry.mtu)
                json.field("attachable", overlay.attachable)
                json.field("encrypted", overlay.encrypted)
                json.field("internal", overlay.isInternal)
            }
        }
        field("ingress", plan.ingress) { json, target in
            switch target {
            case .vip(let vip): json.string(plan[vip].name.description)
            case .node(let node): json.string(plan[node].name.description)
            }
        }
    }

    mutating func services(of allocation: Allocation) {
        let plan = allocation.plan
        var addresses: [Reference<Service>: [AllocatedAddress]] = [:]
        for entry in allocation.addresses {
            if case .service(let service, _) = entry.owner { addresses[service, default: []].append(entry) }
        }
        field("services", plan.services.references) { json, reference in
            let service = plan[reference]
            json.object { json in
                json.field("name", service.name.description)
                json.field("overlay", service.overlay.map { plan[$0].name.description })
                json.field("macvlan", service.macvlan.map { plan[$0].name.description })
                json.field("nodes", service.nodes.map { plan[$0.value].name.description })
                json.field("addresses", addresses[reference] ?? []) { json, entry in
                    guard case .service(_, let node) = entry.owner else { return json.null() }
                    json.object { json in
                        json.field("node", plan[node].name.description)
                        json.field("address") { $0.append(entry.address) }
                    }
                }
                json.field("names", service.names.map(\.description))
                json.field("published", service.published.map(\.description))
                json.field("port", service.port)
                json.field("scheme", service.scheme.rawValue)
                json.field("middlewares", service.middlewares.map(\.value.description))
                json.field("backends", service.backends.map(\.value.description))
                json.routes(of: service)
            }
        }
    }

    /// The entry point of what is no HTTP; null for HTTP.
    private mutating func routes(of service: Service) {
        if let tcp = service.tcp {
            key("tcp")
            object { json in
                json.field("entrypoint", tcp.entrypoint)
                json.field("sni", tcp.sni?.description)
            }
        } else {
            field("tcp", String?.none)
        }
        if let udp = service.udp {
            key("udp")
            object { $0.field("entrypoint", udp.entrypoint) }
        } else {
            field("udp", String?.none)
        }
    }
}
