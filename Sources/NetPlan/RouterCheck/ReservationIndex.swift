/// A router's reservations by what they are asked for.
struct ReservationIndex {
    private let byAddress: [IPv4Address: [RouterConfiguration.Reservation]]
    private let byMAC: [MACAddress: [RouterConfiguration.Reservation]]
    /// By address.
    private let sorted: [RouterConfiguration.Reservation]

    init(_ reservations: [RouterConfiguration.Reservation]) {
        sorted = reservations.sorted { ($0.address, $0.line) < ($1.address, $1.line) }
        byAddress = Dictionary(grouping: sorted, by: \.address)
        var byMAC: [MACAddress: [RouterConfiguration.Reservation]] = [:]
        for reservation in sorted { for mac in reservation.macs { byMAC[mac, default: []].append(reservation) } }
        self.byMAC = byMAC
    }

    func at(_ address: IPv4Address) -> [RouterConfiguration.Reservation] { byAddress[address] ?? [] }
    func of(_ mac: MACAddress) -> [RouterConfiguration.Reservation] { byMAC[mac] ?? [] }

    func inside(_ range: AddressRange<IPv4Address>) -> some Sequence<RouterConfiguration.Reservation> {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].address < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return sorted[low...].lazy.prefix { $0.address <= range.upperBound }
    }
}
