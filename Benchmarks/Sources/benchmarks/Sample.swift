/// What is measured: plans in netplan-swarm's own format, networks, and the same hosts as the peers want them. Always the same bytes.
enum Sample: String, CaseIterable {
    /// A plan with so many devices, each with an address and a MAC; three nodes, one LAN that dhcpd serves.
    case devices
    /// The same, of which every address is open.
    case auto
    /// The same, where each second device has the address of the one before.
    case doubles
    /// A plan with so many overlays, and a tenth as many external networks.
    case overlays
    /// So many IPv4 networks, one a line, of the lengths that routing tables and block lists have; some lie in others.
    case prefixes
    /// A zone of octoDNS with so many A records.
    case records
    /// Variables for Ansible and Jinja: so many hosts.
    case variables

    func text(_ count: Int) -> String {
        var text = ""
        switch self {
        case .devices, .auto, .doubles:
            text += Self.head(lan: "10.0.0", length: 8) + "devices:\n"
            for index in 0..<count {
                let number = self == .doubles ? index & ~1 : index
                let address = self == .auto ? "auto" : Self.address(Self.shuffled(number, count))
                text += "  \(Self.name(index)): {address: \(address), mac: \"\(Self.mac(index))\"}\n"
            }
        case .overlays:
            text += Self.head(lan: "192.168.0", length: 24) + "external:\n"
            for index in 0..<(count / 10) { text += "  vpn\(index): {subnet: 10.\(128 + index / 256).\(index % 256).0/24}\n" }
            text += "overlays:\n"
            for index in 0..<count { text += "  net\(index): {subnet: 10.\(index / 256).\(index % 256).0/24}\n" }
        case .prefixes:
            var random = SplitMix64(state: 20_240_601)
            for _ in 0..<count {
                let length = Self.length(Int(random.next() % 100))
                let bits = UInt32(truncatingIfNeeded: random.next()) & ~UInt32(truncatingIfNeeded: UInt64(0xFFFF_FFFF) >> UInt64(length))
                text += "\(Self.quad(bits))/\(length)\n"
            }
        case .records:
            text += "---\n"
            for index in 0..<count { text += "\(Self.name(index)):\n  ttl: 300\n  type: A\n  value: \(Self.address(index))\n" }
        case .variables:
            text += "plan_hosts:\n"
            for index in 0..<count {
                let name = Self.name(index)
                text += "- {ip: \(Self.address(index)), name: \(name), fqdn: \(name).home.arpa}\n"
            }
        }
        return text
    }

    /// Forty in a hundred are a /24, twenty a single address.
    private static func length(_ percent: Int) -> Int {
        switch percent {
        case 0: 16
        case ..<4: 20
        case ..<10: 22
        case ..<50: 24
        case ..<60: 26
        case ..<70: 28
        case ..<80: 30
        default: 32
        }
    }

    private static func head(lan: String, length: Int) -> String {
        """
        version: 1
        site: bench
        lans:
          home: {subnet: \(lan).0/\(length), gateway: \(lan).1, dhcp: {server: dhcpd}}
        pools: {swarm: {base: 172.24.0.0/16, size: 24}, ingress: 172.31.0.0/24, overlay: [172.25.0.0/16]}
        nodes:
          ds1: {address: \(lan).11, role: manager}
          ds2: {address: \(lan).12, role: manager}
          ds3: {address: \(lan).13, role: manager}

        """
    }

    private static func name(_ index: Int) -> String {
        let digits = String(index)
        return "h" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    }

    /// Somewhere in the list: addresses are rarely in the order of the names.
    private static func shuffled(_ index: Int, _ count: Int) -> Int { index * 7919 % count }

    private static func address(_ index: Int) -> String { quad(0x0A00_0100 + UInt32(index)) }

    private static func quad(_ bits: UInt32) -> String { "\(bits >> 24).\(bits >> 16 & 255).\(bits >> 8 & 255).\(bits & 255)" }

    private static func mac(_ index: Int) -> String {
        "02:42" + [24, 16, 8, 0].map { shift in ":" + pair(index >> shift & 255) }.joined()
    }

    private static func pair(_ byte: Int) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
}

/// A small generator with a seed (Steele, Lea and Flood, 2014).
struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }
}
