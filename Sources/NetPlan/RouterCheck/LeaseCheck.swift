/// Holds a router's configuration against what one LAN asks of it.
struct LeaseCheck {
    let duties: RouterDuties
    let configuration: RouterConfiguration
    let format: ExportFormat
    let leased: LeasedRanges
    let index: ReservationIndex
    let allocation: Allocation
    /// A container's, or moving between nodes: a reservation for it is a mistake.
    let unownable: AddressSet<IPv4Address>

    init(
        _ duties: RouterDuties, of configuration: RouterConfiguration, format: ExportFormat, leased: LeasedRanges, index: ReservationIndex,
        in allocation: Allocation
    ) {
        self.duties = duties
        self.configuration = configuration
        self.format = format
        self.leased = leased
        self.index = index
        self.allocation = allocation
        let slices = allocation.slices.lazy.filter { $0.lan == duties.lan }.map(\.prefix.range)
        unownable = AddressSet(Array(slices) + allocation.plan.vips.compactMap(\.address).map { $0...$0 })
    }

    var lan: LAN { allocation.plan[duties.lan] }

    func checked() -> CheckedLAN {
        var checked = CheckedLAN(duties.lan)
        checked.line = lineAboutTheLAN
        checked.isFound = checked.line != nil
        if !isServer {
            checked.items = silence.map { [$0] } ?? []
        } else if checked.isFound {
            checked.items = gateway.map { [$0] } ?? []
            checked.items += duties.exclusions.map(item)
            checked.items += duties.reservations.map(item)
        } else {
            checked.items = absence.map { [$0] } ?? []
        }
        if checked.isFound { addRemarks(to: &checked) }
        return checked
    }

    /// Whether the file is that of the LAN's own server.
    var isServer: Bool { lan.server == .router || lan.server.rawValue == format.rawValue }

    /// Where the file speaks of the LAN: of its network first, else of the first range or reservation in it.
    private var lineAboutTheLAN: Int? {
        if let network = configuration.networks.first(where: { $0.prefix.overlaps(lan.subnet) }) { return network.line }
        let lines =
            configuration.ranges.filter { lan.subnet.range.overlaps($0.range) }.map(\.line)
            + index.inside(lan.subnet.range).map(\.line)
        return lines.min()
    }

    /// Another server leases in this LAN: two would not know of each other's leases.
    private var silence: CheckedItem? {
        var item = CheckedItem(.server, lan.server.rawValue, lan.subnet.range)
        item.note = "\(lan.server.rawValue) leases in this LAN"
        for part in leased.parts(in: lan.subnet.range) {
            item.add(.leased, "the router leases \(part.range.text), too", part.range, line: part.source.line)
        }
        return item
    }

    /// A LAN that the router is to serve, and of which the file says nothing.
    private var absence: CheckedItem? {
        if duties.reservations.isEmpty, lan.ranges.isEmpty { return nil }
        var item = CheckedItem(.lan, lan.name.description, lan.subnet.range)
        let count = duties.reservations.count
        item.add(
            .missing,
            "this file does not speak of it"
                + (count == 0 ? "" : ", and the plan asks for \(Spelling.count(count, "reservation"))"))
        return item
    }

    /// What the router is itself: nil where the file says nothing of it.
    private var gateway: CheckedItem? {
        guard let address = lan.gateway else { return nil }
        var item = CheckedItem(.gateway, lan.name.description, address...address)
        let told = configuration.gateways.filter { lan.subnet.contains($0.address) }
        item.line = told.first { $0.address == address }?.line
        for other in told where item.line == nil {
            item.add(.different, "clients are told \(other.address)", other.address...other.address, line: other.line)
        }
        addLeased(in: address...address, to: &item)
        return item.line == nil && item.isDone ? nil : item
    }

    /// Says what of a range is leased to anybody.
    func addLeased(in range: AddressRange<IPv4Address>, to item: inout CheckedItem) {
        for part in leased.parts(in: range) {
            let what = part.range == range ? "it" : part.range.text
            item.add(.leased, "the range \(part.source.range.text) holds \(what)", part.range, line: part.source.line)
            if item.faults.count == CheckedItem.faultLimit { return }
        }
    }
}
