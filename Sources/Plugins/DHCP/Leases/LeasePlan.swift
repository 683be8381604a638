internal import NetPlan

/// What one DHCP server has to know, in whatever file it is told: its subnets, its groups of hosts, and all other hosts.
///
/// Every host of the plan with a MAC in a served LAN is here once. A gateway never is: it doesn't ask, it answers.
struct LeasePlan {
    /// A machine that always gets the same address.
    struct Host {
        let name: HostName
        let lan: Reference<LAN>
        /// What it is told to call itself: a node has one name, in however many LANs it is.
        let hostname: HostName
        let mac: MACAddress
        let address: IPv4Address
    }

    /// What every host is told, unless its group says otherwise.
    struct Options {
        var lease = Lease()
        var routers: [IPv4Address] = []
        var mask: IPv4Address
        var dns: [IPv4Address] = []
        let domain: HostName
    }

    struct Subnet {
        let lan: Reference<LAN>
        let name: HostName
        let prefix: Prefix<IPv4Address>
        let mtu: Int
        let options: Options
        /// What strangers may get.
        let ranges: [AddressRange<IPv4Address>]
        let classes: [Class]
    }

    /// Strangers that are known by the start of their MAC.
    struct Class {
        let name: Identifier
        let macPrefix: MACPrefix
        /// What of the class's range is free.
        let ranges: [AddressRange<IPv4Address>]
    }

    struct Group {
        let name: Identifier
        let lan: Reference<LAN>
        let options: Options
        let filename: String?
        let nextServer: IPv4Address?
        let hosts: [Host]
    }

    /// What short names end in.
    let domain: HostName
    /// In the order of the plan.
    let subnets: [Subnet]
    /// In the order of the plan.
    let groups: [Group]
    /// Those of no group, in the order of the allocation's addresses.
    let hosts: [Host]

    /// How many hosts the groups have.
    var memberCount: Int { groups.reduce(0) { $0 + $1.hosts.count } }

    /// The subnet of a group's LAN.
    func subnet(of group: Group) -> Subnet? { subnets.first { $0.lan == group.lan } }

    init(of allocation: Allocation, servedBy server: LAN.Server) {
        let plan = allocation.plan
        domain = plan.domain
        var names = ServerAddresses(allocation)
        var taken = TakenAddresses(allocation)
        subnets = zip(plan.lans.references, plan.lans).filter { $0.1.server == server }.map { reference, lan in
            Subnet(
                lan: reference, name: lan.name, prefix: lan.subnet, mtu: lan.mtu, options: Options(of: lan, domain: plan.domain, &names),
                ranges: allocation.leasable.first { $0.lan == reference }?.ranges ?? [],
                classes: plan.classes.compactMap { $0.lan == reference ? Class($0, in: lan, &taken) : nil })
        }
        var known = KnownHosts(allocation, servedBy: server)
        groups = plan.groups.compactMap { group in
            guard let lan = group.lan, plan[lan].server == server else { return nil }
            return Group(group, in: lan, of: plan, hosts: known.take(group.members.map(\.value), in: lan), &names)
        }
        hosts = known.rest()
    }
}

extension LeasePlan.Options {
    fileprivate init(of lan: LAN, domain: HostName, _ names: inout ServerAddresses) {
        lease = lan.lease
        routers = lan.gateway.map { [$0] } ?? []
        mask = lan.subnet.mask
        dns = names[lan.dns]
        self.domain = domain
    }
}

extension LeasePlan.Class {
    /// Nil where a part of it could not be read.
    fileprivate init?(_ declared: DHCPClass, in lan: LAN, _ taken: inout TakenAddresses) {
        guard let macPrefix = declared.macPrefix, let range = declared.range else { return nil }
        name = declared.name
        self.macPrefix = macPrefix
        ranges = taken.free(of: range, in: lan)
    }
}

extension LeasePlan.Group {
    fileprivate init(
        _ group: DHCPGroup, in reference: Reference<LAN>, of plan: Plan, hosts: [LeasePlan.Host], _ names: inout ServerAddresses
    ) {
        let lan = plan[reference]
        var options = LeasePlan.Options(of: lan, domain: group.domain ?? plan.domain, &names)
        options.lease = group.lease.over(lan.lease)
        if let routers = group.routers { options.routers = routers.map(\.value) }
        if let length = group.maskLength { options.mask = Prefix(around: lan.subnet.first, length: length).mask }
        if let dns = group.dns { options.dns = names[dns] }
        name = group.name
        self.lan = reference
        self.options = options
        filename = group.filename
        nextServer = group.nextServer
        self.hosts = hosts
    }
}
