/// A slice, class range or DHCP range that meets a `reserved` range. What is declared there by address is fine.
enum AddressReservedRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        var parties: [(range: AddressRange<IPv4Address>, party: Diagnostics.Party)] = []
        for lan in plan.lans {
            for range in lan.ranges {
                parties.append(
                    (range.value, .init("the DHCP range \(range.value.text)", at: .value(lan.path["dhcp"]["ranges"][range.index]))))
            }
        }
        for found in plan.classes {
            if let range = found.range {
                parties.append((range, .init("the range of class \(found.name)", at: .value(found.path["range"]))))
            }
        }
        for macvlan in plan.macvlans {
            for slice in plan.slices(of: macvlan) {
                let node = plan[slice.node].name
                parties.append(
                    (slice.prefix.range, .init("the slice of macvlan \(macvlan.name) on \(node)", at: .value(macvlan.path["slices"][node])))
                )
            }
        }
        for lan in plan.lans {
            for reserved in lan.reserved {
                let mark = Diagnostics.Party(
                    "the reserved range \(reserved.range.text)", at: .value(lan.path["reserved"][reserved.index]["range"]))
                for (range, party) in parties where range.overlaps(reserved.range) {
                    let shared = range.clamped(to: reserved.range).text
                    problems.collide(.addressReserved, [mark, party], help: { _, _ in "keep the two apart: both hold \(shared)" }) {
                        later, first in
                        "\(later.name) meets \(first.name): what is reserved is kept by hand"
                    }
                }
            }
        }
    }
}
