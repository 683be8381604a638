internal import NetPlan

extension ReservationSheet {
    /// Why there is no file of that format for this LAN, in half a sentence; nil where there is one.
    ///
    ///     sheet.obstacle(to: .routeros)      // "dhcpd leases in 'storage', and RouterOS is not to"
    public func obstacle(to format: Format) -> String? {
        guard let target = format.target else { return nil }
        if target.capability == .nothing { return nil }
        if lan.server != .router { return "\(lan.server.rawValue) leases in '\(lan.name)', and \(target.name) is not to" }
        if target.needsGateway, lan.gateway == nil { return "\(target.name) needs the gateway of '\(lan.name)', and the plan names none" }
        if target.needsRange, leasable.isEmpty { return "\(target.name) needs a DHCP range in '\(lan.name)', and the plan names none" }
        return nil
    }

    /// What a format can't say of the LAN, or where its reader is at its limits.
    public struct Shortfall: Sendable, Hashable {
        /// Half a sentence, without a full stop.
        public let sentence: String
        public let help: String
    }

    /// What a format can't say of this LAN, and where its reader is at its limits; empty where there is nothing to say.
    ///
    ///     sheet.shortfalls(in: .unifi).first?.sentence      // "UniFi has one DHCP range for a network: in 'home' it gets …"
    public func shortfalls(in format: Format) -> [Shortfall] {
        guard let target = format.target, obstacle(to: format) == nil else { return [] }
        var shortfalls: [Shortfall] = []
        if let loss = leases(in: format).loss(to: target.name, in: lan.name) {
            shortfalls.append(Shortfall(sentence: loss, help: "make what may be leased one run of addresses: move what lies in between"))
        }
        if target.isDnsmasq, reservations.count > Self.dnsmasqLimit {
            shortfalls.append(
                Shortfall(
                    sentence:
                        "\(target.name)'s dnsmasq compares each reservation with every other: \(reservations.count) in '\(lan.name)' keep it busy for seconds or minutes at every start",
                    help: "let another server lease in this LAN, or divide it"))
        }
        return shortfalls
    }

    /// Where dnsmasq becomes slow (2.90: 20,000 hosts in 1.5 s, 40,000 in 9 s).
    private static let dnsmasqLimit = 20_000
}
