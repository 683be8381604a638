/// What a DHCP server may lend to strangers in one LAN.
public struct Leasable: Sendable, Hashable {
    public let lan: Reference<LAN>
    public let ranges: [AddressRange<IPv4Address>]
}
