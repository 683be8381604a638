extension Plan {
    /// Reports LANs whose DHCP server no output writes: the router's sheet says to leave leasing to it, and nobody leases.
    ///
    ///     lans: {home: {subnet: 192.168.0.0/24, dhcp: {server: pihole}}}
    ///     outputs: {router: {}}                   // a warning at lans.home.dhcp.server
    ///
    /// A plan without any output is only looked at. Who asks for Kea, and no LAN has it, hears of that alone: both come of one slip.
    public func checkServers(among outputs: [PlanReader.Output], reporting problems: inout Diagnostics) {
        let written = Set(outputs.map(\.emitter))
        if outputs.isEmpty || (written.contains(LAN.Server.kea.rawValue) && lans.allSatisfy { $0.server != .kea }) { return }
        let isDefault = outputs.allSatisfy { $0.key == nil }
        for lan in lans where lan.server != .router && !written.contains(lan.server.rawValue) {
            let server = lan.server.rawValue
            problems.report(
                .serverWithoutLAN, .warning, at: .value(lan.path["dhcp"]["server"]),
                "no output writes \(server)'s files, so nobody leases in LAN \(lan.name)",
                help: isDefault
                    ? "write 'outputs', with '\(server): {}' in it" : "add '\(server): {}' to 'outputs', or let the router lease")
        }
    }
}
