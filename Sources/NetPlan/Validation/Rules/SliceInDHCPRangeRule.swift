/// A slice fixed by hand inside a dynamic range: the DHCP server must be told to leave it out.
enum SliceInDHCPRangeRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        for macvlan in plan.macvlans {
            for slice in macvlan.slices {
                for lan in plan.lans {
                    guard let range = lan.ranges.first(where: { $0.value.overlaps(slice.prefix.range) }) else { continue }
                    let node = plan[slice.node].name
                    problems.report(
                        .sliceInDHCPRange, at: .value(macvlan.path["slices"][node]),
                        "the slice \(slice.prefix) of macvlan \(macvlan.name) on \(node) is inside the DHCP range \(range.value.text)",
                        help: "move the slice, or exclude it on the DHCP server, as the router's sheet says",
                        related: [Related("the range is here", at: .value(lan.path["dhcp"]["ranges"][range.index]))])
                }
            }
        }
    }
}
