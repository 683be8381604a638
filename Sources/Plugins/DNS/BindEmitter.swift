public import NetPlan

/// Zones for BIND, with the part of named.conf that names them (named.conf(5), 9.18).
///
///     outputs: {bind: {on: [ds1]}}   // bind/named.conf.netplan-swarm, bind/home.arpa.zone, bind/0.168.192.in-addr.arpa.zone
public struct BindEmitter: Emitter {
    public static let name = "bind"
    public static let summary = "zones for BIND, of names and of addresses"
    public static let reader = "BIND"
    public static let judge: String? = "named-checkconf, named-checkzone"

    private let placement: Placement

    public init(_ settings: Document, reporting problems: inout Diagnostics) {
        let fields = Fields(settings, of: "the bind emitter", Self.keys, reporting: &problems)
        placement = Placement(fields, reporting: &problems)
    }

    public func artifacts(for allocation: Allocation, reporting problems: inout Diagnostics) -> [Artifact] {
        let plan = allocation.plan
        let path = placement.path ?? "/etc/bind/named.conf.netplan-swarm"
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
        let all = allocation.resourceRecords()
        let tops = Set(Zone.zones(of: allocation, all).map(\.name))
        let zones = Zone.zones(of: allocation, all.filter { takes($0, besides: tops, reporting: &problems) })
        let servers = servers(of: plan)
        var list = TextBuffer()
        list.append(line: "// Written by netplan-swarm for the site \(plan.site): change its plan, not this file.")
        var files = zones.map { zone in
            list.append(line: "zone \"\(zone.name)\" { type primary; file \"\(folder)\(zone.name).zone\"; };")
            return file(
                "\(zone.name).zone", at: "\(folder)\(zone.name).zone", ZoneText(zone, servers: servers, site: plan.site).buffer,
                check: ["named-checkzone", "-k", "fail", zone.name, "{}"])
        }
        // What names the zones comes last: named refuses a zone whose file is missing.
        files.append(file("named.conf.netplan-swarm", at: path, list, check: ["named-checkconf", "{}"]))
        return files
    }

    private func file(_ name: String, at path: String, _ text: TextBuffer, check: [String]) -> Artifact {
        .file(
            FileArtifact(
                path: "bind/\(name)", emitter: Self.name, content: text.bytes, installPath: path, on: placement.on, check: .command(check),
                reload: ["rndc", "reload"]))
    }

    /// The nodes that it runs on serve its zones.
    private func servers(of plan: Plan) -> [HostName] {
        plan.nodes.filter { placement.on?.contains($0) ?? false }.map { $0.name.qualified(by: plan.domain) }
    }

    /// A zone's own name has its SOA, and no CNAME stands beside that.
    private func takes(_ record: ResourceRecord, besides tops: Set<String>, reporting problems: inout Diagnostics) -> Bool {
        guard let path = record.path, case .name = record.value, tops.contains(record.name.description) else { return true }
        problems.report(
            .targetLimit, at: .value(path["name"]), "\(record.name) is a zone of its own in BIND, and a zone is no CNAME",
            help: "write the address that it stands for, as type: A")
        return false
    }
}
