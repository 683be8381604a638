internal import NetPlan

/// What the router's admin made by hand, compared with the plan.
struct ForeignEntries {
    private let sheet: ReservationSheet
    private let byMAC: [MACAddress: ReservationSheet.Reservation]
    private let byAddress: [IPv4Address: ReservationSheet.Reservation]
    /// What no range may hold.
    private let forbidden: AddressSet<IPv4Address>
    /// The names of the reservations that are there already, to the letter.
    private(set) var present: Set<String> = []

    init(beside sheet: ReservationSheet) {
        self.sheet = sheet
        byMAC = Dictionary(sheet.reservations.map { ($0.mac, $0) }, uniquingKeysWith: { first, _ in first })
        byAddress = Dictionary(sheet.reservations.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
        forbidden = AddressSet(sheet.exclusions.map(\.range) + sheet.reservations.map { $0.address...$0.address })
    }

    /// A reservation of theirs. Fails where it gives our machine another address, or our address to another machine.
    mutating func add(macs: [MACAddress], addresses: [IPv4Address]) throws(RouterBackup.Refusal) {
        for reservation in macs.compactMap({ byMAC[$0] }) + addresses.compactMap({ byAddress[$0] }) {
            guard macs.contains(reservation.mac), addresses.contains(reservation.address) else {
                throw RouterBackup.Refusal(
                    "the router has a reservation of its own that contradicts '\(reservation.name)': it has the MAC or the address, and not both; change it there, and save the backup anew"
                )
            }
            present.insert(reservation.name)
        }
    }

    /// A range of theirs. Fails where it leases what must never be leased.
    func check(_ range: AddressRange<IPv4Address>) throws(RouterBackup.Refusal) {
        guard let met = forbidden.firstOverlap(with: range) else { return }
        throw RouterBackup.Refusal(
            "the router has a DHCP range of its own in '\(sheet.lan.name)' that holds \(max(met.lowerBound, range.lowerBound)), which must never be leased; change it there, and save the backup anew"
        )
    }

    /// A range by the texts of its ends; what is no IPv4 range in order is not ours to judge.
    func check(_ first: String?, _ last: String?) throws(RouterBackup.Refusal) {
        guard let first = first.flatMap({ IPv4Address($0) }), let last = last.flatMap({ IPv4Address($0) }) else { return }
        try check(min(first, last)...max(first, last))
    }
}
