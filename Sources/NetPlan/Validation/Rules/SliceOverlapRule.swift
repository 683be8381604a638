/// Two slices that share addresses: two nodes hand out the same one, with the same MAC before engine 28, and nobody says so.
enum SliceOverlapRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        var slices: [(prefix: Prefix<IPv4Address>, party: Diagnostics.Party)] = []
        for macvlan in plan.macvlans {
            for slice in plan.slices(of: macvlan) {
                let node = plan[slice.node].name
                slices.append(
                    (
                        slice.prefix,
                        .init("the slice \(slice.prefix) of macvlan \(macvlan.name) on \(node)", at: .value(macvlan.path["slices"][node]))
                    ))
            }
        }
        slices = slices.map { ($0, problems.order(of: $0.party.place)) }.sorted { $0.1 < $1.1 }.map(\.0)
        for (index, later) in slices.enumerated() {
            guard let first = slices[..<index].first(where: { $0.prefix.overlaps(later.prefix) }) else { continue }
            problems.collide(
                .sliceOverlap, [first.party, later.party],
                help: { _, _ in "take another block for one of them, or leave it to the program" }
            ) { later, first in
                sentence(later.name, first.name)
            }
        }
    }

    /// What is said of two slices that share addresses.
    static func sentence(_ later: String, _ first: String) -> String {
        "\(later) overlaps \(first): both would hand out the same address"
    }
}
