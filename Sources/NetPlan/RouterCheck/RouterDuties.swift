/// What the plan asks of the router of one LAN.
public struct RouterDuties: Sendable, Hashable {
    /// Addresses that are never to be leased.
    public struct Exclusion: Sendable, Hashable {
        /// Whose they are: "pihole/ds1".
        public let name: String
        public let range: AddressRange<IPv4Address>
        /// Why: "macvlan slice".
        public let note: String

        public init(_ name: String, _ range: AddressRange<IPv4Address>, note: String) {
            self.name = name
            self.range = range
            self.note = note
        }
    }

    /// An address that one MAC is always to get.
    public struct Reservation: Sendable, Hashable {
        public let name: String
        public let mac: MACAddress
        public let address: IPv4Address

        public init(_ name: String, _ mac: MACAddress, _ address: IPv4Address) {
            self.name = name
            self.mac = mac
            self.address = address
        }
    }

    public let lan: Reference<LAN>
    public let exclusions: [Exclusion]
    public let reservations: [Reservation]

    public init(lan: Reference<LAN>, exclusions: [Exclusion], reservations: [Reservation]) {
        self.lan = lan
        self.exclusions = exclusions
        self.reservations = reservations
    }
}
