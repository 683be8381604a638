internal import NetPlan

/// The IPv4 addresses of each LAN, lowest first, and the servers of the plan: looked for once, for all sheets of a site.
///
///     let order = AddressOrder(allocation)
///     for (address, entry) in order[lan, of: allocation] { … }
struct AddressOrder: Sendable {
    /// For each LAN in the order of the plan, places in the allocation's list.
    private var places: [[Int]]
    /// The DNS servers and group routers that any LAN or group names by an address, each once.
    let servers: [ReservationSheet.Exclusion]

    init(_ allocation: Allocation) {
        places = Array(repeating: [], count: allocation.plan.lans.count)
        var numbers: [(address: UInt32, place: Int)] = []
        numbers.reserveCapacity(allocation.addresses.count)
        for (place, entry) in allocation.addresses.enumerated() {
            if let address = entry.address.v4 { numbers.append((address.bits, place)) }
        }
        for (_, place) in numbers.radixSorted({ UInt64($0.address) }) {
            places[allocation.addresses[place].lan.index].append(place)
        }
        servers = Self.servers(of: allocation.plan)
    }

    private static func servers(of plan: Plan) -> [ReservationSheet.Exclusion] {
        let servers = (plan.lans.flatMap(\.dns) + plan.groups.flatMap { $0.dns ?? [] }).compactMap { server -> IPv4Address? in
            if case .address(let address) = server.value { address.v4 } else { nil }
        }
        let routers = plan.groups.flatMap { $0.routers ?? [] }.map(\.value)
        var seen: Set<IPv4Address> = []
        func exclusions(_ name: String, _ addresses: [IPv4Address], _ note: String) -> [ReservationSheet.Exclusion] {
            addresses.filter { seen.insert($0).inserted }.map { ReservationSheet.Exclusion(name: name, range: $0...$0, note: note) }
        }
        return exclusions("dns", servers, "DNS server") + exclusions("router", routers, "group router")
    }

    /// A LAN's addresses with their owners.
    subscript(_ lan: Reference<LAN>, of allocation: Allocation) -> some Sequence<(address: IPv4Address, entry: AllocatedAddress)> {
        places[lan.index].lazy.compactMap { place in
            let entry = allocation.addresses[place]
            return entry.address.v4.map { ($0, entry) }
        }
    }

    /// How many addresses a LAN has.
    func count(of lan: Reference<LAN>) -> Int { places[lan.index].count }
}
