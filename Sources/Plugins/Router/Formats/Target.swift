internal import NetPlan

/// The program that reads a format: what it is called, what it can be told, and how sure that is.
struct Target: Sendable, Hashable {
    /// What it is called in a sentence.
    let name: String
    let capability: LeaseCapability
    /// Whether its own program has read such a file.
    var isVerified = false
    /// Whether dnsmasq is behind it, which compares each reservation with every other (2.90: 20,000 in 1.5 s, 40,000 in 9).
    var isDnsmasq = false
    /// Whether it can't be written where the LAN has no gateway, or no range.
    var needsGateway = false
    var needsRange = false
}

extension ReservationSheet.Format {
    /// The router's program that reads it; nil where it is for people, or for programs of their own.
    var target: Target? {
        switch self {
        case .csv, .markdown, .json, .html, .xml: nil
        case .opnsense: Target(name: "OPNsense", capability: .manyRanges, isDnsmasq: true)
        case .opnsenseKea: Target(name: "OPNsense", capability: .manyRanges)
        case .opnsenseUnbound: Target(name: "OPNsense", capability: .nothing)
        case .pfsense: Target(name: "pfSense", capability: .manyRanges)
        case .libvirt: Target(name: "libvirt", capability: .manyRanges, isVerified: true, isDnsmasq: true, needsGateway: true)
        case .routeros: Target(name: "RouterOS", capability: .manyRanges)
        case .openwrt: Target(name: "OpenWrt", capability: .manyRanges, isDnsmasq: true)
        case .vyos: Target(name: "VyOS 1.3 and 1.4", capability: .manyRanges)
        case .vyos15: Target(name: "VyOS 1.5", capability: .manyRanges)
        case .edgeos: Target(name: "EdgeOS", capability: .manyRanges)
        case .unifi: Target(name: "UniFi", capability: .oneRange)
        case .technitium: Target(name: "Technitium", capability: .exclusionsInRange, needsRange: true)
        case .windows: Target(name: "Windows", capability: .exclusionsInRange)
        case .ios: Target(name: "IOS", capability: .exclusionsInSubnet)
        }
    }
}

extension ReservationSheet {
    /// What the router is told to lease in that format.
    func leases(in format: Format) -> Leases { Leases(leasable, by: format.target?.capability ?? .nothing) }
}
