/// An address, or the name of somebody in the plan who has one.
public enum AddressOrName: Sendable {
    case address(IPAddress)
    /// Not looked up yet: where it stands, for a report.
    case name(Document)
}

extension Document {
    /// Reads an address, or a name as `Allocation.addresses(named:reporting:)` takes it.
    ///
    ///     dns: [192.168.0.2, "fd00:1::2", pihole]      // address, address, name
    ///
    /// What is of digits and dots, or has a colon, is meant to be an address: `invalid-address` where it is none.
    public func addressOrName(_ noun: String, reporting problems: inout Diagnostics) -> AddressOrName? {
        let expected = Expected(phrase: "\(noun)'s address or name", help: "write its address, or the name of a node, device or service")
        guard isText(expected, reporting: &problems) else { return nil }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }) || text.utf8.contains(UInt8(ascii: ":")) else {
            return .name(self)
        }
        return value(
            .invalidAddress, "\(noun)'s address", example: "192.168.0.2", guesses: Slip.ofAddresses, reporting: &problems,
            parsing: IPAddress.init(parsing:)
        )
        .map(AddressOrName.address)
    }
}
