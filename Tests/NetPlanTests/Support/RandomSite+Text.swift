import NetPlan

extension RandomSite {
    /// The plan file.
    var text: String {
        var lines = ["version: 1", "site: random", "engine: \"29.0\"", poolLine]
        if !external.isEmpty {
            lines.append("external:")
            for (index, subnet) in external.enumerated() { lines.append("  ext\(index): {subnet: \(subnet)}") }
        }
        lines.append("lans:")
        for index in lans.indices { lines += text(ofLAN: index) }
        lines += devicesFirst ? deviceLines + nodeLines : nodeLines + deviceLines
        if !vips.isEmpty { lines.append("vips:") }
        for vip in vips {
            lines.append(
                "  \(vip.name): {address: \(vip.address), lan: \(lans[vip.lan].name), nodes: {\(nodes[0].name): 150, \(nodes[1].name): 100}}"
            )
        }
        if !macvlans.isEmpty { lines.append("macvlans:") }
        lines += macvlans.map(text(of:))
        if !overlays.isEmpty { lines.append("overlays:") }
        for overlay in overlays {
            lines.append("  \(overlay.name): {\(overlay.subnet.map { "subnet: \($0)" } ?? overlay.size.map { "size: \($0)" } ?? "")}")
        }
        if !services.isEmpty || isGood { lines.append("services:") }
        lines += services.map(text(of:))
        if isGood { lines += routeLines }
        lines += dhcpLines
        return lines.joined(separator: "\n") + "\n"
    }

    private var poolLine: String {
        let own = isGood ? ", docker: [{base: 10.230.0.0/16, size: 24}], swarm: {base: 10.231.0.0/16, size: 24}" : ""
        return "pools: {overlay: [\(pools.joined(separator: ", "))]\(own)}"
    }

    /// One of each that has no address of its own.
    private var routeLines: [String] {
        let node = nodes.first { $0.address != nil }?.address
        var lines = overlays.enumerated().map { index, overlay in
            "  r\(index): {network: \(overlay.name), port: \(8000 + index), published: [\"\(9000 + index):80\"], middlewares: [\"auth@file\"]}"
        }
        lines += ["  b: {backends: [\"http://192.168.0.250:3000\"], names: [b.example.net, \"*.b.example.net\"]}", "dns:", "  records:"]
        lines.append("    - {name: git.example.net, type: A, values: [127.0.0.1\(node.map { ", \($0)" } ?? "")], ttl: 300}")
        return lines
    }

    private func text(ofLAN index: Int) -> [String] {
        let lan = lans[index]
        var lines = ["  \(lan.name):", "    subnet: \(lan.subnet)", "    gateway: \(gateway(index))"]
        lines.append("    dhcp: {ranges: [\(lan.ranges.map(\.text).joined(separator: ", "))]}")
        if !lan.dns.isEmpty { lines.append("    dns: [\(lan.dns.map(\.description).joined(separator: ", "))]") }
        if !lan.reserved.isEmpty { lines.append("    reserved: [\(lan.reserved.map { "{range: \($0.text)}" }.joined(separator: ", "))]") }
        lines.append("    slices: {size: \(lan.size), from: \(lan.fromTop ? "top" : "bottom")}")
        return lines
    }

    private func text(of host: Host) -> String {
        var parts = ["address: \(host.address?.description ?? "auto")", "lan: \(lans[host.lan].name)"]
        if let mac = host.mac { parts.append("mac: \"\(mac)\"") }
        if let also = host.also { parts.append("also: {\(lans[1 - host.lan].name): {address: \(also?.description ?? "auto")}}") }
        if host.isManager { parts.append("role: manager") }
        return "  \(host.name): {\(parts.joined(separator: ", "))}"
    }

    private var nodeLines: [String] { ["nodes:"] + nodes.map(text(of:)) }
    private var deviceLines: [String] { devices.isEmpty ? [] : ["devices:"] + devices.map(text(of:)) }

    private func text(of macvlan: Macvlan) -> String {
        var parts = ["nodes: [\(macvlan.nodes.joined(separator: ", "))]", "lan: \(lans[macvlan.lan].name)"]
        if let size = macvlan.size { parts.append("size: \(size)") }
        let fixed = macvlan.nodes.compactMap { node in macvlan.fixed[node].map { "\(node): \($0)" } }
        if !fixed.isEmpty { parts.append("slices: {\(fixed.joined(separator: ", "))}") }
        if macvlan.isLocal { parts.append("scope: local") }
        if macvlan.isSubnetMode { parts.append("mode: subnet") }
        return "  \(macvlan.name): {\(parts.joined(separator: ", "))}"
    }

    private func text(of service: Service) -> String {
        let nodes = service.addresses.map(\.node).joined(separator: ", ")
        if service.addresses.isEmpty { return "  \(service.name): {network: \(service.macvlan)}" }
        let given = service.addresses.contains { $0.address != nil }
        let map = service.addresses.map { "\($0.node): \($0.address?.description ?? "auto")" }.joined(separator: ", ")
        return "  \(service.name): {network: \(service.macvlan), nodes: [\(nodes)], address: \(given ? "{\(map)}" : "auto")}"
    }

    private var dhcpLines: [String] {
        var lines: [String] = []
        let member = nodes.first { $0.lan == 0 && $0.mac != nil }
        if !routers.isEmpty, let member {
            let list = routers.map(\.description).joined(separator: ", ")
            lines += ["  groups:", "    boot: {lan: \(lans[0].name), hosts: [\(member.name)], routers: [\(list)]}"]
        }
        let classes = lans.compactMap { lan in
            lan.classRange.map { "    class-\(lan.name): {lan: \(lan.name), mac-prefix: \"52:54:00\", range: \($0.text)}" }
        }
        if !classes.isEmpty { lines += ["  classes:"] + classes }
        return lines.isEmpty ? [] : ["dhcp:"] + lines
    }
}
