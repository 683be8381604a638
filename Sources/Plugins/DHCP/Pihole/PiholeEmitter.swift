public import NetPlan

/// Pi-hole's own settings, as calls and for its API: local names, and DHCP for the LAN that it serves (Pi-hole 6, FTL 6.4).
///
///     outputs: {pihole: {on: [ds1]}}   // pihole/netplan-swarm.sh, pihole/netplan-swarm.json
///
/// There is no file to write: FTL writes its pihole.toml itself, with all other settings in it.
public struct PiholeEmitter: Emitter {
    public static let name = "pihole"
    public static let summary = "local names for Pi-hole, and DHCP for the LAN that it serves"
    public static let reader = "Pi-hole"
    public static let judge: String? = "sh -n"

    private let placement: Placement

    public init(_ settings: Document, reporting problems: inout Diagnostics) {
        let fields = Fields(settings, of: "the pihole emitter", Self.keys, reporting: &problems)
        placement = Placement(fields, reporting: &problems)
    }

    public func artifacts(for allocation: Allocation, reporting problems: inout Diagnostics) -> [Artifact] {
        let plan = allocation.plan
        let leases = LeasePlan(of: allocation, servedBy: .pihole)
        var settings = PiholeSettings()
        settings.add(PiholeLimits.taken(of: allocation.resourceRecords(), in: plan, reporting: &problems))
        let server = OneNetworkServer(name: "Pi-hole", lendsByHost: true, plan: plan)
        if let subnet = server.subnet(of: leases, reporting: &problems) {
            let told = PiholeLimits.told(of: subnet, in: plan, reporting: &problems)
            settings.add(leases, in: subnet, told, slices: allocation.slices)
            ServerNodes(of: Self.reader, by: Self.name, placement, in: plan)?.check([subnet], hasNames: true, reporting: &problems)
        }
        let (call, request) = (settings.script(for: plan.site), settings.request)
        let (takesCall, takesRequest) = PiholeLimits.takes(settings, request, reporting: &problems)
        let path = placement.path ?? "/etc/pihole/netplan-swarm.sh"
        var files: [Artifact] = []
        if takesCall {
            files.append(
                .file(
                    FileArtifact(
                        path: "pihole/netplan-swarm.sh", emitter: Self.name, content: call.bytes, installPath: path, on: placement.on,
                        check: .command(["sh", "-n", "{}"]), reload: ["sh", path])))
        }
        if takesRequest {
            files.append(.file(FileArtifact(path: "pihole/netplan-swarm.json", emitter: Self.name, content: request.bytes)))
        }
        return files
    }
}
