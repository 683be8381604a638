import NetPlan

extension Promises {
    /// dnsmasq's options: what is said of a tag is said to whoever has it, and a group's tag wins over its range's.
    init(dnsmasq text: String) {
        var told: [String: [String: String]] = [:]
        var tags: [String: String] = [:]
        var classes: [String: String] = [:]
        var later: [(fields: [String], tag: String?)] = []
        let names = ["router": "routers", "netmask": "subnet-mask", "dns-server": "domain-name-servers", "mtu": "interface-mtu"]
        var domain = ""
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
            var fields = (parts.count > 1 ? parts[1] : "").split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let own = fields.filter { $0.hasPrefix("tag:") || $0.hasPrefix("set:") }
            fields.removeAll { own.contains($0) }
            let set = own.first { $0.hasPrefix("set:") }.map { String($0.dropFirst(4)) }
            let tag = own.first { $0.hasPrefix("tag:") }.map { String($0.dropFirst(4)) }
            switch parts[0] {
            case "domain": domain = fields[0]
            case "dhcp-mac": classes[set ?? ""] = fields[0].replacing(":*", with: "")
            case "dhcp-range":
                guard let set, let mask = IPv4Address(fields[2]), let first = IPv4Address(fields[0]) else { continue }
                let subnet = Prefix(mask: mask, around: first)
                if fields[1] == "static" {
                    let prefix = subnet?.description ?? ""
                    tags[set] = prefix
                    subnets[prefix] = [
                        "subnet-mask": fields[2], "broadcast-address": subnet?.broadcast?.description ?? "", "domain-name": domain,
                        "default-lease-time": fields[3],
                    ]
                } else {
                    let isOthers = own.allSatisfy { $0.hasPrefix("set:") || $0.hasPrefix("tag:!") }
                    lend(fields[0], fields[1], of: tags[set] ?? "", to: isOthers ? "" : classes[tag ?? ""] ?? "?")
                }
            case "dhcp-option":
                let name = String(fields[0].dropFirst("option:".count))
                if fields.count > 1 { told[tag ?? "", default: [:]][names[name] ?? name] = fields[1...].joined(separator: ",") }
            case "dhcp-boot":
                if !fields[0].isEmpty { told[tag ?? "", default: [:]]["filename"] = String(fields[0].dropFirst().dropLast()) }
                if fields.count > 2 { told[tag ?? "", default: [:]]["next-server"] = fields[2] }
            case "dhcp-host": if fields.count > 1 { later.append((fields, set)) }
            default: break
            }
        }
        for (tag, subnet) in tags { subnets[subnet]?.merge(told[tag] ?? [:]) { $1 } }
        for (fields, tag) in later {
            var own = ["address": fields[1], "hostname": fields[2]]
            if fields.count > 3 { own["default-lease-time"] = fields[3] }
            know(fields[0], own.merging(tag.flatMap { told[$0] } ?? [:]) { $1 })
        }
    }
}
