/// A slice with no usable address, or (scope local) with fewer than it has services with an address.
enum SliceTooSmallRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        for slice in survey.allocation.slices {
            let macvlan = plan[slice.macvlan]
            let wanting = plan.services.filter { $0.macvlan == slice.macvlan && $0.addresses.contains { $0.node == slice.node } }
            let usable = slice.usable.reduce(0) { $0 + $1.addressCount }
            let needed = macvlan.scope == .local ? wanting.count : min(wanting.count, 1)
            guard usable == 0 || usable < needed else { continue }
            let node = plan[slice.node].name
            let index = macvlan.nodes.first { $0.value == slice.node }?.index ?? 0
            let place = slice.origin == .declared ? Place.value(macvlan.path["slices"][node]) : .value(macvlan.path["nodes"][index])
            let noun = "the slice \(slice.prefix) of macvlan \(macvlan.name) on \(node)"
            problems.report(
                .sliceTooSmall, at: place,
                usable == 0
                    ? "\(noun) has no address that Docker can hand out"
                    : "\(noun) has \(usable) usable addresses for \(needed) services: \(Spelling.list(wanting.map(\.name.description), "and"))",
                help: "give the macvlan a smaller 'size' number, as \(max(slice.prefix.length - 1, 8))")
        }
    }
}
