/// A fixed service address that Docker can't hand out from its node's slice.
enum ServiceOutsideSliceRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        for service in plan.services {
            guard let macvlan = service.macvlan else { continue }
            for entry in service.addresses {
                guard let address = entry.address.declared, let slice = survey.allocation.slice(of: macvlan, on: entry.node) else {
                    continue
                }
                // Of a slice that gives nothing at all, `slice-too-small` speaks.
                guard !slice.usable.isEmpty, !slice.usable.contains(where: { $0.contains(address) }) else { continue }
                let node = plan[entry.node].name
                let usable = slice.usable.map(\.text).joined(separator: ", ")
                let own = Prefix(around: address, length: slice.prefix.length)
                let canMove = slice.origin != .declared && plan[slice.lan].subnet.contains(own)
                problems.report(
                    .serviceOutsideSlice, at: .value(service.path["address"][node]),
                    "service \(service.name) has \(address) on \(node), and the slice there (\(slice.prefix)) gives \(usable)",
                    help: canMove ? "write 'auto', or fix the slice: slices: {\(node): \(own)}" : "take one of those, or 'auto'",
                    related: slice.origin == .declared
                        ? [Related("the slice is here", at: .value(plan[macvlan].path["slices"][node]))]
                        : [Related("macvlan \(plan[macvlan].name) is here", at: .key(plan[macvlan].path))])
            }
        }
    }
}
