/// A class whose MAC prefix no declared MAC has, while one has its first two bytes: DE:AD:D0 beside DE:AD:AB.
enum ClassMatchesNoneRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        if plan.classes.isEmpty { return }
        var macs: [(mac: MACAddress, name: String, path: PlanPath)] = []
        for node in plan.nodes {
            if let mac = node.mac { macs.append((mac, "node \(node.name)", node.path["mac"])) }
            for attachment in node.also {
                if let mac = attachment.mac {
                    macs.append((mac, "node \(attachment.name)", node.path["also"][plan[attachment.lan].name]["mac"]))
                }
            }
        }
        for device in plan.devices { if let mac = device.mac { macs.append((mac, "device \(device.name)", device.path["mac"])) } }
        for found in plan.classes {
            guard let prefix = found.macPrefix, prefix.octets > 2, !macs.contains(where: { prefix.contains($0.mac) }) else { continue }
            guard let near = macs.first(where: { prefix.shares(2, with: $0.mac) }) else { continue }
            problems.report(
                .classMatchesNone, at: .value(found.path["mac-prefix"]),
                "no MAC of the plan starts with \(prefix), so class \(found.name) matches nobody; that of \(near.name) comes near (\(near.mac))",
                help: "if it was meant, write mac-prefix: \"\(near.mac.description.prefix(3 * prefix.octets - 1))\"",
                related: [Related("\(near.name) is here", at: .value(near.path))])
        }
    }
}
