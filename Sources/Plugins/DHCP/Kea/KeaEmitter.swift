public import NetPlan

/// Kea's whole DHCPv4 configuration for the LANs that it serves (Kea 2.2): dhcpd's twin, which lends the same to the same machines.
///
///     outputs: {kea: {on: [ds1]}}   // kea/kea-dhcp4.conf
public struct KeaEmitter: Emitter {
    public static let name = "kea"
    public static let summary = "kea-dhcp4.conf for the LANs that Kea serves"
    public static let reader = "Kea"
    public static let judge: String? = "kea-dhcp4 -t"

    private let placement: Placement

    public init(_ settings: Document, reporting problems: inout Diagnostics) {
        let fields = Fields(settings, of: "the kea emitter", Self.keys, reporting: &problems)
        placement = Placement(fields, reporting: &problems)
    }

    public func artifacts(for allocation: Allocation, reporting problems: inout Diagnostics) -> [Artifact] {
        let leases = LeasePlan(of: allocation, servedBy: .kea)
        if leases.subnets.isEmpty {
            reportIdleness(in: allocation.plan, reporting: &problems)
            return []
        }
        ServerNodes(of: Self.reader, by: Self.name, placement, in: allocation.plan)?
            .check(leases.subnets, hasNames: false, reporting: &problems)
        return [
            .file(
                FileArtifact(
                    path: "kea/kea-dhcp4.conf", emitter: Self.name, content: KeaText(leases, site: allocation.plan.site).buffer.bytes,
                    installPath: placement.path ?? "/etc/kea/kea-dhcp4.conf", on: placement.on, check: .command(["kea-dhcp4", "-t", "{}"]),
                    reload: ["systemctl", "kill", "--signal=HUP", "kea-dhcp4-server"],
                    service: "kea-dhcp4-server"))
        ]
    }

    /// Kea does nothing but DHCP: who asks for it means it to serve somebody, and a LAN has one server.
    private func reportIdleness(in plan: Plan, reporting problems: inout Diagnostics) {
        let served = plan.lans.filter { $0.server != .router }.map { "\($0.name) has \($0.server.rawValue)" }
        let why = served.isEmpty ? "" : ": \(Spelling.list(served, "and")), and a LAN has one server"
        problems.report(
            .serverWithoutLAN, at: .key(PlanPath("outputs", "kea")), "Kea serves no LAN\(why)",
            help: "write \(plan.lans.first.map { "lans.\($0.name).dhcp.server" } ?? "server"): kea, or take kea out of 'outputs'")
    }
}
