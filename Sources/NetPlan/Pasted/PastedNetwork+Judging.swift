extension PastedNetwork {
    /// What is wrong with it alone.
    func judge(reporting problems: inout Diagnostics) {
        if isUnallocated {
            problems.report(
                .subnetOverlap, at: name.place,
                "network \(name.value) has no driver and no subnet: Docker accepted it and never allocated it, as it overlaps another overlay",
                help: "remove it, and create it with a free subnet")
            return
        }
        // docker_gwbridge is made by hand where the swarm is to find it with another subnet: Docker's own documents say so.
        let isGatewayBridge = name.value == "docker_gwbridge" && driver == .bridge
        if origin != .inspected, isDockersOwn, !isIngress, !isGatewayBridge {
            problems.report(
                .reservedName, at: name.place, "Docker has a network of its own named '\(name.value)'", help: "call it \(name.value)-net")
        }
        if isDockersOwn { return }
        if judgeScope(reporting: &problems) { return }
        for subnet in subnets {
            judge(subnet.prefix, reporting: &problems)
            judgeAddresses(of: subnet, reporting: &problems)
        }
        for subnet in subnets6 { SpecialAddressSpaceRule.check(subnet.value, of: noun, at: subnet.place, reporting: &problems) }
        if isInLAN { judgeMacvlan(reporting: &problems) }
    }

    private func judge(_ subnet: Placed<Prefix<IPv4Address>>, reporting problems: inout Diagnostics) {
        SpecialAddressSpaceRule.check(subnet.value, of: noun, at: subnet.place, reporting: &problems)
        PublicAddressSpaceRule.check(subnet.value, of: noun, at: subnet.place, reporting: &problems)
        if driver == .overlay { OverlaySizeRule.check(subnet.value.length, of: noun, at: subnet.place, reporting: &problems) }
    }

    /// A swarm-scope macvlan keeps neither subnet nor parent: all of it comes from config-only networks.
    private func judgeScope(reporting problems: inout Diagnostics) -> Bool {
        guard isInLAN, let swarmScope, configFrom == nil, !subnets.isEmpty || parent != nil || !hasUnknown else { return false }
        problems.report(
            .macvlanSubnetMode, .error, at: swarmScope,
            "\(noun) has scope swarm without --config-from: Docker takes the command, and loses its subnet and parent",
            help: "make a --config-only network with them on each node, each with its own --ip-range; then this one with --config-from")
        return true
    }

    /// Gateway, range and kept addresses against their subnet.
    private func judgeAddresses(of subnet: Subnet, reporting problems: inout Diagnostics) {
        let prefix = subnet.prefix.value
        let here = [Related("the subnet is \(prefix)", at: subnet.prefix.place)]
        var seen: [IPv4Address: (noun: String, place: Place)] = [:]
        let named = (subnet.gateway.map { [("the gateway", $0)] } ?? []) + subnet.auxiliary.map { ("an auxiliary address", $0) }
        for (what, address) in named {
            if !prefix.contains(address.value) {
                problems.report(
                    .addressOutsideLAN, at: address.place, "\(what) \(address.value) of \(noun) is outside its subnet (\(prefix))",
                    help: outsideHelp(address.value, prefix), related: here)
            } else if address.value == prefix.network || address.value == prefix.broadcast {
                let which = address.value == prefix.first ? "network" : "broadcast"
                problems.report(
                    .addressUnusable, at: address.place,
                    "\(what) of \(noun) has \(address.value), the \(which) address of its subnet (\(prefix))",
                    help: "take one from \(prefix.first.next ?? prefix.first) to \(prefix.last.previous ?? prefix.last)", related: here)
            } else if let first = seen[address.value] {
                problems.report(
                    .duplicateAddress, at: address.place, "\(what) of \(noun) has \(address.value), which \(first.noun) has already",
                    help: "give one of the two another address", related: [Related("\(first.noun) has it here", at: first.place)])
            }
            if seen[address.value] == nil { seen[address.value] = (what, address.place) }
        }
        guard let range = subnet.range, !prefix.contains(range.value) else { return }
        let how = range.value.contains(prefix) ? "is wider than its subnet" : "is not inside its subnet"
        problems.report(
            .sliceOutsideLAN, at: range.place, "the range \(range.value) of \(noun) \(how) (\(prefix))", help: "take a block of \(prefix)",
            related: here)
    }

    /// A router outside of a small subnet: the subnet is a slice of the router's LAN.
    private func outsideHelp(_ address: IPv4Address, _ prefix: Prefix<IPv4Address>) -> String {
        guard isInLAN, prefix.length > 24 else { return "give it an address in \(prefix)" }
        let lan = Prefix(around: address, length: 24)
        return lan.contains(prefix)
            ? "write the LAN as the subnet, and this one as the range: \(spelled("subnet", "\(lan)")) and \(spelled("ip-range", "\(prefix)"))"
            : "give it an address in \(prefix)"
    }
}
