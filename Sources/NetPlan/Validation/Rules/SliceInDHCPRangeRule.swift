/// A slice fixed by hand inside a dynamic range: the DHCP server must be told to leave it out.
enum SliceInDHCPRangeRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        var ranges = plan.lans.flatMap { lan in
            lan.ranges.map { (range: $0.value, name: "the DHCP range", path: lan.path["dhcp"]["ranges"][$0.index]) }
        }
        ranges += plan.classes.compactMap { found in found.range.map { ($0, "the range of class \(found.name)", found.path["range"]) } }
        for macvlan in plan.macvlans {
            for slice in plan.slices(of: macvlan) {
                guard let found = ranges.first(where: { $0.range.overlaps(slice.prefix.range) }) else { continue }
                let node = plan[slice.node].name
                problems.report(
                    .sliceInDHCPRange, at: .value(macvlan.path["slices"][node]),
                    "the slice \(slice.prefix) of macvlan \(macvlan.name) on \(node) overlaps \(found.name) \(found.range.text): an address that a container has may be lent",
                    help: "move the slice, or exclude it on the DHCP server (the sheet of the 'router' output says how)",
                    related: [Related("the range is here", at: .value(found.path))])
            }
        }
    }
}
