/// Two dynamic ranges, or a class's range and another: dhcpd refuses the file with a message for each address.
enum RangeOverlapRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        var ranges: [(range: AddressRange<IPv4Address>, party: Diagnostics.Party)] = []
        for lan in survey.plan.lans {
            for range in lan.ranges {
                ranges.append(
                    (range.value, .init("the DHCP range \(range.value.text)", at: .value(lan.path["dhcp"]["ranges"][range.index]))))
            }
        }
        for found in survey.plan.classes {
            if let range = found.range {
                ranges.append((range, .init("the range \(range.text) of class \(found.name)", at: .value(found.path["range"]))))
            }
        }
        ranges = ranges.map { ($0, problems.order(of: $0.party.place)) }.sorted { $0.1 < $1.1 }.map(\.0)
        for (index, later) in ranges.enumerated() {
            guard let first = ranges[..<index].first(where: { $0.range.overlaps(later.range) }) else { continue }
            let shared = later.range.clamped(to: first.range).text
            problems.collide(.rangeOverlap, [first.party, later.party], help: { _, _ in "take \(shared) out of one of them" }) {
                later, first in
                "\(later.name) overlaps \(first.name)"
            }
        }
    }
}
