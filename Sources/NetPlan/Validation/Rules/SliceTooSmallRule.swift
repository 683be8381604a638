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
            let services = wanting.map { Related("service \($0.name) wants one", at: .value($0.path["address"][node])) }
            problems.report(
                .sliceTooSmall, at: place,
                usable == 0
                    ? "\(noun) has no address that Docker can hand out"
                    : "\(noun) has \(Spelling.count(usable, "usable address").replacing("addresss", with: "addresses")) for \(needed) services: \(Spelling.list(wanting.map(\.name.description), "and"))",
                help: help(slice, needed: max(needed, 1), in: plan), related: usable == 0 ? [] : services)
        }
    }

    /// The smallest block around the slice that is large enough.
    private static func help(_ slice: Slice, needed: Int, in plan: Plan) -> String? {
        let lan = plan[slice.lan].subnet
        for length in (0..<slice.prefix.length).reversed() where length >= lan.length {
            let block = Prefix(around: slice.prefix.first, length: length)
            guard plan.usable(block, of: slice.macvlan, in: slice.lan).reduce(0, { $0 + $1.addressCount }) >= needed else { continue }
            return slice.origin == .declared
                ? "take a larger one, as \(block)" : "write size: \(length) for macvlan \(plan[slice.macvlan].name)"
        }
        return "put the services on several nodes"
    }
}
