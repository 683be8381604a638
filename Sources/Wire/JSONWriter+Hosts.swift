internal import NetPlan

/// Whatever has a name and an address, as an external emitter is told it.
extension JSONWriter {
    mutating func hosts(of allocation: Allocation) {
        let known = KnownAddresses(of: allocation)
        nodes(of: allocation.plan, known)
        devices(of: allocation.plan, known)
        vips(of: allocation.plan)
    }

    private mutating func nodes(of plan: Plan, _ known: KnownAddresses) {
        field("nodes", plan.nodes.references) { json, reference in
            let node = plan[reference]
            json.object { json in
                json.field("name", node.name.description)
                json.address("address", known.nodes[reference.index])
                json.field("address6", node.address6?.description)
                json.mac(node.mac)
                json.field("lan", node.lan.map { plan[$0].name.description })
                json.field("interface", node.lan.map { plan.parent(of: reference, in: $0) })
                json.field("also", zip(node.also.indices, node.also)) { json, entry in
                    let (index, attachment) = entry
                    json.object { json in
                        json.field("name", attachment.name.description)
                        json.field("lan", plan[attachment.lan].name.description)
                        json.address("address", known.attachments[.attachment(reference, index: index)])
                        json.mac(attachment.mac)
                        json.field("interface", attachment.interface ?? plan[attachment.lan].interface)
                    }
                }
                json.field("hostname", node.hostname)
                json.field("role", node.role.rawValue)
                json.field("labels", node.labels) { json, label in
                    json.object { json in
                        json.field("key", label.key)
                        json.field("value", label.value)
                    }
                }
                json.field("aliases", node.aliases.map(\.description))
            }
        }
    }

    private mutating func devices(of plan: Plan, _ known: KnownAddresses) {
        field("devices", plan.devices.references) { json, reference in
            let device = plan[reference]
            json.object { json in
                json.field("name", device.name.description)
                json.address("address", known.devices[reference.index])
                json.mac(device.mac)
                json.field("lan", device.lan.map { plan[$0].name.description })
                json.field("aliases", device.aliases.map(\.description))
            }
        }
    }

    private mutating func vips(of plan: Plan) {
        field("vips", plan.vips) { json, vip in
            json.object { json in
                json.field("name", vip.name.description)
                json.address("address", vip.address)
                json.field("lan", vip.lan.map { plan[$0].name.description })
                json.field("nodes", vip.members) { json, member in
                    json.object { json in
                        json.field("node", plan[member.node].name.description)
                        json.field("priority", member.priority)
                    }
                }
                json.field("routerId", vip.routerID)
            }
        }
    }

    private mutating func address(_ name: String, _ address: IPv4Address?) {
        if let address { field(name) { $0.append(address) } } else { field(name, String?.none) }
    }

    mutating func mac(_ mac: MACAddress?) {
        if let mac { field("mac") { $0.append(mac) } } else { field("mac", String?.none) }
    }
}

/// Every owner's own IPv4 address: there may be 100,000, and each is looked up once.
private struct KnownAddresses {
    var nodes: [IPv4Address?]
    var devices: [IPv4Address?]
    var attachments: [AllocatedAddress.Owner: IPv4Address] = [:]

    init(of allocation: Allocation) {
        nodes = Array(repeating: nil, count: allocation.plan.nodes.count)
        devices = Array(repeating: nil, count: allocation.plan.devices.count)
        for entry in allocation.addresses {
            guard let address = entry.address.v4 else { continue }
            switch entry.owner {
            case .node(let node): nodes[node.index] = address
            case .device(let device), .gateway(let device?): devices[device.index] = address
            case .attachment: attachments[entry.owner] = address
            case .gateway(nil), .vip, .service: continue
            }
        }
    }
}
