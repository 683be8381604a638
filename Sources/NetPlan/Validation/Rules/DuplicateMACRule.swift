/// One MAC for two: dhcpd serves the first, dnsmasq the last, and neither says so.
enum DuplicateMACRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        let macs = plan.nodes.flatMap { [$0.mac] + $0.also.map(\.mac) }.compactMap(\.self) + plan.devices.compactMap(\.mac)
        let repeated = Repeated(macs.map(\.bits))
        if repeated.isEmpty { return }
        var holders: [MACAddress: [Diagnostics.Party]] = [:]
        func add(_ mac: MACAddress?, _ name: @autoclosure () -> String, _ path: @autoclosure () -> PlanPath) {
            guard let mac, repeated.contains(mac.bits) else { return }
            holders[mac, default: []].append(Diagnostics.Party(name(), at: .value(path())))
        }
        for node in plan.nodes {
            add(node.mac, "node \(node.name)", node.path["mac"])
            for attachment in node.also {
                add(attachment.mac, "node \(attachment.name)", node.path["also"][plan[attachment.lan].name]["mac"])
            }
        }
        for device in plan.devices { add(device.mac, "device \(device.name)", device.path["mac"]) }
        for (mac, parties) in holders where parties.count > 1 {
            report(mac, of: parties, to: &problems)
        }
    }

    /// One MAC and those who have it, in a plan or in a pasted text.
    static func report(_ mac: MACAddress, of parties: [Diagnostics.Party], to problems: inout Diagnostics) {
        problems.collide(.duplicateMAC, parties, help: { _, _ in "look at the label or 'ip link' of both" }) { later, first in
            "\(later.name) has the MAC \(mac), which \(first.name) has already"
        }
    }
}
