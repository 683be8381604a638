extension Allocation {
    /// Each address that has a name, in the order of `addresses`, and the plan's own A and AAAA records last.
    ///
    /// Wildcards are left out: no hosts file has them.
    public func namedAddresses() -> [NamedAddress] {
        var named: [NamedAddress] = []
        named.reserveCapacity(addresses.count)
        forEachNamedAddress { named.append($0) }
        return named
    }

    /// The same, one after another: none of them has to be kept.
    public func forEachNamedAddress(_ body: (NamedAddress) -> Void) {
        let ingressNames = namesAtIngress().filter { !$0.isWildcard }.map(\.base.description)
        for entry in addresses {
            var line = NamedAddress(entry.address, in: plan.domain)
            switch entry.owner {
            case .gateway(nil): continue
            case .gateway(let device?), .device(let device): add(plan[device].name, plan[device].aliases, to: &line)
            case .node(let node): add(plan[node].name, plan[node].aliases, to: &line)
            case .attachment(let node, let index): line.add(plan[node].also[index].name)
            case .vip(let vip): line.add(plan[vip].name)
            case .service(let service, _):
                for name in plan[service].names where !name.isWildcard { line.add(name.base.description) }
            }
            if isIngress(entry) { for name in ingressNames { line.add(name) } }
            if !line.isEmpty { body(line) }
        }
        recordedAddresses().forEach(body)
    }

    private func add(_ name: HostName, _ aliases: [HostName], to line: inout NamedAddress) {
        line.add(name)
        for alias in aliases { line.add(alias) }
    }

    private func recordedAddresses() -> [NamedAddress] {
        plan.records.filter { !$0.name.isWildcard }.flatMap { record in
            record.values.compactMap { value -> NamedAddress? in
                guard case .address(let address) = value.value else { return nil }
                var line = NamedAddress(address, in: plan.domain)
                line.add(record.name.base.description)
                return line
            }
        }
    }
}
