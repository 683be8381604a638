@testable import NetPlan

extension Allocation {
    static func byHand(_ plan: Plan) -> Allocation {
        var a = Allocation(plan: plan)
        var taken = AddressSet<IPv4Address>()
        var next: [Int: IPv4Address] = [:]
        func auto(_ lan: Reference<LAN>) -> IPv4Address {
            var c = next[lan.index] ?? IPv4Address(bits: plan[lan].subnet.first.bits + 3)
            while taken.contains(c) { c = c.next! }
            next[lan.index] = c.next
            return c
        }
        for n in plan.nodes { if let d = n.address?.declared { taken.insert(d...d) } }
        for n in plan.devices { if let d = n.address?.declared { taken.insert(d...d) } }
        for (r, lan) in zip(plan.lans.references, plan.lans) {
            guard let g = lan.gateway else { continue }
            taken.insert(g...g)
            let dev = zip(plan.devices.references, plan.devices).first { $0.1.address?.declared == g }
            a.addresses.append(AllocatedAddress(name: dev?.1.name.description ?? "\(lan.name)-gateway", owner: .gateway(dev?.0), lan: r, address: .v4(g), mac: dev?.1.mac, origin: .declared))
        }
        for (r, n) in zip(plan.nodes.references, plan.nodes) {
            guard let lan = n.lan, let d = n.address else { continue }
            a.addresses.append(AllocatedAddress(name: n.name.description, owner: .node(r), lan: lan, address: .v4(d.declared ?? auto(lan)), mac: n.mac, origin: .declared))
            if let six = n.address6 { a.addresses.append(AllocatedAddress(name: n.name.description, owner: .node(r), lan: lan, address: .v6(six), mac: n.mac, origin: .declared)) }
            for (i, at) in n.also.enumerated() {
                a.addresses.append(AllocatedAddress(name: at.name.description, owner: .attachment(r, index: i), lan: at.lan, address: .v4(at.address?.declared ?? auto(at.lan)), mac: at.mac, origin: .declared))
            }
        }
        for (r, n) in zip(plan.devices.references, plan.devices) {
            guard let lan = n.lan, let d = n.address else { continue }
            if let g = plan[lan].gateway, d.declared == g { continue }
            a.addresses.append(AllocatedAddress(name: n.name.description, owner: .device(r), lan: lan, address: .v4(d.declared ?? auto(lan)), mac: n.mac, origin: .declared))
        }
        for (r, v) in zip(plan.vips.references, plan.vips) {
            guard let lan = v.lan, let d = v.address else { continue }
            a.addresses.append(AllocatedAddress(name: v.name.description, owner: .vip(r), lan: lan, address: .v4(d), mac: nil, origin: .declared))
        }
        for (r, m) in zip(plan.macvlans.references, plan.macvlans) {
            guard let lan = m.lan else { continue }
            var top = plan[lan].subnet.last
            for n in m.nodes {
                let p = Prefix(around: top, length: 30)
                a.slices.append(Slice(macvlan: r, node: n.value, lan: lan, prefix: p, usable: [p.range], origin: .allocated))
                top = p.first.previous!
            }
        }
        for (r, s) in zip(plan.services.references, plan.services) {
            for x in s.addresses {
                guard let m = s.macvlan, let sl = a.slice(of: m, on: x.node) else { continue }
                a.addresses.append(AllocatedAddress(name: s.name.description, owner: .service(r, on: x.node), lan: sl.lan, address: .v4(x.address.declared ?? sl.prefix.first), mac: nil, origin: .allocated))
            }
        }
        let all = AddressSet(a.addresses.compactMap(\.address.v4).map { $0...$0 } + a.slices.map(\.prefix.range) + plan.classes.compactMap(\.range))
        for (r, lan) in zip(plan.lans.references, plan.lans) { a.leasable.append(Leasable(lan: r, ranges: lan.ranges.flatMap { all.gaps(in: $0.value) })) }
        return a
    }
}
