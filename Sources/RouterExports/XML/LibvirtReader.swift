internal import NetPlan
internal import XML

/// Reads what `virsh net-dumpxml` prints (libvirt.org, formatnetwork.html).
enum LibvirtReader {
    static func read(_ root: XMLElement) -> RouterExport {
        var draft = ExportDraft()
        for network in root.name == "networks" ? root.children("network") : [root] {
            for address in network.children("ip") where address.attribute("family") != "ipv6" { add(address, of: network, to: &draft) }
        }
        return draft.export(.libvirt)
    }

    private static func add(_ address: XMLElement, of network: XMLElement, to draft: inout ExportDraft) {
        let (own, line) = (address.attribute("address") ?? "", address.line ?? 1)
        guard let prefix = ExportValue.network(own, address.attribute("prefix") ?? address.attribute("netmask") ?? "") else {
            return draft.remark("a network's address can't be read", line: line)
        }
        draft.configuration.networks.append(.init(prefix, line: line))
        // Without a forward it is isolated, and its guests are told no router.
        if network.child("forward") != nil { draft.addGateway(own, line: line) }
        guard let dhcp = address.child("dhcp") else { return }
        for range in dhcp.children("range") {
            draft.addRange(range.attribute("start") ?? "", range.attribute("end") ?? "", line: range.line ?? line)
        }
        for host in dhcp.children("host") {
            guard let reserved = host.attribute("ip") else { continue }
            let macs = host.attribute("mac").map { [$0] } ?? []
            draft.addReservation(reserved, macs, name: host.attribute("name"), line: host.line ?? line)
        }
    }
}
