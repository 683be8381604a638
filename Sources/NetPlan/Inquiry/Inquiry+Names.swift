extension Inquiry {
    // MARK: MACs

    func answers(to mac: MACAddress) -> [Answer] {
        let owners = allocation.addresses.filter { $0.mac == mac }
        if !owners.isEmpty { return owners.map(answer) }
        return plan.classes.filter { $0.macPrefix?.contains(mac) ?? false }.map { found in
            var answer = self.answer(found)
            answer.mac = mac
            return answer
        }
    }

    private func answer(_ found: DHCPClass) -> Answer {
        var answer = Answer(
            .dhcpClass, "class \(found.name), for MACs that start with \(found.macPrefix.map { "\($0)" } ?? "…")",
            name: found.name.description)
        answer.lan = found.lan
        answer.range = found.range
        answer.declared = .key(found.path)
        return answer
    }

    // MARK: Names

    func answers(toName text: String) -> [Answer] {
        var answers = networks(named: text)
        let addresses = Set(allocation.namedAddresses().lazy.filter { $0.names.contains(text) }.map(\.address))
        let short = text.hasSuffix(".\(plan.domain)") ? String(text.dropLast(plan.domain.description.count + 1)) : text
        answers += plan.services.references.filter { isService($0, named: text) && !hasAddress($0) }.map(answer)
        answers += allocation.addresses.filter { entry in
            addresses.contains(entry.address) || entry.name == short || owner(entry, isCalled: text)
        }.map(answer)
        answers += records(named: text)
        answers += plan.groups.filter { $0.name.description == text }.map { group in
            var answer = Answer(.group, "group \(group.name)", name: group.name.description)
            answer.lan = group.lan
            answer.declared = .key(group.path)
            return answer
        }
        return answers + plan.classes.filter { $0.name.description == text }.map(answer)
    }

    private func networks(named text: String) -> [Answer] {
        var answers = plan.lans.references.filter { plan[$0].name.description == text }.map(answer)
        for macvlan in plan.macvlans where [macvlan.name.description, macvlan.configName].contains(text) {
            var answer = Answer(.macvlan, "macvlan \(macvlan.name)", name: macvlan.name.description)
            answer.lan = macvlan.lan
            answer.declared = .key(macvlan.path)
            answers.append(answer)
        }
        answers += allocation.slices.filter { slice in
            let name = plan[slice.macvlan].name.description
            return [name, plan[slice.macvlan].configName, "\(name)/\(plan[slice.node].name)"].contains(text)
        }.map(answer)
        answers += allocation.overlays.filter { plan[$0.overlay].name.description == text }.map(answer)
        return answers + plan.external.filter { $0.name.description == text }.map(answer)
    }

    private func hasAddress(_ service: Reference<Service>) -> Bool {
        allocation.addresses.contains { if case .service(service, _) = $0.owner { true } else { false } }
    }

    private func isService(_ service: Reference<Service>, named text: String) -> Bool {
        plan[service].name.description == text
            || plan[service].names.contains { name in
                name.isWildcard ? text.hasSuffix(".\(name.base)") || text == name.description : name.description == text
            }
    }

    private func owner(_ entry: AllocatedAddress, isCalled text: String) -> Bool {
        switch entry.owner {
        case .node(let node), .attachment(let node, _):
            let name = plan[node].name
            return plan[node].hostname.lowercased() == text || name.description == text || name.short == text
        case .service(let service, let node):
            return isService(service, named: text) || "\(plan[service].name)/\(plan[node].name)" == text
        case .gateway, .device, .vip: return false
        }
    }

    /// A service without an address of its own: what it is reached by is what covers it.
    private func answer(_ reference: Reference<Service>) -> Answer {
        let service = plan[reference]
        var answer = Answer(.service, "service \(service.name)", name: service.name.description)
        answer.names = service.names.map(\.description)
        answer.declared = .key(service.path)
        if let overlay = allocation.overlays.first(where: { $0.overlay == service.overlay }) {
            answer.covers.append(
                Cover(
                    kind: .overlay, phrase: "overlay \(plan[overlay.overlay].name) (\(overlay.prefix)), by which it is reached",
                    range: overlay.prefix.range, place: .value(service.path["network"])))
        }
        for slice in allocation.slices where slice.macvlan == service.macvlan && service.nodes.contains(where: { $0.value == slice.node }) {
            answer.covers.append(Cover(kind: .slice, phrase: phrase(for: slice), range: slice.prefix.range, place: place(of: slice)))
        }
        return answer
    }

    private func records(named text: String) -> [Answer] {
        plan.records.filter { $0.name.description == text }.map { record in
            let values = record.values.map { value in
                switch value.value {
                case .address(let address): address.description
                case .name(let name): name.description
                case .text(let text): "\"\(text)\""
                }
            }
            var answer = Answer(
                .record, "the record \(record.name) (\(record.kind.rawValue)): \(values.joined(separator: ", "))",
                name: record.name.description)
            answer.declared = .value(PlanPath("dns", "records")[record.index])
            return answer
        }
    }

    /// Every name that can be asked for, for a guess at what was meant.
    public var knownNames: [String] {
        var names = allocation.addresses.map(\.name) + plan.lans.map(\.name.description)
        names += plan.nodes.flatMap { $0.aliases.map(\.description) + [$0.hostname] }
        names += plan.devices.flatMap { $0.aliases.map(\.description) }
        names += plan.macvlans.map(\.name.description) + plan.overlays.map(\.name.description) + plan.external.map(\.name.description)
        names += plan.services.flatMap { [$0.name.description] + $0.names.map(\.description) } + plan.records.map(\.name.description)
        names += plan.groups.map(\.name.description) + plan.classes.map(\.name.description)
        return names
    }
}
