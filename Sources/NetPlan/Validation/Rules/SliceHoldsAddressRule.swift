/// A gateway, node, device, VIP or group router inside a slice: Docker never asks the LAN before it hands an address out.
enum SliceHoldsAddressRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        let inside = survey.addresses.filter { $0.verdict == .inSlice }
        for macvlan in plan.macvlans {
            for slice in plan.slices(of: macvlan) {
                let node = plan[slice.node].name
                let name = "the slice \(slice.prefix) of macvlan \(macvlan.name) on \(node)"
                let party = Diagnostics.Party(name, at: .value(macvlan.path["slices"][node]))
                for entry in inside {
                    guard let address = entry.address.v4, slice.prefix.contains(address) else { continue }
                    problems.collide(
                        .sliceHoldsAddress, [party, .init("\(survey.name(of: entry)) (\(address))", at: survey.place(of: entry))],
                        help: { _, _ in
                            "move the slice, or leave it to the program\(entry.isGateway ? "" : "; or give \(survey.name(of: entry)) another address")"
                        }
                    ) { _, _ in "\(name) holds \(address), the address of \(survey.name(of: entry))" }
                }
                for group in plan.groups {
                    for router in group.routers ?? [] where slice.prefix.contains(router.value) {
                        problems.report(
                            .sliceHoldsAddress, at: .value(group.path["routers"][router.index]),
                            "the router \(router.value) of group \(group.name) is inside \(name)",
                            help: "name the LAN's gateway, or move the slice", related: [Related("the slice is here", at: party.place)])
                    }
                }
            }
        }
    }
}
