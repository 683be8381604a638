extension PastedNetwork {
    /// What is wrong with a macvlan or an ipvlan alone: its parent, its gateway, and what it hands out.
    func judgeMacvlan(reporting problems: inout Diagnostics) {
        if parent == nil, configFrom == nil, !isInternal, !hasUnknown, !isFragment {
            problems.report(
                .missingKey, at: name.place, "\(noun) has no parent: Docker makes it an interface that leads nowhere",
                help: origin == .compose
                    ? "write driver_opts: {parent: eth0}, the interface of the node in the LAN"
                    : "write -o parent=eth0, the interface of the node in the LAN")
        }
        for subnet in subnets { judge(subnet, reporting: &problems) }
    }

    private func judge(_ subnet: Subnet, reporting problems: inout Diagnostics) {
        let prefix = subnet.prefix.value
        // Where the range is outside, or the space no LAN's, that is what is wrong.
        if SpecialAddressSpaceRule.isSpecial(prefix) || !prefix.contains(subnet.slice.value) { return }
        if usable(of: subnet) == 0 {
            problems.report(
                .sliceTooSmall, at: subnet.slice.place,
                "the slice \(subnet.slice.value) of \(noun) has no address that Docker can hand out",
                help: "take a larger one, as \(Prefix(around: subnet.slice.value.first, length: min(29, subnet.slice.value.length - 2)))")
            return
        }
        if subnet.gateway == nil, !isInternal, !hasUnknown {
            reportMissingGateway(of: subnet, to: &problems)
        } else if subnet.range.map({ $0.value == prefix }) ?? (prefix.length < 29), !hasUnknown {
            problems.report(
                .sliceInDHCPRange, at: subnet.slice.place,
                "\(noun) hands out all of \(prefix), the LAN's machines and DHCP range included: an address that a container has may be lent",
                help:
                    "write \(spelled("ip-range", "\(Prefix(around: prefix.last, length: 30))")), or another block that the router never lends"
            )
        }
    }

    /// How many addresses Docker hands out, where it takes no gateway by itself.
    private func usable(of subnet: Subnet) -> Int {
        let prefix = subnet.prefix.value
        let kept = [prefix.network, prefix.broadcast, subnet.gateway?.value].compactMap(\.self) + subnet.auxiliary.map(\.value)
        let count = subnet.slice.value.count - Set(kept.filter(subnet.slice.value.contains)).count
        // As a subnet of its own, /31 and /32 are refused: there is no room for a gateway.
        return prefix.length > 30 ? 0 : count
    }

    /// The recipe from the web, and its kin: Docker invents a gateway, which is nobody.
    private func reportMissingGateway(of subnet: Subnet, to problems: inout Diagnostics) {
        let prefix = subnet.prefix.value
        if subnet.isRecipe {
            let taken = prefix.first.next ?? prefix.first
            let left = prefix.count - 3
            let lan = Prefix(around: prefix.first, length: 24)
            problems.report(
                .macvlanSubnetMode, at: subnet.prefix.place,
                MacvlanSubnetModeRule.sentence(
                    noun, makes: "the slice \(prefix)",
                    "Docker takes \(taken) as gateway, \(left == 1 ? "one address is" : "\(left) addresses are") left"),
                help: "write the LAN, its router and the slice: \(spelled("subnet", "\(lan)")) "
                    + "\(spelled("gateway", "\(lan.first.next ?? lan.first)")) \(spelled("ip-range", "\(prefix)"))")
            return
        }
        let router = prefix.first.next ?? prefix.first
        let taken = subnet.range.map { $0.value.first == prefix.first ? router : $0.value.first } ?? router
        problems.report(
            .macvlanGatewayMissing, at: subnet.slice.place,
            "\(noun) has no gateway: Docker takes \(taken) for it, and from engine 29 on none, so its containers would not reach the router",
            help: "write \(spelled("gateway", "\(router)")), with the address of the LAN's router")
    }
}
