/// One thing that the plan asks for, and whether it is so.
public struct CheckedItem: Sendable, Hashable {
    /// What sort of thing it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The LAN itself is to be served.
        case lan
        /// Another server leases here: the router must not.
        case server
        /// The router's own address, which clients are told.
        case gateway
        /// Never to be leased.
        case exclusion
        /// Always to be given to the same MAC.
        case reservation
        /// Somebody was seen on it.
        case sighting
    }

    /// Why it is not so.
    public struct Fault: Sendable, Hashable {
        /// What sort of fault it is.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            /// Nothing in the file speaks of it.
            case missing
            /// The file says something else of it.
            case different
            /// It is leased to anybody.
            case leased
            /// Somebody else was seen there.
            case taken
        }

        public let kind: Kind
        /// Without a full stop, as it follows the kind: "the range 192.168.0.100-192.168.0.250 holds it".
        public let sentence: String
        /// The addresses that are meant, where these are fewer than the item's.
        public var range: AddressRange<IPv4Address>?
        /// Who has it instead.
        public var mac: MACAddress?
        /// Where the file says so.
        public var line: Int?
    }

    public let kind: Kind
    /// Whose it is: "ds1", "pihole/ds2".
    public let name: String
    public let range: AddressRange<IPv4Address>?
    public var mac: MACAddress?
    /// Why it is asked for; may be empty.
    public var note = ""
    /// Where the file has it as it should be.
    public var line: Int?
    /// None where all is well.
    public var faults: [Fault] = []

    /// More would tell nobody anything.
    static let faultLimit = 8

    init(_ kind: Kind, _ name: String, _ range: AddressRange<IPv4Address>?) {
        self.kind = kind
        self.name = name
        self.range = range
    }

    public var isDone: Bool { faults.isEmpty }

    mutating func add(
        _ kind: Fault.Kind, _ sentence: String, _ range: AddressRange<IPv4Address>? = nil, mac: MACAddress? = nil, line: Int? = nil
    ) {
        if faults.count < Self.faultLimit { faults.append(Fault(kind: kind, sentence: sentence, range: range, mac: mac, line: line)) }
    }
}
