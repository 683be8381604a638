extension Allocation {
    /// All that a DNS server should answer for the site: of each address in the order of `addresses`, the owner's name, its aliases,
    /// and the names of services that point there; then the plan's own records. None twice.
    public func resourceRecords() -> [ResourceRecord] {
        let ingressNames = namesAtIngress()
        var records: [ResourceRecord] = []
        var known: Set<ResourceRecord.Content> = []
        records.reserveCapacity(addresses.count)
        known.reserveCapacity(addresses.count)
        func add(_ record: ResourceRecord) {
            if known.insert(ResourceRecord.Content(name: record.name, value: record.value)).inserted { records.append(record) }
        }
        for entry in addresses {
            let value = Record.Value.address(entry.address)
            for name in hostNames(of: entry) {
                add(ResourceRecord(DomainName(name.qualified(by: plan.domain)), shortName: name.short, value))
            }
            if case .service(let service, _) = entry.owner { for name in plan[service].names { add(ResourceRecord(name, value)) } }
            if isIngress(entry) { for name in ingressNames { add(ResourceRecord(name, value)) } }
        }
        for record in plan.records {
            for value in record.values { add(ResourceRecord(record.name, value.value, ttl: record.ttl, index: record.index)) }
        }
        return records
    }

    private func hostNames(of entry: AllocatedAddress) -> [HostName] {
        switch entry.owner {
        case .gateway(nil), .service: []
        case .gateway(let device?), .device(let device): [plan[device].name] + plan[device].aliases
        case .node(let node): [plan[node].name] + plan[node].aliases
        case .attachment(let node, let index): [plan[node].also[index].name]
        case .vip(let vip): [plan[vip].name]
        }
    }

    /// Whether names of services without an address of their own point here.
    func isIngress(_ entry: AllocatedAddress) -> Bool {
        switch entry.owner {
        case .vip(let vip): plan.ingress.contains(.vip(vip))
        case .node(let node): entry.address.v4 != nil && plan.ingress.contains(.node(node))
        default: false
        }
    }

    /// The names of services without an address of their own. On a macvlan such a service can't be known by any.
    func namesAtIngress() -> [DomainName] {
        plan.services.lazy.filter { $0.addresses.isEmpty && $0.macvlan == nil }.flatMap(\.names)
    }
}

extension ResourceRecord {
    /// What makes two records one.
    fileprivate struct Content: Hashable {
        let name: DomainName
        let value: Record.Value
    }
}

extension Sequence<ResourceRecord> {
    /// The name that an address in one of the LANs is known by: the first that is no wildcard, which is its owner's.
    public func pointers(in plan: Plan) -> [(address: IPAddress, name: HostName)] {
        var known: Set<IPAddress> = []
        var pointers: [(address: IPAddress, name: HostName)] = []
        for record in self where !record.name.isWildcard {
            guard let address = record.address, plan.lans.contains(where: { $0.holds(address) }), known.insert(address).inserted else {
                continue
            }
            pointers.append((address, record.name.base))
        }
        return pointers
    }
}

extension LAN {
    fileprivate func holds(_ address: IPAddress) -> Bool {
        switch address {
        case .v4(let address): subnet.contains(address)
        case .v6(let address): subnet6?.contains(address) ?? false
        }
    }
}
