extension LeaseCheck {
    /// Whether nothing of an exclusion is leased, and nothing of a slice or a virtual address is anybody's.
    func item(_ exclusion: RouterDuties.Exclusion) -> CheckedItem {
        var item = CheckedItem(.exclusion, exclusion.name, exclusion.range)
        item.note = exclusion.note
        addLeased(in: exclusion.range, to: &item)
        for reservation in index.inside(exclusion.range) where unownable.contains(reservation.address) {
            item.add(
                .different, "\(reservation.address) is reserved for \(reservation.client)", reservation.address...reservation.address,
                mac: reservation.macs.first, line: reservation.line)
            if item.faults.count == CheckedItem.faultLimit { break }
        }
        return item
    }

    /// Whether the address goes to the MAC, always and alone.
    func item(_ duty: RouterDuties.Reservation) -> CheckedItem {
        var item = CheckedItem(.reservation, duty.name, duty.address...duty.address)
        item.mac = duty.mac
        let (holders, own) = (index.at(duty.address), index.of(duty.mac).filter { $0.address != duty.address })
        item.line = holders.first { $0.macs.contains(duty.mac) }?.line
        for holder in holders where !holder.macs.contains(duty.mac) {
            item.add(
                .different, "\(duty.address) is reserved for \(holder.client)", duty.address...duty.address, mac: holder.macs.first,
                line: holder.line)
        }
        // A machine may have an address in each LAN.
        for other in own where item.line == nil || lan.subnet.contains(other.address) {
            item.add(.different, "\(duty.mac) is given \(other.address)", other.address...other.address, mac: duty.mac, line: other.line)
        }
        if item.line == nil, item.isDone { item.add(.missing, "no reservation has this MAC, or this address") }
        addLeased(in: duty.address...duty.address, to: &item)
        return item
    }

    /// What differs and harms nobody, and what the plan does not know.
    func addRemarks(to checked: inout CheckedLAN) {
        var remarks: [RouterExport.Remark] = []
        if let network = configuration.networks.first(where: { $0.prefix.overlaps(lan.subnet) }), network.prefix != lan.subnet,
            !configuration.networks.contains(where: { $0.prefix == lan.subnet })
        {
            remarks.append(.init("the file's network is \(network.prefix)", line: network.line))
        }
        if isServer { addRanges(to: &remarks) }
        addStrangers(to: &remarks)
        checked.remarks = remarks
        checked.shortenRemarks()
    }

    /// Ranges that are larger or smaller than the plan's.
    private func addRanges(to remarks: inout [RouterExport.Remark]) {
        let plan = allocation.plan
        let classes = plan.classes.compactMap(\.range)
        // What an item speaks of is said there.
        let spoken =
            duties.exclusions.map(\.range) + duties.reservations.map { $0.address...$0.address } + (lan.gateway.map { [$0...$0] } ?? [])
        let known = AddressSet(lan.ranges.map(\.value) + classes + spoken)
        for part in leased.parts(in: lan.subnet.range) {
            for range in known.gaps(in: part.range) {
                remarks.append(
                    .init(
                        "\(range.text) is leased, and not in the plan's dhcp.ranges", line: part.source.line))
            }
        }
        let leasable = AddressSet(allocation.leasable[duties.lan.index].ranges)
        let unused = leasable.subtracting(leased.set).subtracting(
            AddressSet(index.inside(lan.subnet.range).map { $0.address...$0.address }))
        for range in unused.ranges { remarks.append(.init("\(range.text) is not leased, and could be", line: nil)) }
    }

    /// Reservations that the plan does not ask for.
    private func addStrangers(to remarks: inout [RouterExport.Remark]) {
        let asked = Set(duties.reservations.map(\.address))
        let macs = Set(duties.reservations.map(\.mac))
        let owners = Dictionary(
            allocation.addresses.compactMap { entry in entry.address.v4.map { ($0, entry) } }, uniquingKeysWith: { first, _ in first })
        let taken = AddressSet(duties.exclusions.map(\.range))
        for reservation in index.inside(lan.subnet.range) where !asked.contains(reservation.address) {
            // A machine at a wrong address is told where it is asked for.
            if reservation.macs.contains(where: macs.contains) { continue }
            let what = "\(reservation.address) is reserved for \(reservation.client)"
            if let owner = owners[reservation.address] {
                if owner.mac != nil || unownable.contains(reservation.address) { continue }
                remarks.append(
                    .init(
                        "\(what): where that is \(allocation.phrase(for: owner)), write it as its mac in the plan", line: reservation.line))
            } else if !taken.contains(reservation.address) {
                remarks.append(.init("\(what), and the plan does not know it", line: reservation.line))
            }
        }
    }
}

extension RouterConfiguration.Reservation {
    /// For whom it is: "66:77:88:99:aa:bb (printer)".
    var client: String {
        let macs = macs.isEmpty ? "a client that has no MAC here" : macs.map(\.description).joined(separator: ", ")
        return macs + (name.map { " (\($0))" } ?? "")
    }
}
