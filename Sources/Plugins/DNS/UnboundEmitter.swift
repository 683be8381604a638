public import NetPlan

/// Local data for unbound: every name, and every address by its owner's name (unbound.conf(5), 1.17).
///
///     outputs: {unbound: {on: [ds1]}}   // unbound/netplan-swarm.conf
public struct UnboundEmitter: Emitter {
    public static let name = "unbound"
    public static let summary = "local data for unbound, of names and of addresses"
    public static let reader = "unbound"
    public static let judge: String? = "unbound-checkconf"

    private let placement: Placement

    public init(_ settings: Document, reporting problems: inout Diagnostics) {
        let fields = Fields(settings, of: "the unbound emitter", Self.keys, reporting: &problems)
        placement = Placement(fields, reporting: &problems)
    }

    public func artifacts(for allocation: Allocation, reporting problems: inout Diagnostics) -> [Artifact] {
        let data = LocalData(allocation.resourceRecords(), of: allocation.plan, reporting: &problems)
        return [
            .file(
                FileArtifact(
                    path: "unbound/netplan-swarm.conf", emitter: Self.name, content: data.text(for: allocation.plan).bytes,
                    installPath: placement.path ?? "/etc/unbound/unbound.conf.d/netplan-swarm.conf", on: placement.on,
                    check: .command(["unbound-checkconf", "{}"]), reload: ["systemctl", "reload-or-restart", "unbound"]))
        ]
    }
}
