/// A slice fixed by hand that is not a part of its LAN.
enum SliceOutsideLANRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        for macvlan in survey.plan.macvlans {
            guard let lan = macvlan.lan.map({ survey.plan[$0] }) else { continue }
            for slice in macvlan.slices where !lan.subnet.contains(slice.prefix) {
                let node = survey.plan[slice.node].name
                problems.report(
                    .sliceOutsideLAN, at: .value(macvlan.path["slices"][node]),
                    "the slice \(slice.prefix) of macvlan \(macvlan.name) on \(node) is not inside LAN \(lan.name) (\(lan.subnet))",
                    help: "take a block of \(lan.subnet)",
                    related: [Related("LAN \(lan.name) is \(lan.subnet)", at: .value(lan.path["subnet"]))])
            }
        }
    }
}
