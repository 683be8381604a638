extension Allocator {
    /// Everything that was decided, in the order of the plan.
    func allocation() -> Allocation {
        var allocation = Allocation(plan: plan)
        allocation.addresses = addresses()
        allocation.slices = plan.macvlans.references.flatMap { macvlan in
            plan[macvlan].nodes.compactMap { node in
                guard let slice = slices[SliceKey(macvlan: macvlan, node: node.value)], let lan = plan[macvlan].lan else { return nil }
                return Slice(
                    macvlan: macvlan, node: node.value, lan: lan, prefix: slice.prefix,
                    usable: plan.usable(slice.prefix, of: macvlan, in: lan),
                    origin: slice.origin)
            }
        }
        allocation.overlays = plan.overlays.references.compactMap { overlay in
            guard let found = overlays[overlay] else { return nil }
            let mtu = plan[overlay].mtu ?? largestMTU(encrypted: plan[overlay].encrypted)
            return AllocatedOverlay(overlay: overlay, prefix: found.prefix, origin: found.origin, mtu: mtu)
        }
        allocation.leasable = leasable(allocation)
        allocation.lock = newLock()
        return allocation
    }

    private func addresses() -> [AllocatedAddress] {
        var gateways: [IPv4Address: Reference<Device>] = [:]
        let known = Set(plan.lans.compactMap(\.gateway))
        for device in plan.devices.references {
            if let address = plan[device].address?.declared, known.contains(address), gateways[address] == nil {
                gateways[address] = device
            }
        }
        var entries: [AllocatedAddress] = []
        entries.reserveCapacity(plan.nodes.count * 2 + plan.devices.count + 64)
        for lan in plan.lans.references {
            guard let gateway = plan[lan].gateway else { continue }
            let device = gateways[gateway]
            entries.append(
                AllocatedAddress(
                    name: device.map { plan[$0].name.description } ?? "\(plan[lan].name)-gateway", owner: .gateway(device), lan: lan,
                    address: .v4(gateway),
                    mac: device.flatMap { plan[$0].mac }, origin: .declared))
        }
        if plan.devicesComeFirst { addDevices(to: &entries, except: gateways) }
        for node in plan.nodes.references { add(node, to: &entries) }
        if !plan.devicesComeFirst { addDevices(to: &entries, except: gateways) }
        for vip in plan.vips.references {
            guard let address = plan[vip].address, let lan = plan[vip].lan else { continue }
            entries.append(
                AllocatedAddress(
                    name: plan[vip].name.description, owner: .vip(vip), lan: lan, address: .v4(address), mac: nil, origin: .declared))
        }
        for service in plan.services.references { add(service, to: &entries) }
        return entries
    }

    private func add(_ reference: Reference<Node>, to entries: inout [AllocatedAddress]) {
        let node = plan[reference]
        let own = node.address?.declared.map { ($0, Origin.declared) } ?? nodes[reference.index]
        if let lan = node.lan {
            if let (address, origin) = own {
                entries.append(
                    AllocatedAddress(
                        name: node.name.description, owner: .node(reference), lan: lan, address: .v4(address), mac: node.mac, origin: origin
                    ))
            }
            if let address = node.address6 {
                entries.append(
                    AllocatedAddress(
                        name: node.name.description, owner: .node(reference), lan: lan, address: .v6(address), mac: node.mac,
                        origin: .declared))
            }
        }
        for (index, attachment) in node.also.enumerated() {
            guard
                let (address, origin) = attachment.address?.declared.map({ ($0, Origin.declared) })
                    ?? attachments[AttachmentKey(node: reference, index: index)]
            else { continue }
            entries.append(
                AllocatedAddress(
                    name: attachment.name.description, owner: .attachment(reference, index: index), lan: attachment.lan,
                    address: .v4(address),
                    mac: attachment.mac, origin: origin))
        }
    }

    private func addDevices(to entries: inout [AllocatedAddress], except gateways: [IPv4Address: Reference<Device>]) {
        for reference in plan.devices.references {
            let device = plan[reference]
            guard let (address, origin) = device.address?.declared.map({ ($0, Origin.declared) }) ?? devices[reference.index],
                let lan = device.lan
            else { continue }
            if !gateways.isEmpty, gateways[address] == reference { continue }
            entries.append(
                AllocatedAddress(
                    name: device.name.description, owner: .device(reference), lan: lan, address: .v4(address), mac: device.mac,
                    origin: origin))
        }
    }

    private func add(_ service: Reference<Service>, to entries: inout [AllocatedAddress]) {
        guard let macvlan = plan[service].macvlan, let lan = plan[macvlan].lan else { return }
        for entry in plan[service].addresses {
            guard let (address, origin) = services[ServiceKey(service: service, node: entry.node)] else { continue }
            entries.append(
                AllocatedAddress(
                    name: plan[service].name.description, owner: .service(service, on: entry.node), lan: lan, address: .v4(address),
                    mac: nil, origin: origin))
        }
    }

    private func leasable(_ allocation: Allocation) -> [Leasable] {
        // Of all that is taken, nothing is in the way where nobody leases.
        if plan.lans.allSatisfy(\.ranges.isEmpty) { return plan.lans.references.map { Leasable(lan: $0, ranges: []) } }
        var ranges = Taken.known(in: plan)
        ranges += allocation.slices.map(\.prefix.range)
        ranges += allocation.addresses.compactMap { $0.address.v4.map { $0...$0 } }
        for lan in plan.lans {
            ranges += [lan.subnet.network, lan.subnet.broadcast].compactMap { $0.map { $0...$0 } }
        }
        let taken = AddressSet(ranges)
        return plan.lans.references.map { lan in Leasable(lan: lan, ranges: plan[lan].ranges.flatMap { taken.gaps(in: $0.value) }) }
    }

    /// What is to be kept: every open decision, and each block that has lost its owner.
    private func newLock() -> Lock {
        var lock = Lock(site: plan.site)
        for (overlay, found) in overlays where found.origin != .declared {
            lock.blocks[.overlay(plan[overlay].name.description)] = found.prefix
        }
        for (key, found) in slices where found.origin != .declared {
            lock.blocks[.slice(plan[key.macvlan].name.description, node: plan[key.node].name.description)] = found.prefix
        }
        lock.addresses = Decisions(decidedAddresses)
        guard let old = saved?.lock else { return lock }
        let live = Set(overlays.values.map(\.prefix) + slices.values.map(\.prefix))
        let lost = old.blocks.filter { lock.blocks[$0.key] != $0.value }.map { Lock.Freed(prefix: $0.value, owner: $0.key) }
        lock.freed = old.freed.union(lost).filter { freed in
            // In use again, by a block that holds all of it.
            !(0...freed.prefix.length).contains { live.contains(Prefix(around: freed.prefix.first, length: $0)) }
        }
        return lock
    }

    /// Every single address that the plan left open.
    private var decidedAddresses: [Decisions<IPv4Address>.Entry] {
        var entries: [Decisions<IPv4Address>.Entry] = []
        func add(_ subject: Lock.Subject, _ address: IPv4Address) { entries.append(Decisions.Entry(subject: subject, value: address)) }
        for (node, found) in zip(plan.nodes, nodes) { if let found { add(.address(node.name.description), found.address) } }
        for (device, found) in zip(plan.devices, devices) { if let found { add(.address(device.name.description), found.address) } }
        for (key, found) in attachments {
            let lan = plan[plan[key.node].also[key.index].lan].name
            add(.attachment(plan[key.node].name.description, lan: lan.description), found.address)
        }
        for (key, found) in services where found.origin != .declared {
            add(.service(plan[key.service].name.description, node: plan[key.node].name.description), found.address)
        }
        return entries
    }
}
