public import NetPlan

/// What a stack file must say of the site's network: for each service on a network of the swarm, a compose fragment.
///
///     services: {pihole: {network: pihole, nodes: [ds1, ds2], address: auto}}
///     // stack/pihole.yml: networks, the constraint on nodes that have a slice, and one replica on each
///
/// The scheduler knows nothing of slices: a task too many fails again and again with "no available IPv4 addresses" (measured, 20.10).
public struct StackEmitter: Emitter {
    public static let name = "stack"
    public static let summary = "networks, placement and extra_hosts of services, for stack files"
    public static let reader = "stack files"
    public static let keys = Placement.keys + ["extra-hosts"]

    /// Names of the plan; `all-nodes` for every node.
    private let hosts: [Document]

    public init(_ settings: Document, reporting problems: inout Diagnostics) {
        let fields = Fields(settings, of: "the stack emitter", Self.keys, reporting: &problems)
        // Fragments are parts of somebody's stack file, installed nowhere: where to is read only to say what is wrong with it.
        _ = Placement(fields, reporting: &problems)
        let names = fields["extra-hosts"]?.list(of: "hosts", reporting: &problems) ?? []
        hosts = names.filter { $0.hostName(reporting: &problems) != nil }
    }

    public func artifacts(for allocation: Allocation, reporting problems: inout Diagnostics) -> [Artifact] {
        let plan = allocation.plan
        let extraHosts = extraHosts(in: allocation, reporting: &problems)
        let slices = SliceRooms(of: allocation)
        var files: [Artifact] = []
        var labels: [Artifact] = []
        for (reference, service) in zip(plan.services.references, plan.services) where service.network != nil {
            guard let seat = Seat(of: reference, among: slices, in: plan, reporting: &problems) else { continue }
            let text = FragmentText(of: service, at: seat, extraHosts: extraHosts, in: plan)
            files.append(.file(FileArtifact(path: "stack/\(service.name).yml", emitter: Self.name, content: text.bytes)))
            labels += seat.labelled.map { .labels(NodeLabels(node: $0, labels: [.seat(of: service)])) }
        }
        return files + labels + NodeLabels.declared(in: plan).map(Artifact.labels)
    }

    /// As the hosts file has them: each of these addresses with every name that stands for it.
    private func extraHosts(in allocation: Allocation, reporting problems: inout Diagnostics) -> [String] {
        var wanted: Set<IPAddress> = []
        for host in hosts {
            if host.text == "all-nodes" {
                for entry in allocation.addresses { if case .node = entry.owner { wanted.insert(entry.address) } }
            } else {
                wanted.formUnion(allocation.addresses(named: host, reporting: &problems).map(\.address))
            }
        }
        if wanted.isEmpty { return [] }
        var lines: [String] = []
        var known: Set<String> = []
        allocation.forEachNamedAddress { line in
            guard wanted.contains(line.address) else { return }
            for name in line.names where known.insert("\(name):\(line.address)").inserted { lines.append("\(name):\(line.address)") }
        }
        return lines
    }
}

extension Node.Label {
    /// What a placement constraint asks for where a service has several nodes: `node.labels.netplan-swarm.service.web==true`.
    static func seat(of service: Service) -> Self { Self(key: "netplan-swarm.service.\(service.name)", value: "true") }
}
