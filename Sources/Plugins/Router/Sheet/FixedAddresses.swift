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
        let plan = allocation.plan
        reservations.reserveCapacity(order.count(of: lan))
        var unowned = Self.servers(of: plan, in: plan[lan].subnet)
        let gateway = plan[lan].gateway
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

    /// The DNS servers and group routers that any LAN or group names by an address of this subnet, each once.
    private static func servers(of plan: Plan, in subnet: Prefix<IPv4Address>) -> [ReservationSheet.Exclusion] {
        let servers = (plan.lans.flatMap(\.dns) + plan.groups.flatMap { $0.dns ?? [] }).compactMap { server -> IPv4Address? in
            if case .address(let address) = server.value { address.v4 } else { nil }
        }
        let routers = plan.groups.flatMap { $0.routers ?? [] }.map(\.value)
        var seen: Set<IPv4Address> = []
        func unseen(_ addresses: [IPv4Address]) -> [IPv4Address] { addresses.filter { subnet.contains($0) && seen.insert($0).inserted } }
        return unseen(servers).map { exclusion("dns", $0, "DNS server") } + unseen(routers).map { exclusion("router", $0, "group router") }
    }
}
