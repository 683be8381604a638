extension Inquiry {
    func answers(to address: IPAddress) -> [Answer] {
        let owners = allocation.addresses.filter { $0.address == address }
        if !owners.isEmpty { return owners.map(answer) }
        let covers = covers(of: address)
        if covers.isEmpty { return [] }
        var answer = unowned(address, covers)
        answer.address = address
        answer.covers = covers
        return [answer]
    }

    /// What an address is that nobody has.
    private func unowned(_ address: IPAddress, _ covers: [Cover]) -> Answer {
        // A default of Docker's is the last word: any LAN of 192.168 lies in one.
        let telling: [Cover.Kind] = [
            .server, .router, .bootServer, .record, .backend, .slice, .reserved, .dhcpClass, .range, .lan, .overlay, .external, .ingress,
            .docker0, .gwbridge, .overlayPool, .dockerPool, .swarmPool,
        ]
        let lan = plan.lans.references.first { lan in address.v4.map(plan[lan].subnet.contains) ?? false }
        var answer: Answer
        if let lan, let v4 = address.v4, let edge = edge(v4, of: plan[lan].subnet) {
            answer = Answer(.unusable, "the \(edge) address of LAN \(plan[lan].name)")
            answer.lan = lan
            return answer
        }
        let cover = telling.lazy.compactMap { kind in covers.first { $0.kind == kind } }.first
        answer = cover.map { self.answer(address, in: $0, lan) } ?? Answer(.free, "free")
        answer.lan = lan
        return answer
    }

    private func edge(_ address: IPv4Address, of subnet: Prefix<IPv4Address>) -> String? {
        address == subnet.network ? "network" : address == subnet.broadcast ? "broadcast" : nil
    }

    private func answer(_ address: IPAddress, in cover: Cover, _ lan: Reference<LAN>?) -> Answer {
        var answer: Answer
        switch cover.kind {
        case .server, .router, .bootServer: answer = Answer(.server, cover.phrase)
        case .record: answer = Answer(.record, cover.phrase)
        case .backend: answer = Answer(.server, cover.phrase)
        case .slice: answer = Answer(.container, slicePhrase(address) ?? "an address of \(cover.phrase)")
        case .reserved: answer = Answer(.reserved, "kept by hand, in \(cover.phrase)")
        case .dhcpClass: answer = Answer(.leased, "lent to strangers, in \(cover.phrase)")
        case .range: answer = Answer(.leased, "in \(cover.phrase)")
        case .overlay: answer = Answer(.container, overlayPhrase(address) ?? "an address of \(cover.phrase)")
        case .external: answer = Answer(.external, "an address of \(cover.phrase)")
        case .ingress, .docker0, .gwbridge: answer = Answer(.docker, "an address of \(cover.phrase)")
        case .dockerPool, .swarmPool: answer = Answer(.docker, "nobody's in the plan, and in \(cover.phrase)")
        case .overlayPool: answer = Answer(.free, "free for overlays, in \(cover.phrase)")
        case .lan: answer = Answer(.free, address.v4 == nil ? "free in \(cover.phrase)" : "free")
        }
        if cover.kind == .lan, let v4 = address.v4, let lan {
            let run = Occupancy(of: lan, in: allocation).runs.first { $0.range.contains(v4) }
            answer.range = run?.range
        }
        return answer
    }

    /// Whether a container may get an address of a slice.
    private func slicePhrase(_ address: IPAddress) -> String? {
        guard let v4 = address.v4, let slice = allocation.slices.first(where: { $0.prefix.contains(v4) }) else { return nil }
        let gets = slice.usable.contains { $0.contains(v4) }
        return gets ? "for a container, in \(phrase(for: slice))" : "an address that no container gets, in \(phrase(for: slice))"
    }

    private func overlayPhrase(_ address: IPAddress) -> String? {
        guard let v4 = address.v4, let overlay = allocation.overlays.first(where: { $0.prefix.contains(v4) }) else { return nil }
        let name = "overlay \(plan[overlay.overlay].name) (\(overlay.prefix))"
        if v4 == overlay.gateway { return "the gateway of \(name)" }
        return edge(v4, of: overlay.prefix).map { "the \($0) address of \(name)" } ?? "for a container, in \(name)"
    }

    // MARK: Networks

    func answers(to network: Prefix<IPv4Address>) -> [Answer] {
        var answers = plan.lans.references.filter { plan[$0].subnet == network }.map(answer)
        answers += allocation.slices.filter { $0.prefix == network }.map(answer)
        answers += allocation.overlays.filter { $0.prefix == network }.map(answer)
        answers += plan.external.filter { $0.subnet == network }.map(answer)
        if !answers.isEmpty { return answers }
        let covers = covers(of: network.range)
        if covers.isEmpty { return [] }
        let lan = plan.lans.references.first { plan[$0].subnet.contains(network) }
        let isFree =
            lan.map { lan in
                Occupancy(of: lan, in: allocation).runs.contains { $0.use == .free && $0.range.contains(network.range) }
            } ?? !covers.contains { ![.overlayPool, .swarmPool].contains($0.kind) }
        var answer = isFree ? Answer(.free, "free") : Answer(.taken, "nobody's own, and not free")
        answer.lan = lan
        answer.network = network
        answer.covers = covers
        return [answer]
    }

    func answer(_ lan: Reference<LAN>) -> Answer {
        var answer = Answer(.lan, "LAN \(plan[lan].name)", name: plan[lan].name.description)
        answer.lan = lan
        answer.network = plan[lan].subnet
        answer.origin = .declared
        answer.declared = .value(plan[lan].path["subnet"])
        return withCovers(answer, but: .lan)
    }

    func answer(_ slice: Slice) -> Answer {
        let (macvlan, node) = (plan[slice.macvlan].name, plan[slice.node].name)
        var answer = Answer(.slice, "the slice of macvlan \(macvlan) on \(node)", name: macvlan.description)
        answer.node = node
        answer.lan = slice.lan
        answer.network = slice.prefix
        answer.origin = slice.origin
        answer.declared = place(of: slice)
        if slice.origin == .locked { answer.locked = saved?.place(of: .slice(macvlan.description, node: node.description)) }
        return withCovers(answer, but: .slice)
    }

    func answer(_ overlay: AllocatedOverlay) -> Answer {
        let name = plan[overlay.overlay].name.description
        var answer = Answer(.overlay, "overlay \(name)", name: name)
        answer.network = overlay.prefix
        answer.origin = overlay.origin
        answer.declared = place(of: overlay)
        if overlay.origin == .locked { answer.locked = saved?.place(of: .overlay(name)) }
        return withCovers(answer, but: .overlay)
    }

    func answer(_ network: ExternalNetwork) -> Answer {
        var answer = Answer(.external, "external network \(network.name)", name: network.name.description)
        answer.network = network.subnet
        answer.origin = .declared
        answer.declared = .value(network.path["subnet"])
        return withCovers(answer, but: .external)
    }

    private func withCovers(_ answer: Answer, but own: Cover.Kind) -> Answer {
        var answer = answer
        // What lies in a network is told of that thing: here, what it lies in itself.
        answer.covers =
            answer.network.map { network in
                covers(of: network.range).filter { cover in
                    (cover.kind != own || cover.range != network.range)
                        && cover.range.map { $0.contains(network.range) || own != .lan } ?? true
                }
            } ?? []
        return answer
    }
}
