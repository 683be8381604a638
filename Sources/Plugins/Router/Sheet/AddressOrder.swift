internal import NetPlan

/// The IPv4 addresses of each LAN, lowest first: sorted once for all sheets of a site.
///
///     let order = AddressOrder(allocation)
///     for entry in order[lan, of: allocation] { … }
struct AddressOrder: Sendable {
    /// For each LAN in the order of the plan, places in the allocation's list.
    private var places: [[Int]]

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
