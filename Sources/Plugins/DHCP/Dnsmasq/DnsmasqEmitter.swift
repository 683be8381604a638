public import NetPlan

/// dnsmasq's part of the site: the names of all that the plan knows, and DHCP for the LANs that it serves (dnsmasq(8), 2.90).
///
///     outputs: {dnsmasq: {on: [ds1]}}   // dnsmasq/netplan-swarm.conf
///
/// A file of its own beside what else dnsmasq is told: it has neither upstream servers nor interfaces.
public struct DnsmasqEmitter: Emitter {
    public static let name = "dnsmasq"
    public static let summary = "names for dnsmasq, and DHCP for the LANs that it serves"
    public static let reader = "dnsmasq"
    public static let judge: String? = "dnsmasq --test"

    private let placement: Placement

    public init(_ settings: Document, reporting problems: inout Diagnostics) {
        let fields = Fields(settings, of: "the dnsmasq emitter", Self.keys, reporting: &problems)
        placement = Placement(fields, reporting: &problems)
    }

    public func artifacts(for allocation: Allocation, reporting problems: inout Diagnostics) -> [Artifact] {
        let leases = LeasePlan(of: allocation, servedBy: .dnsmasq)
        let records = allocation.resourceRecords()
        var text = DnsmasqText(site: allocation.plan.site)
        text.reserve(hosts: leases.hosts.count + leases.memberCount, records: records.count)
        if !leases.subnets.isEmpty {
            text.append(leases, slices: allocation.slices)
            DnsmasqLimits.report(leases, slices: allocation.slices, of: allocation.plan, reporting: &problems)
            ServerNodes(of: Self.reader, by: Self.name, placement, in: allocation.plan)?
                .check(leases.subnets, hasNames: true, reporting: &problems)
        }
        let known = DnsmasqLimits.known(of: records)
        text.append(records.filter { DnsmasqLimits.takes($0, knowing: known, reporting: &problems) })
        return [
            .file(
                FileArtifact(
                    path: "dnsmasq/netplan-swarm.conf", emitter: Self.name, content: text.buffer.bytes,
                    installPath: placement.path ?? "/etc/dnsmasq.d/netplan-swarm.conf", on: placement.on,
                    check: .command(["dnsmasq", "--test", "-C", "{}"]),
                    reload: ["systemctl", "restart", "dnsmasq"]))
        ]
    }
}
