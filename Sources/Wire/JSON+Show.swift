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
            json.addresses(of: allocation)
            json.slices(of: allocation)
            json.field("overlays", allocation.overlays) { json, entry in
                json.object { $0.overlay(entry, named: plan[entry.overlay].name) }
            }
            json.leasable(of: allocation)
        }
    }
}

/// What `show --json` has, and external emitters are told in the same words.
extension JSONWriter {
    mutating func addresses(of allocation: Allocation) {
        field("addresses", allocation.addresses) { $0.address($1, in: allocation.plan) }
    }

    mutating func slices(of allocation: Allocation) { field("slices", allocation.slices) { $0.slice($1, in: allocation.plan) } }

    mutating func leasable(of allocation: Allocation) {
        field("leasable", allocation.leasable) { json, leasable in
            json.object { json in
                json.field("lan", allocation.plan[leasable.lan].name.description)
                json.field("ranges", leasable.ranges) { json, range in json.quoted { $0.append(range) } }
            }
        }
    }

    private mutating func address(_ entry: AllocatedAddress, in plan: Plan) {
        let node: HostName? = if case .service(_, let node) = entry.owner { plan[node].name } else { nil }
        object { json in
            json.field("name", entry.name)
            json.field("kind", entry.kind.rawValue)
            json.field("node", node?.description)
            json.field("lan", plan[entry.lan].name.description)
            json.field("address") { $0.append(entry.address) }
            json.mac(entry.mac)
            json.field("origin", entry.origin.rawValue)
        }
    }

    private mutating func slice(_ slice: Slice, in plan: Plan) {
        object { json in
            json.field("macvlan", plan[slice.macvlan].name.description)
            json.field("node", plan[slice.node].name.description)
            json.field("lan", plan[slice.lan].name.description)
            json.field("prefix") { $0.append(slice.prefix) }
            json.field("usable", slice.usable) { json, range in json.quoted { $0.append(range) } }
            json.field("origin", slice.origin.rawValue)
        }
    }

    /// As fields of the open object.
    mutating func overlay(_ overlay: AllocatedOverlay, named name: Identifier) {
        field("name", name.description)
        field("prefix") { $0.append(overlay.prefix) }
        field("gateway") { $0.append(overlay.gateway) }
        field("origin", overlay.origin.rawValue)
    }
}
