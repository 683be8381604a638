/// One MAC for two: dhcpd serves the first, dnsmasq the last, and neither says so.
enum DuplicateMACRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        var holders: [MACAddress: [Diagnostics.Party]] = [:]
        func add(_ mac: MACAddress?, _ name: String, _ path: PlanPath) {
            if let mac { holders[mac, default: []].append(Diagnostics.Party(name, at: .value(path))) }
        }
        for node in survey.plan.nodes {
            add(node.mac, "node \(node.name)", node.path["mac"])
            for attachment in node.also {
                add(attachment.mac, "node \(attachment.name)", node.path["also"][survey.plan[attachment.lan].name]["mac"])
            }
        }
        for device in survey.plan.devices { add(device.mac, "device \(device.name)", device.path["mac"]) }
        for (mac, parties) in holders where parties.count > 1 {
            problems.collide(.duplicateMAC, parties, help: { _, _ in "look at the label or 'ip link' of both" }) { later, first in
                "\(later.name) has the MAC \(mac), which \(first.name) has already"
            }
        }
    }
}
