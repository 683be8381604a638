/// A fixed address without a MAC inside a range: the server lends it to a stranger. With a MAC it is a reservation.
enum AddressInDHCPRangeRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        var ranges: [(range: AddressRange<IPv4Address>, name: String, path: PlanPath)] = []
        for lan in survey.plan.lans {
            for range in lan.ranges {
                ranges.append((range.value, "the DHCP range of LAN \(lan.name)", lan.path["dhcp"]["ranges"][range.index]))
            }
        }
        for found in survey.plan.classes {
            if let range = found.range { ranges.append((range, "the range of class \(found.name)", found.path["range"])) }
        }
        let union = AddressSet(ranges.map(\.range))
        for entry in survey.addresses where entry.verdict == .fine && !entry.hasMAC && !entry.isService {
            guard let address = entry.address.v4, union.contains(address), let found = ranges.first(where: { $0.range.contains(address) })
            else { continue }
            let help =
                switch entry.owner {
                case .node, .device: "give it a 'mac', which makes it a reservation, or an address outside of \(found.range.text)"
                default: "start or end the range beside it, or give it an address outside of \(found.range.text)"
                }
            problems.report(
                .addressInDHCPRange, at: survey.place(of: entry),
                "\(survey.name(of: entry)) has \(address) inside \(found.name): it may be lent to a stranger",
                help: help, related: [Related("\(found.name) is here", at: .value(found.path))])
        }
    }
}
