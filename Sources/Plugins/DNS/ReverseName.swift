internal import NetPlan

/// The name by which an address is looked up, and the zone that it is in (RFC 1035, section 3.5; RFC 3596, section 2.5).
///
/// Zones end between octets, or between the digits of an IPv6 address: a LAN of another size has several, or a part of one.
struct ReverseName {
    let name: String
    let zone: String

    init(_ address: IPAddress, in plan: Plan) {
        let labels: [String]
        let count: Int
        switch address {
        case .v4(let address):
            labels = address.description.split(separator: ".").map(String.init)
            let length = plan.lans.first { $0.subnet.contains(address) }?.subnet.length ?? 24
            count = min(max((length + 7) / 8, 1), 3)
        case .v6(let address):
            labels = (0..<32).map { String((address.bits >> (124 - 4 * $0)) & 15, radix: 16) }
            let length = plan.lans.compactMap(\.subnet6).first { $0.contains(address) }?.length ?? 64
            count = min(max((length + 3) / 4, 1), 31)
        }
        let root = address.v4 == nil ? "ip6.arpa" : "in-addr.arpa"
        name = (labels.reversed() + [root]).joined(separator: ".")
        zone = (labels.prefix(count).reversed() + [root]).joined(separator: ".")
    }
}
