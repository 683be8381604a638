/// A host that was seen on an address.
public struct Sighting: Sendable, Hashable {
    public let address: IPv4Address
    /// Nil where it was seen over a router, or on the machine that looked.
    public let mac: MACAddress?
    public let line: Int

    public init(_ address: IPv4Address, _ mac: MACAddress?, line: Int) {
        self.address = address
        self.mac = mac
        self.line = line
    }
}
