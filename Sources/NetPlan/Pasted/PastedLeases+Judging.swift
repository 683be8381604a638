extension PastedLeases {
    /// What is wrong with what a DHCP server is told; `dhcpd -t` says nothing of most of it.
    func judge(reporting problems: inout Diagnostics) {
        judgeRanges(reporting: &problems)
        judgeHosts(reporting: &problems)
        judgeDuplicates(reporting: &problems)
        judgeRouters(reporting: &problems)
        judgeClasses(reporting: &problems)
    }

    private func judgeRanges(reporting problems: inout Diagnostics) {
        let subnets = nearest { $0.subnet != nil }
        for range in ranges {
            guard let index = range.scope.flatMap({ subnets[$0] }), let subnet = scopes[index].subnet else { continue }
            if subnet.value.contains(range.range.value) { continue }
            problems.report(
                .addressOutsideLAN, at: range.range.place,
                "the DHCP range \(range.range.value.text) is not inside its subnet (\(subnet.value))",
                help: "keep it within \(subnet.value.range.text)", related: [Related("the subnet is \(subnet.value)", at: subnet.place)])
        }
        let sorted = ranges.enumerated().sorted {
            ($0.element.range.value.lowerBound, $0.offset) < ($1.element.range.value.lowerBound, $1.offset)
        }
        var reaching: Placed<AddressRange<IPv4Address>>?
        for (_, range) in sorted {
            let range = range.range
            if let other = reaching, other.value.overlaps(range.value) {
                let parties = [other, range].map { Diagnostics.Party("the DHCP range \($0.value.text)", at: $0.place) }
                let shared = range.value.clamped(to: other.value).text
                problems.collide(.rangeOverlap, parties, help: { _, _ in "take \(shared) out of one of them" }) { later, first in
                    "\(later.name) overlaps \(first.name)"
                }
            }
            if reaching.map({ $0.value.upperBound < range.value.upperBound }) ?? true { reaching = range }
        }
    }

    private func judgeHosts(reporting problems: inout Diagnostics) {
        let declared = scopes.compactMap(\.subnet).sorted { $0.value < $1.value }
        let known = AddressSet(declared.map(\.value.range))
        let lent = AddressSet(ranges.map(\.range.value))
        for host in hosts {
            if !host.isIdentified, !host.addresses.isEmpty {
                problems.report(
                    .hostWithoutMAC, at: host.name.place, "host \(host.name.value) has no MAC: a DHCP server can't know it",
                    help: "write 'hardware ethernet' and its MAC, or take the host out")
            }
            for address in host.addresses {
                if !declared.isEmpty, !hasUnknownSubnets, !known.contains(address.value) {
                    problems.report(
                        .addressOutsideLAN, at: address.place,
                        "host \(host.name.value) has \(address.value), which is in no subnet that is declared: dhcpd gives it another one without a word",
                        help: "give it an address in \(Spelling.list(declared.prefix(4).map { "\($0.value)" }))")
                } else if let subnet = Self.subnet(of: address.value, in: declared),
                    [subnet.value.network, subnet.value.broadcast].contains(address.value)
                {
                    let which = address.value == subnet.value.first ? "network" : "broadcast"
                    problems.report(
                        .addressUnusable, at: address.place,
                        "host \(host.name.value) has \(address.value), the \(which) address of its subnet (\(subnet.value))",
                        help: "take one from \(subnet.value.first.next ?? address.value) to \(subnet.value.last.previous ?? address.value)",
                        related: [Related("the subnet is \(subnet.value)", at: subnet.place)])
                } else if let range = lent.firstOverlap(with: address.value...address.value) {
                    problems.report(
                        .addressInDHCPRange, at: address.place,
                        "host \(host.name.value) has \(address.value) inside the DHCP range \(range.text): it may be lent to a stranger, for dhcpd keeps no address of a host back",
                        help: "end the range before it and start another one after it, or give it an address outside of \(range.text)")
                }
            }
        }
    }

    /// Of sorted subnets, the last that starts at or before an address, where it holds it.
    private static func subnet(of address: IPv4Address, in sorted: [Placed<Prefix<IPv4Address>>]) -> Placed<Prefix<IPv4Address>>? {
        let index = sorted.partitioningIndex { $0.value.first > address }
        guard index > 0, sorted[index - 1].value.contains(address) else { return nil }
        return sorted[index - 1]
    }

    private func judgeDuplicates(reporting problems: inout Diagnostics) {
        var names: [String: Placed<String>] = [:]
        var addresses: [IPv4Address: (host: String, place: Place)] = [:]
        var macs: [MACAddress: [Diagnostics.Party]] = [:]
        for host in hosts {
            if let mac = host.mac { macs[mac.value, default: []].append(.init("host \(host.name.value)", at: mac.place)) }
            if let first = names[host.name.value] {
                problems.report(
                    .duplicateName, at: host.name.place, "the host '\(host.name.value)' is here again: dhcpd refuses the file",
                    help: "give one of the two another name", related: [Related("the first is here", at: first.place)])
            } else {
                names[host.name.value] = host.name
            }
            for address in host.addresses {
                if let first = addresses[address.value] {
                    problems.report(
                        .duplicateAddress, at: address.place,
                        "host \(host.name.value) has \(address.value), which host \(first.host) has already",
                        help: "give one of the two another address", related: [Related("host \(first.host) has it here", at: first.place)])
                } else {
                    addresses[address.value] = (host.name.value, address.place)
                }
            }
        }
        for (mac, parties) in macs where parties.count > 1 { DuplicateMACRule.report(mac, of: parties, to: &problems) }
    }

    /// No MAC has a class's prefix, but one has its first two octets: DE:AD:D0 beside DE:AD:AB.
    private func judgeClasses(reporting problems: inout Diagnostics) {
        let macs = hosts.compactMap { host in host.mac.map { (mac: $0.value, host: host.name.value, place: $0.place) } }
            .sorted { $0.mac < $1.mac }
        for found in classes where found.prefix.value.octets > 2 {
            let prefix = found.prefix.value
            let next = macs.partitioningIndex { $0.mac >= prefix.first }
            if next < macs.count, prefix.contains(macs[next].mac) { continue }
            let start = MACAddress(bits: prefix.first.bits & 0xFFFF_0000_0000)
            let nearest = macs.partitioningIndex { $0.mac >= start }
            guard nearest < macs.count, prefix.shares(2, with: macs[nearest].mac) else { continue }
            let near = macs[nearest]
            problems.report(
                .classMatchesNone, at: found.prefix.place,
                "no MAC here starts with \(prefix), so class \(found.name) matches nobody; that of host \(near.host) comes near (\(near.mac))",
                help: "if it was meant, write \(near.mac.description.prefix(3 * prefix.octets - 1))",
                related: [Related("host \(near.host) is here", at: near.place)])
        }
    }
}
