public import NetPlan

/// ISC dhcpd's whole configuration for the LANs that it serves (dhcpd.conf(5), 4.4).
///
///     outputs: {dhcpd: {on: [ds1], include: true}}   // dhcpd/dhcpd.conf, and the groups in dhcpd/netplan-swarm.conf
///
/// There is no file where no LAN's server is dhcpd: an authoritative server without a subnet would refuse everybody.
public struct DhcpdEmitter: Emitter {
    public static let name = "dhcpd"
    public static let summary = "dhcpd.conf for the LANs that ISC dhcpd serves"
    public static let reader = "ISC dhcpd"
    public static let judge: String? = "dhcpd -t"

    public static let keys = Placement.keys + ["include"]

    static let groupsFile = "netplan-swarm.conf"

    private let placement: Placement
    /// Whether the groups stand in a file of their own.
    private let includes: Bool

    public init(_ settings: Document, reporting problems: inout Diagnostics) {
        let fields = Fields(settings, of: "the dhcpd emitter", Self.keys, reporting: &problems)
        placement = Placement(fields, reporting: &problems)
        includes = fields["include"]?.flag(reporting: &problems) ?? false
        if includes, let path = fields["path"], installPath == groupsPath {
            problems.report(
                .invalidName, at: path.place,
                "with 'include: true' the groups' own file is called \(Self.groupsFile), and dhcpd.conf can't be",
                help: "write /etc/dhcp/dhcpd.conf")
        }
    }

    private var installPath: String { placement.path ?? "/etc/dhcp/dhcpd.conf" }

    /// Beside dhcpd.conf: Debian's AppArmor lets dhcpd read nothing outside its own folder, and `include` knows no relative path.
    private var groupsPath: String {
        let folder = installPath.lastIndex(of: "/").map { installPath[...$0] } ?? "/"
        return String(folder) + Self.groupsFile
    }

    public func artifacts(for allocation: Allocation, reporting problems: inout Diagnostics) -> [Artifact] {
        let leases = LeasePlan(of: allocation, servedBy: .dhcpd)
        if leases.subnets.isEmpty { return [] }
        ServerNodes(of: "dhcpd", by: Self.name, placement, in: allocation.plan)?
            .check(leases.subnets, hasNames: false, reporting: &problems)
        var main = DhcpdText(site: allocation.plan.site)
        main.reserve(hosts: leases.hosts.count + (includes ? 0 : leases.memberCount))
        main.appendSubnets(of: leases)
        main.appendHosts(of: leases)
        guard includes else {
            main.appendGroups(of: leases)
            return [file("dhcpd.conf", at: installPath, main)]
        }
        main.appendInclude(of: groupsPath)
        var groups = DhcpdText(site: allocation.plan.site)
        groups.reserve(hosts: leases.memberCount)
        groups.appendGroups(of: leases)
        // What is included comes first: dhcpd refuses a file whose include is missing.
        return [file(Self.groupsFile, at: groupsPath, groups), file("dhcpd.conf", at: installPath, main)]
    }

    /// A restart, for dhcpd has no reload: a SIGHUP ends it (measured, 4.4.3-P1).
    private func file(_ name: String, at installPath: String, _ text: DhcpdText) -> Artifact {
        .file(
            FileArtifact(
                path: "dhcpd/\(name)", emitter: Self.name, content: text.buffer.bytes, installPath: installPath, on: placement.on,
                check: .command(["dhcpd", "-t", "-4", "-cf", "{}"]), reload: ["systemctl", "restart", "isc-dhcp-server"],
                service: name == Self.groupsFile ? nil : "isc-dhcp-server"))
    }
}
