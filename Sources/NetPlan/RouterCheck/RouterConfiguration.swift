/// What a DHCP server does by its own configuration, whoever made it: the networks that it serves, what it leases and reserves.
///
/// Every line is that of the file, from 1. What the file says of servers that are switched off is not in it.
public struct RouterConfiguration: Sendable, Hashable {
    /// A network that it serves.
    public struct Network: Sendable, Hashable {
        public var prefix: Prefix<IPv4Address>
        public var line: Int

        public init(_ prefix: Prefix<IPv4Address>, line: Int) {
            self.prefix = prefix
            self.line = line
        }
    }

    /// A router that clients are told.
    public struct Gateway: Sendable, Hashable {
        public var address: IPv4Address
        public var line: Int

        public init(_ address: IPv4Address, line: Int) {
            self.address = address
            self.line = line
        }
    }

    /// Addresses that it leases to anybody, or withholds from everybody.
    public struct Range: Sendable, Hashable {
        public var range: AddressRange<IPv4Address>
        public var line: Int

        public init(_ range: AddressRange<IPv4Address>, line: Int) {
            self.range = range
            self.line = line
        }
    }

    /// A range that is counted from the start of a network which the file may not name, as OpenWrt writes them.
    public struct RelativeRange: Sendable, Hashable {
        /// A plain word: "lan".
        public var interface: String
        public var start: Int
        public var count: Int
        public var line: Int

        public init(interface: String, start: Int, count: Int, line: Int) {
            self.interface = interface
            self.start = start
            self.count = count
            self.line = line
        }
    }

    /// An address that one client gets.
    public struct Reservation: Sendable, Hashable {
        public var address: IPv4Address
        /// Usually one; none where the client is known by something else.
        public var macs: [MACAddress]
        public var name: HostName?
        public var line: Int

        public init(_ address: IPv4Address, _ macs: [MACAddress], name: HostName? = nil, line: Int) {
            self.address = address
            self.macs = macs
            self.name = name
            self.line = line
        }
    }

    public var networks: [Network] = []
    public var gateways: [Gateway] = []
    public var ranges: [Range] = []
    public var relativeRanges: [RelativeRange] = []
    /// Held back from the ranges.
    public var withheld: [Range] = []
    public var reservations: [Reservation] = []
    /// Whether a reserved address that lies in a range goes to its client alone. ISC's dhcpd 4.4 offers it to others, too.
    public var keepsReservations = true

    public init() {}
}
