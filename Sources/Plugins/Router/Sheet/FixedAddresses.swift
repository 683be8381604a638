internal import NetPlan

/// The single addresses of one LAN that are not to be leased, lowest first, by what the sheet says of them.
struct FixedAddresses {
    /// Nodes and devices with a MAC.
    private(set) var reservations: [ReservationSheet.Reservation] = []
    private(set) var vips: [ReservationSheet.Exclusion] = []
    /// DNS servers and group routers that nobody in the plan owns.
    private(set) var strangers: [ReservationSheet.Exclusion] = []
    /// Everybody else.
    private(set) var others: [ReservationSheet.Exclusion] = []

    init(in lan: Reference<LAN>, of allocation: Allocation, _ order: AddressOrder) {
        let (subnet, gateway) = (allocation.plan[lan].subnet, allocation.plan[lan].gateway)
        reservations.reserveCapacity(order.count(of: lan))
        var unowned = order.servers.filter { subnet.contains($0.range.lowerBound) }
        for (address, entry) in order[lan, of: allocation] {
            if !unowned.isEmpty { unowned.removeAll { $0.range.contains(address) } }
            // The router knows its own address, and nobody could take it from it.
            if address == gateway { continue }
            add(entry, address)
        }
        strangers = unowned.filter { $0.range.lowerBound != gateway }
    }

    private mutating func add(_ entry: AllocatedAddress, _ address: IPv4Address) {
        switch entry.owner {
        case .gateway: break
        case .vip: vips.append(Self.exclusion(entry.name, address, "virtual address"))
        case .node, .attachment, .device, .service:
            if let mac = entry.mac {
                reservations.append(ReservationSheet.Reservation(name: entry.name, mac: mac, address: address))
            } else {
                others.append(Self.exclusion(entry.name, address, "fixed address"))
            }
        }
    }

    private static func exclusion(_ name: String, _ address: IPv4Address, _ note: String) -> ReservationSheet.Exclusion {
        ReservationSheet.Exclusion(name: name, range: address...address, note: note)
    }
}
