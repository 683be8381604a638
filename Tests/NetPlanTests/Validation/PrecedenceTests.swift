import Testing

/// For one address only the first of: outside its LAN, unusable, duplicate, in a slice, in a DHCP range. All pairs of the five.
struct PrecedenceTests {
    private static let head = """
        version: 1
        site: home
        lans:
          home: {subnet: ⑨192.168.0.0/24, gateway: 192.168.0.1}
          shed: {subnet: ⑧192.168.7.0/24, gateway: 192.168.7.1RANGE}
        nodes:
          ds1: {address: 192.168.0.11, role: manager}
          ds2: {address: 192.168.0.12, role: manager}
          ds3: {address: 192.168.0.13, role: manager}
          ds4: {address: 192.168.7.14}
        devices:

        """
    private static let slice = "macvlans: {m: {nodes: [ds4], slices: {ds4: ⑦SLICE}}}\n"

    private static func plan(_ devices: String, range: String? = nil, slice block: String? = nil, _ findings: [String]) -> MarkedPlan {
        let head = head.replacing("RANGE", with: range.map { ", dhcp: {ranges: [⑥\($0)]}" } ?? "")
        let text = head + devices + "\n" + (block.map { slice.replacing("SLICE", with: $0) } ?? "")
        return MarkedPlan(text, findings: findings)
    }

    @Test(arguments: [
        // Outside its LAN, and: unusable, twice there, in a slice, in a DHCP range.
        plan("  a: {lan: home, address: ①192.168.7.0}", ["E address-outside-lan ① ⑨"]),
        plan(
            "  a: {lan: home, address: ①192.168.7.20}\n  b: {lan: home, address: ②192.168.7.20}",
            ["E address-outside-lan ① ⑨", "E address-outside-lan ② ⑨"]),
        plan("  a: {lan: home, address: ①192.168.7.65}", slice: "192.168.7.64/30", ["E address-outside-lan ① ⑨"]),
        plan("  a: {lan: home, address: ①192.168.7.100}", range: "192.168.7.100-192.168.7.109", ["E address-outside-lan ① ⑨"]),
        // Unusable, and: twice there, in a slice, in a DHCP range.
        plan("  a: {address: ①192.168.7.0}\n  b: {address: ②192.168.7.0}", ["E address-unusable ① ⑧", "E address-unusable ② ⑧"]),
        plan("  a: {address: ①192.168.7.255}", slice: "192.168.7.252/30", ["E address-unusable ① ⑧"]),
        plan("  a: {address: ①192.168.7.255}", range: "192.168.7.200-192.168.7.255", ["E address-unusable ① ⑧"]),
        // There twice, and in a slice, in a DHCP range.
        plan(
            "  a: {address: ①192.168.7.65}\n  b: {address: ②192.168.7.65}", slice: "192.168.7.64/30",
            ["E duplicate-address ② ①", "E slice-holds-address ⑦ ①"]),
        plan(
            "  a: {address: ①192.168.7.100}\n  b: {address: ②192.168.7.100}", range: "192.168.7.100-192.168.7.109",
            ["W address-in-dhcp-range ① ⑥", "E duplicate-address ② ①"]),
        // In a slice, and in a DHCP range.
        plan(
            "  a: {address: ①192.168.7.101}", range: "192.168.7.100-192.168.7.109", slice: "192.168.7.100/30",
            ["E slice-holds-address ⑦ ①", "W slice-in-dhcp-range ⑦ ⑥"]),
    ])
    func oneAddressOneFinding(_ plan: MarkedPlan) { plan.check() }
}
