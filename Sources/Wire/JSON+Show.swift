public import NetPlan

extension JSON {
    /// `show --json`: every address, slice and overlay with its origin, and what each LAN may lend.
    ///
    ///     try StandardOutput.write(JSON.show(allocation))
    public static func show(_ allocation: Allocation) -> [UInt8] {
        let plan = allocation.plan
        return document { json in
            // What an address takes, so that 100,000 of them don't move the bytes again and again.
            json.reserve(220 * allocation.addresses.count + 4096)
            json.field("site", plan.site.description)
            json.field("domain", plan.domain.description)
            json.field("addresses", allocation.addresses) { $0.address($1, in: plan) }
            json.field("slices", allocation.slices) { $0.slice($1, in: plan) }
            json.field("overlays", allocation.overlays) { $0.overlay($1, in: plan) }
            json.field("leasable", allocation.leasable) { json, leasable in
                json.object { json in
                    json.field("lan", plan[leasable.lan].name.description)
                    json.field("ranges", leasable.ranges) { json, range in json.quoted { $0.append(range) } }
                }
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func address(_ entry: AllocatedAddress, in plan: Plan) {
        let node: HostName? = if case .service(_, let node) = entry.owner { plan[node].name } else { nil }
        object { json in
            json.field("name", entry.name)
            json.field("kind", entry.kind.rawValue)
            json.field("node", node?.description)
            json.field("lan", plan[entry.lan].name.description)
            json.field("address") { $0.append(entry.address) }
            if let mac = entry.mac { json.field("mac") { $0.append(mac) } } else { json.field("mac", String?.none) }
            json.field("origin", entry.origin.rawValue)
        }
    }

    fileprivate mutating func slice(_ slice: Slice, in plan: Plan) {
        object { json in
            json.field("macvlan", plan[slice.macvlan].name.description)
            json.field("node", plan[slice.node].name.description)
            json.field("lan", plan[slice.lan].name.description)
            json.field("prefix") { $0.append(slice.prefix) }
            json.field("usable", slice.usable) { json, range in json.quoted { $0.append(range) } }
            json.field("origin", slice.origin.rawValue)
        }
    }

    fileprivate mutating func overlay(_ overlay: AllocatedOverlay, in plan: Plan) {
        object { json in
            json.field("name", plan[overlay.overlay].name.description)
            json.field("prefix") { $0.append(overlay.prefix) }
            json.field("gateway") { $0.append(overlay.gateway) }
            json.field("origin", overlay.origin.rawValue)
        }
    }
}
