public import NetPlan

/// AdGuard Home's part of the site: rewrites for all names, and DHCP for the LAN that it serves (AdGuard Home 0.107).
///
///     outputs: {adguard: {}}   // adguard/AdGuardHome.yaml, adguard/leases.json
///
/// Nothing is installed unless a `path:` says where: both are merged into files that AdGuard Home writes itself.
public struct AdguardEmitter: Emitter {
    public static let name = "adguard"
    public static let summary = "rewrites for AdGuard Home, and DHCP for the LAN that it serves"
    public static let reader = "AdGuard Home"

    private let placement: Placement

    public init(_ settings: Document, reporting problems: inout Diagnostics) {
        let fields = Fields(settings, of: "the adguard emitter", Self.keys, reporting: &problems)
        placement = Placement(fields, reporting: &problems)
    }

    public func artifacts(for allocation: Allocation, reporting problems: inout Diagnostics) -> [Artifact] {
        let plan = allocation.plan
        let records = AdguardLimits.taken(of: allocation.resourceRecords(), in: plan, reporting: &problems)
        let leases = LeasePlan(of: allocation, servedBy: .adguard)
        let server = OneNetworkServer(name: "AdGuard Home", lendsByHost: false, plan: plan)
        guard let subnet = server.subnet(of: leases, reporting: &problems),
            let range = AdguardLimits.range(of: subnet, in: plan, reporting: &problems)
        else { return [file("AdGuardHome.yaml", AdguardText.settings(records, in: plan))] }
        ServerNodes(of: Self.reader, by: Self.name, placement, in: plan)?.check([subnet], hasNames: true, reporting: &problems)
        return [
            file("AdGuardHome.yaml", AdguardText.settings(records, in: plan, subnet, range)),
            file("leases.json", AdguardText.leases((leases.hosts + leases.groups.flatMap(\.hosts)).filter { $0.lan == subnet.lan })),
        ]
    }

    private func file(_ name: String, _ text: TextBuffer) -> Artifact {
        .file(
            FileArtifact(
                path: "adguard/\(name)", emitter: Self.name, content: text.bytes, installPath: placement.path.map { "\($0)/\(name)" },
                on: placement.on))
    }
}
